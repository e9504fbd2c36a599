using System.Reflection;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Traceability;

/// <summary>One label found on a member: <c>[Label("Id")]</c>.</summary>
/// <param name="Label"><c>Formula</c> or <c>Erratum</c>.</param>
/// <param name="Id">The entry it names.</param>
/// <param name="By">Whether the member computes the entry, tests it, or neither.</param>
/// <param name="Type">The type that carries the label, or holds the member that does.</param>
/// <param name="Member">The method, or null where the type itself carries the label.</param>
internal sealed record Claim(string Label, string Id, Claimant By, Type Type, string? Member)
{
    /// <summary>The member as a reader would say it: <c>Correlation.Valid</c>.</summary>
    public string Name => Type.Name.Split('`')[0] + (Member is null ? "" : "." + Member);

    /// <summary>Every label in <paramref name="assembly"/>; in this one they stand on tests, in others on code.</summary>
    public static IReadOnlyList<Claim> In(Assembly assembly)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

        return
        [
            .. from type in assembly.GetTypes()
               from member in type.GetMethods(Declared).Prepend<MemberInfo>(type)
               from label in Labels(member)
               select new Claim(label.Label, label.Id, ClaimantOf(member), type, member is Type ? null : member.Name),
        ];
    }

    private static IEnumerable<(string Label, string Id)> Labels(MemberInfo member) =>
    [
        .. member.GetCustomAttributes<FormulaAttribute>(inherit: false).SelectMany(a => a.Ids).Select(id => ("Formula", id)),
        .. member.GetCustomAttributes<ErratumAttribute>(inherit: false).SelectMany(a => a.Ids).Select(id => ("Erratum", id)),
    ];

    private static Claimant ClaimantOf(MemberInfo member) => member switch
    {
        _ when member.Module.Assembly != typeof(Claim).Assembly => Claimant.Code,
        _ when member is MethodInfo method && Runs(method) => Claimant.Test,
        _ => Claimant.Neither,
    };

    /// <summary>A test that is ignored, or runs only when asked for, shows nothing.</summary>
    private static bool Runs(MethodInfo method) =>
        method.GetCustomAttributes().Any(a => a is ISimpleTestBuilder or ITestBuilder)
        && !method.GetCustomAttributes().Concat(method.DeclaringType!.GetCustomAttributes()).Any(
            a => a is IgnoreAttribute or ExplicitAttribute);
}
