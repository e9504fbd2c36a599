using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Exchange;

/// <summary>A folder of files: the numbers that one rule chooses for one operator over one case.</summary>
/// <param name="Folder">Four digits.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Case">The case.</param>
public sealed record FileVector(string Folder, ConvolutionOperator Operator, string Rule, ConvolutionCase Case)
{
    /// <summary>What the numbers are drawn for: direct sums, padding skipped, subnormals kept.</summary>
    internal static Capabilities Usual { get; } = new() { Operators = ConvolutionOperators.All };

    /// <summary>Operator, rule, geometry and token in one line.</summary>
    public override string ToString() => $"{Folder} {Operator.Name()}, {Rule}, {Instance()?.Geometry} (case {Case.Token})";

    /// <summary>Whether the rule says anything about the case.</summary>
    internal bool Says => Vector<float>(Usual) is not null && Vector<double>(Usual) is not null;

    /// <summary>The numbers, and what must come out.</summary>
    /// <exception cref="InvalidDataException">There is no such rule, or it says nothing about the case.</exception>
    internal TestVector<T> Make<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector<T>(Usual) ?? throw new InvalidDataException(
            $"{Folder}: the rule must be one that says something about {Operator.Name()} of case {Case.Token}, was {Quote.Of(Rule)}");

    /// <summary>The same numbers, and what must come out of a candidate with these claims.</summary>
    /// <returns>Null where the rule says nothing of such a candidate.</returns>
    internal TestVector<T>? Make<T>(Capabilities claims)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TestVector<T>? written = Vector<T>(claims with { Exactness = Usual.Exactness });
        if (written is null || claims.Exactness == Usual.Exactness || Vector<T>(claims) is not { } own)
            return claims.Exactness == Usual.Exactness ? written : null;
        return IsSame(own.Operands, written.Operands) ? own : written.Within(Instance()!, claims.Exactness);
    }

    private static bool IsSame<T>(Operands<T> one, Operands<T> other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        one.Inputs.Zip(other.Inputs).All(static pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private TestVector<T>? Vector<T>(Capabilities claims)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Instance() is { } instance ? RuleBook<T>.Data.FirstOrDefault(rule => rule.Name == Rule)?.Vector(instance, claims) : null;

    private OperatorCase? Instance() => OperatorCase.Of(Case, Operator);
}
