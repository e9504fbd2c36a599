using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// One respect in which convolutions differ, and the levels that are told apart in it; each case, or each axis of it, is on exactly one.
/// </summary>
public sealed class CaseFactor
{
    private readonly Func<ConvolutionGeometry, bool, int>? ofCase;
    private readonly Func<Axis, int>? ofAxis;

    private CaseFactor(string name, FactorPart part, string[] levels) => (Name, Part, Levels) = (name, part, [.. levels]);

    private CaseFactor(string name, FactorPart part, Func<ConvolutionGeometry, bool, int> level, string[] levels)
        : this(name, part, levels) => ofCase = level;

    private CaseFactor(string name, Func<Axis, int> level, string[] levels)
        : this(name, FactorPart.Axis, levels) => ofAxis = level;

    /// <summary>For example <c>kernel</c>.</summary>
    public string Name { get; }

    /// <summary>What it looks at.</summary>
    public FactorPart Part { get; }

    /// <summary>Names of its levels, for example <c>even</c>.</summary>
    public ImmutableArray<string> Levels { get; }

    /// <summary>Index of the level of a case.</summary>
    /// <param name="geometry">Its shapes.</param>
    /// <param name="hasBias">Whether its forward operator has a bias.</param>
    /// <exception cref="InvalidOperationException">The factor looks at single axes.</exception>
    public int LevelOf(ConvolutionGeometry geometry, bool hasBias) =>
        ofCase is null ? throw new InvalidOperationException($"{Name} is a factor of single axes") : ofCase(geometry, hasBias);

    /// <summary>Index of the level of an axis.</summary>
    /// <exception cref="InvalidOperationException">The factor looks at whole cases.</exception>
    public int LevelOf(Axis axis) =>
        ofAxis is null ? throw new InvalidOperationException($"{Name} is a factor of whole cases") : ofAxis(axis);

    /// <summary>For example <c>kernel: one, even, odd</c>.</summary>
    public override string ToString() => $"{Name}: {string.Join(", ", Levels)}";

    /// <summary>A factor of the frame.</summary>
    internal static CaseFactor OfFrame(string name, Func<ConvolutionGeometry, bool, int> level, params string[] levels) =>
        new(name, FactorPart.Frame, level, levels);

    /// <summary>A factor of groups and channels.</summary>
    internal static CaseFactor OfChannels(string name, Func<ConvolutionGeometry, int> level, params string[] levels) =>
        new(name, FactorPart.Channels, (geometry, _) => level(geometry), levels);

    /// <summary>A factor of single axes.</summary>
    internal static CaseFactor OfAxis(string name, Func<Axis, int> level, params string[] levels) => new(name, level, levels);
}
