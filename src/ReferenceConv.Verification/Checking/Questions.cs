using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Verification.Checking;

/// <summary>
/// What a candidate with these claims is asked about one case, worked out beforehand: the numbers, and what must come out.
/// </summary>
/// <param name="Instance">The case.</param>
/// <param name="Extent">How many of the rules it is asked.</param>
/// <param name="Name">The special path or the layer that it is of, or null.</param>
/// <param name="Vectors">The rules about numbers that are asked; a vector is null where the rule says nothing.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed record Questions<T>(
    OperatorCase Instance, AskedRules Extent, string? Name, ImmutableArray<(DataRule<T> Rule, TestVector<T>? Vector)> Vectors)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly ImmutableArray<DataRule<T>> First = Named("structure", "precision of first");
    private static readonly ImmutableArray<DataRule<T>> Second = Named("structure", "precision of second");
    private static readonly ImmutableArray<DataRule<T>> OfLayer = Named("structure", "precision of first", "real numbers");

    /// <summary>Works them out.</summary>
    public static Questions<T> About(OperatorCase instance, ScheduledCase scheduled, Capabilities capabilities)
    {
        ImmutableArray<DataRule<T>> rules = scheduled.Extent switch
        {
            AskedRules.All => RuleBook<T>.Data,
            AskedRules.Layer => OfLayer,
            _ => instance.Seed % 2 == 0 || !instance.HasSecondOperand ? First : Second,
        };
        return new(instance, scheduled.Extent, scheduled.Name, [.. rules.Select(rule => (rule, rule.Vector(instance, capabilities)))]);
    }

    /// <summary>The questions about every claimed operator of a case.</summary>
    public static ImmutableArray<Questions<T>> About(ScheduledCase scheduled, Capabilities capabilities) =>
        [.. Operators(scheduled, capabilities).Select(asked => About(asked, scheduled, capabilities))];

    /// <summary>The operators of a case that the capabilities admit.</summary>
    public static IEnumerable<OperatorCase> Operators(ScheduledCase scheduled, Capabilities capabilities) =>
        from op in capabilities.Operators
        where scheduled.Operators.Contains(op)
        let asked = OperatorCase.Of(scheduled.Case, op)
        where asked is not null && capabilities.Lacks(asked.Geometry, op, asked.Flag) is null
        select asked;

    private static ImmutableArray<DataRule<T>> Named(params ReadOnlySpan<string> names)
    {
        var rules = ImmutableArray.CreateBuilder<DataRule<T>>();
        foreach (string name in names)
            rules.Add(RuleBook<T>.Data.Single(rule => rule.Name == name));
        return rules.ToImmutable();
    }
}
