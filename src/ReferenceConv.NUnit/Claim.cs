using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.NUnit;

/// <summary>One thing that a candidate may claim or not.</summary>
/// <param name="Name">As <see cref="Capabilities.NotClaimed"/> names it.</param>
/// <param name="Without">The same capabilities, but for this one.</param>
/// <param name="Rule">The rule that looks at it, where no geometry shows it.</param>
internal sealed record Claim(string Name, Func<Capabilities, Capabilities> Without, string? Rule = null)
{
    /// <summary>Everything that can be claimed and is a matter of yes or no.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        .. ConvolutionOperators.All.Select(
            static op => new Claim(op.Name(), claims => claims with { Operators = claims.Operators.Remove(op) })),
        .. new[] { 1, 2, 3 }.Select(static rank => new Claim($"rank {rank}", claims => claims with { Ranks = claims.Ranks.Remove(rank) })),
        .. Enum.GetValues<Border>().Select(static border =>
            new Claim($"{border.ToString().ToLowerInvariant()} border", claims => claims with { Borders = claims.Borders.Remove(border) })),
        new("groups", static claims => claims with { Groups = false }),
        new("dilation", static claims => claims with { Dilation = false }),
        new("stride", static claims => claims with { Stride = false }),
        new("asymmetric padding", static claims => claims with { AsymmetricPadding = false }),
        new("tiles", static claims => claims with { Tiles = false }),
        new("bias", static claims => claims with { Bias = false }),
        new("empty batch", static claims => claims with { EmptyBatch = false }),
        new("concurrent calls", static claims => claims with { IsReentrant = false }, Rule: "concurrent calls"),
        new("subnormals", static claims => claims with { KeepsSubnormals = false }, Rule: "subnormals"),
        new("infinities", static claims => claims with { KeepsInfinities = false }, Rule: "special values"),
    ];

    /// <summary>Whether the candidate claims it.</summary>
    public bool IsMadeBy(Capabilities claims) => Without(claims) != claims;

    /// <summary>How many of the cases asked it: those that would not have been asked in the same way without the claim.</summary>
    public int CasesOf(CheckResult result) => Rule is { } rule
        ? result.Tallies.Where(tally => tally.Rule == rule).Sum(static tally => tally.Checked)
        : result.Cases.Count(instance => ConvolutionOperators.All.Any(op => Asks(instance, op, result.Capabilities)));

    /// <summary>Why nothing was asked about a rule.</summary>
    public static string WhyUnasked<T>(Rule<T> rule, Capabilities claims)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        All.FirstOrDefault(claim => claim.Rule == rule.Name && !claim.IsMadeBy(claims)) is { } missing
            ? $"not claimed: {missing.Name}"
            : "not asked: no case was one for this rule";

    private bool Asks(ConvolutionCase instance, ConvolutionOperator op, Capabilities claims) =>
        OperatorCase.Of(instance, op) is { } asked
        && claims.Lacks(asked.Geometry, op, asked.Flag) is null
        && Without(claims).Lacks(asked.Geometry, op, asked.Flag) is not null;
}
