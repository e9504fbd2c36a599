using System.Numerics;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>A set of pairs of levels; a level paired with itself says that the level is reached.</summary>
internal sealed class PairSet
{
    private const int MostAxes = 3;

    private readonly ulong[] rows = new ulong[CaseFeatures.Numbered.Length];

    /// <summary>The levels that are paired with a level.</summary>
    public ulong this[int level] => rows[level];

    /// <summary>Whether a pair is in the set.</summary>
    public bool Has(int first, int second) => (rows[first] >> second & 1) == 1;

    /// <summary>Pairs each of these levels with each other, or if nothing is computed, with those that say so.</summary>
    /// <param name="levels">Levels that meet.</param>
    /// <param name="empty">Levels of the case at which nothing is computed.</param>
    public void Add(ulong levels, ulong empty)
    {
        for (ulong rest = levels; rest != 0; rest &= rest - 1)
        {
            int level = BitOperations.TrailingZeroCount(rest);
            rows[level] |= Visible(level, levels, empty);
        }
    }

    /// <summary>Adds the pairs of a case.</summary>
    public void Add(ConvolutionCase instance)
    {
        Span<ulong> sets = stackalloc ulong[MostAxes];
        ulong empty = Meetings(instance, sets);
        foreach (ulong levels in sets)
            Add(levels, empty);
    }

    /// <summary>Adds the pairs of one level.</summary>
    public void Add(int level, ulong others) => rows[level] |= others;

    /// <summary>How much a case would add.</summary>
    public int NewIn(ConvolutionCase instance)
    {
        Span<ulong> sets = stackalloc ulong[MostAxes];
        ulong empty = Meetings(instance, sets);
        int count = 0;
        for (int level = 0; level < rows.Length; level++)
        {
            ulong met = 0;
            foreach (ulong levels in sets)
                met |= (levels >> level & 1) == 0 ? 0 : Visible(level, levels, empty);
            count += BitOperations.PopCount(met & ~rows[level]);
        }

        return count;
    }

    /// <summary>A pair that is in another set and not in this, or null; the search begins at a level.</summary>
    public (int First, int Second)? MissingOf(PairSet wanted, int begin)
    {
        for (int step = 0; step < rows.Length; step++)
        {
            int level = (begin + step) % rows.Length;
            ulong missing = wanted.rows[level] & ~rows[level];
            if (missing != 0)
                return (level, BitOperations.TrailingZeroCount(missing));
        }

        return null;
    }

    /// <summary>The levels of a set that are seen together with one of them.</summary>
    public static ulong Visible(int level, ulong levels, ulong empty) => empty == 0 || (empty >> level & 1) == 1 ? levels : levels & empty;

    private static ulong Meetings(ConvolutionCase instance, Span<ulong> sets)
    {
        CaseFeatures.MeetingsIn(instance, sets);
        ulong all = 0;
        foreach (ulong levels in sets)
            all |= levels;
        return all & CaseFeatures.Empty;
    }
}
