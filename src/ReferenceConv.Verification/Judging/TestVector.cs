using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Judging;

/// <summary>Numbers for one operator and what must come out.</summary>
/// <param name="Operands">What goes in.</param>
/// <param name="Expected">What must come out.</param>
/// <param name="Tolerance">The greatest legal error of each result; null where results must be equal.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record TestVector<T>(Operands<T> Operands, double[] Expected, double[]? Tolerance)
{
    /// <summary>The smallest change of a result that this vector is sure to see.</summary>
    public required double SmallestFault { get; init; }

    /// <summary>Whether a product could be lost somewhere without being seen.</summary>
    public required bool IsWeak { get; init; }

    /// <summary>Results that may be NaN as well; null where none may.</summary>
    public bool[]? MayBeNaN { get; init; }

    /// <summary>What could be claimed to make wrong results right.</summary>
    public ImmutableArray<Convention> Conventions { get; init; } = [];

    /// <summary>What errors are measured in for their variance, u·b per result; null where variance is not looked at.</summary>
    public double[]? Deviation { get; init; }

    /// <summary>The greatest legal Σ(error/deviation)² over all results.</summary>
    public double VarianceLimit { get; init; } = double.PositiveInfinity;
}
