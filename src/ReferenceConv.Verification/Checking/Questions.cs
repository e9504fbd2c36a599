using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>What a candidate with these claims is asked about one case, worked out beforehand: the numbers, and what must come out.</summary>
/// <param name="Instance">The case.</param>
/// <param name="Vectors">One per rule of <see cref="RuleBook{T}.Data"/>; null where the rule says nothing.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed record Questions<T>(OperatorCase Instance, ImmutableArray<TestVector<T>?> Vectors)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Works them out.</summary>
    public static Questions<T> About(OperatorCase instance, Capabilities capabilities) =>
        new(instance, [.. RuleBook<T>.Data.Select(rule => rule.Vector(instance, capabilities))]);

    /// <summary>The operators over the geometry of a case that the capabilities admit.</summary>
    public static IEnumerable<OperatorCase> Operators(ConvolutionCase instance, Capabilities capabilities) =>
        from op in capabilities.Operators
        let asked = OperatorCase.Of(instance, op)
        where asked is not null && capabilities.Lacks(asked.Geometry, op, asked.Flag) is null
        select asked;
}
