using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

/// <summary>The pairs of levels that cases have, worked out from the words of the rule: level by level, axis by axis.</summary>
internal sealed class MetPairs
{
    private static readonly CaseFactor[] Factors = [.. CaseFactors.All];
    private static readonly int[] Offsets =
        [.. Factors.Select(static (_, f) => Factors.Take(f).Sum(static factor => factor.Levels.Length))];
    private static readonly int Count = Factors.Sum(static factor => factor.Levels.Length);
    private static readonly int EmptyBatch = NumberOf("batch", "0");
    private static readonly int EmptyInput = NumberOf("input", "empty");

    private readonly bool[,] met = new bool[Count, Count];

    public static int NumberOf(CaseFactor factor, int level) => Offsets[Array.IndexOf(Factors, factor)] + level;

    public bool Has(LevelPair pair) => met[NumberOf(pair.First, pair.FirstLevel), NumberOf(pair.Second, pair.SecondLevel)];

    public void Add(ConvolutionCase instance)
    {
        bool noImages = instance.Geometry.Batch == 0;
        bool noInputs = instance.Geometry.Axes.Any(static axis => axis.Input == 0);
        Span<int> levels = stackalloc int[Factors.Length];
        foreach (Axis axis in instance.Geometry.Axes)
        {
            for (int f = 0; f < levels.Length; f++)
                levels[f] = Offsets[f]
                    + (Factors[f].Part == FactorPart.Axis
                        ? Factors[f].LevelOf(axis)
                        : Factors[f].LevelOf(instance.Geometry, instance.HasBias));
            for (int a = 0; a < levels.Length; a++)
                for (int b = a + 1; b < levels.Length; b++)
                    if (IsSeen(levels[a], levels[b], noImages, noInputs))
                        met[levels[a], levels[b]] = true;
        }
    }

    private static bool IsSeen(int a, int b, bool noImages, bool noInputs) =>
        (!noImages && !noInputs)
        || (noImages && (a == EmptyBatch || b == EmptyBatch))
        || (noInputs && (a == EmptyInput || b == EmptyInput));

    private static int NumberOf(string factor, string level)
    {
        CaseFactor found = Factors.Single(candidate => candidate.Name == factor);
        return NumberOf(found, found.Levels.IndexOf(level));
    }
}
