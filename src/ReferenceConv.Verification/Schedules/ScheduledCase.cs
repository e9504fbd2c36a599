using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>A case in its place in a check.</summary>
/// <param name="Case">The case.</param>
/// <param name="Extent">How many of the rules it is asked.</param>
/// <param name="Name">The special path or the layer that it is of; null where it is of none.</param>
public sealed record ScheduledCase(ConvolutionCase Case, AskedRules Extent, string? Name = null)
{
    /// <summary>The operators that are asked, as far as they are claimed; all unless said otherwise.</summary>
    public ImmutableArray<ConvolutionOperator> Operators { get; init; } = ConvolutionOperators.All;

    /// <summary>For example <c>3×3 s2: N1 C2 K3 g1 | …</c>.</summary>
    public override string ToString() => Name is null ? $"{Case}" : $"{Name}: {Case}";
}
