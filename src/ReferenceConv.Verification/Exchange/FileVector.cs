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
    private static readonly Capabilities Asked = new() { Operators = ConvolutionOperators.All };   // direct sums, padding skipped, subnormals kept

    /// <summary>Operator, rule, geometry and token in one line.</summary>
    public override string ToString() => $"{Folder} {Operator.Name()}, {Rule}, {Instance()?.Geometry} (case {Case.Token})";

    /// <summary>Whether the rule says anything about the case.</summary>
    internal bool Says => Vector<float>() is not null && Vector<double>() is not null;

    /// <summary>The numbers, and what must come out.</summary>
    /// <exception cref="InvalidDataException">There is no such rule, or it says nothing about the case.</exception>
    internal TestVector<T> Make<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector<T>() ?? throw new InvalidDataException(
            $"{Folder}: the rule must be one that says something about {Operator.Name()} of case {Case.Token}, was {Quote.Of(Rule)}");

    private TestVector<T>? Vector<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Instance() is { } instance ? RuleBook<T>.Data.FirstOrDefault(rule => rule.Name == Rule)?.Vector(instance, Asked) : null;

    private OperatorCase? Instance() => OperatorCase.Of(Case, Operator);
}
