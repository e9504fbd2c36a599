using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>The levels of all factors numbered in one row, and sets of them as bits.</summary>
internal static class CaseFeatures
{
    private static readonly ImmutableArray<int> FirstNumbers =
        [.. CaseFactors.All.Select(static (_, f) => CaseFactors.All.Take(f).Sum(static factor => factor.Levels.Length))];

    /// <summary>The factors of each part, and the numbers of their first levels.</summary>
    private static readonly (CaseFactor Factor, int First)[][] Parts =
    [
        .. Enum.GetValues<FactorPart>().Select(
            static part => CaseFactors.All.Zip(FirstNumbers).Where(pair => pair.First.Part == part).ToArray()),
    ];

    /// <summary>The levels at which nothing is computed, so that nothing else is seen in such a case: no images, and no inputs.</summary>
    public static ulong Empty { get; } = SetOf(CaseFactors.Batch, 0) | SetOf(CaseFactors.Input, 0);

    /// <summary>The factor and level of each number.</summary>
    public static ImmutableArray<(CaseFactor Factor, int Level)> Numbered { get; } =
        [.. CaseFactors.All.SelectMany(static factor => factor.Levels.Select((_, level) => (factor, level)))];

    /// <summary>The number of a level.</summary>
    public static int NumberOf(CaseFactor factor, int level) => FirstNumbers[CaseFactors.All.IndexOf(factor)] + level;

    /// <summary>Whether a level says that axes have several borders, or one; null if it says nothing about that.</summary>
    public static bool? AreMixedBorders(int number) =>
        Numbered[number] is ({ Name: CaseFactors.Borders }, var level) ? level == CaseFactors.Mixed : null;

    /// <summary>Per axis the levels of the case and of the axis: two levels of one of these sets meet.</summary>
    public static void MeetingsIn(ConvolutionCase instance, Span<ulong> sets)
    {
        ImmutableArray<Axis> axes = instance.Geometry.Axes;
        ulong whole =
            Of(instance.Geometry, instance.HasBias, FactorPart.Frame) | Of(instance.Geometry, instance.HasBias, FactorPart.Channels);
        for (int a = 0; a < sets.Length; a++)
            sets[a] = whole | Of(axes[a % axes.Length]);
    }

    /// <summary>Levels of the frame or of the channels.</summary>
    public static ulong Of(ConvolutionGeometry geometry, bool hasBias, FactorPart part)
    {
        ulong levels = 0;
        foreach ((CaseFactor factor, int first) in Parts[(int)part])
            levels |= 1UL << (first + factor.LevelOf(geometry, hasBias));
        return levels;
    }

    /// <summary>Levels of an axis.</summary>
    public static ulong Of(Axis axis)
    {
        ulong levels = 0;
        foreach ((CaseFactor factor, int first) in Parts[(int)FactorPart.Axis])
            levels |= 1UL << (first + factor.LevelOf(axis));
        return levels;
    }

    private static ulong SetOf(string factorName, int level)
    {
        CaseFactor factor = CaseFactors.All.Single(factor => factor.Name == factorName);
        return 1UL << NumberOf(factor, level);
    }
}
