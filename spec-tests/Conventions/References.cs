using System.Reflection;
using System.Reflection.Emit;

namespace ReferenceConv.SpecTests.Conventions;

/// <summary>
/// Which types a type refers to: in its base types, constraints, attributes, members and signatures, and in the code of its methods.
/// </summary>
internal static class References
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every instruction, by its code as it stands in a method body (two-byte codes begin with 0xFE).</summary>
    private static readonly Dictionary<ushort, OpCode> Instructions =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (ushort)code.Value);

    /// <summary>The types <paramref name="type"/> refers to, itself included; generic types as their definitions.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();

        Add(found, type);
        Add(found, type.BaseType);
        Add(found, type.GetInterfaces());
        AddAttributes(found, type);
        foreach (MemberInfo member in type.GetMembers(Declared).Where(member => member is not Type))
        {
            AddAttributes(found, member);
            AddSignature(found, member);
            if (member is MethodBase method)
                AddBody(found, method);
        }

        return found;
    }

    private static void Add(HashSet<Type> found, params IEnumerable<Type?> types)
    {
        foreach (Type? type in types)
        {
            if (type is null || !found.Add(type))
                continue;
            if (type.HasElementType)
                Add(found, type.GetElementType());
            else if (type.IsGenericParameter)
                Add(found, type.GetGenericParameterConstraints());
            else if (type.IsGenericType)
                Add(found, type.GetGenericArguments().Prepend(type.GetGenericTypeDefinition()));
        }
    }

    /// <summary>What a field or a method is made of; a property or an event is made of its methods.</summary>
    private static void AddSignature(HashSet<Type> found, MemberInfo member)
    {
        Add(found, member.DeclaringType);
        if (member is FieldInfo field)
            Add(found, field.FieldType);
        if (member is MethodInfo method)
            Add(found, [method.ReturnType, .. method.GetGenericArguments()]);
        if (member is MethodBase callable)
            Add(found, callable.GetParameters().Select(parameter => parameter.ParameterType));
    }

    private static void AddAttributes(HashSet<Type> found, MemberInfo member)
    {
        foreach (CustomAttributeData attribute in member.GetCustomAttributesData())
        {
            Add(found, attribute.AttributeType);
            Add(found, attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue)).Select(
                argument => argument.Value as Type));
        }
    }

    /// <summary>Locals, caught exceptions, and every type, field and method that an instruction names.</summary>
    private static void AddBody(HashSet<Type> found, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            return;

        Add(found, body.LocalVariables.Select(local => local.LocalType));
        Add(found, body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(
            clause => clause.CatchType));

        Type[]? ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (int token in Tokens(body.GetILAsByteArray()!))
        {
            MemberInfo named = method.Module.ResolveMember(token, ofType, ofMethod)!;
            if (named is Type type)
                Add(found, type);
            else
                AddSignature(found, named);
        }
    }

    /// <summary>The metadata tokens in a method body, one instruction after the other (ECMA-335, partition III).</summary>
    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (int at = 0; at < il.Length;)
        {
            ushort code = il[at++];
            if (code == 0xFE)
                code = (ushort)(0xFE00 | il[at++]);

            OperandType operand = Instructions[code].OperandType;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return BitConverter.ToInt32(il, at);

            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
