using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Layout;

/// <summary>
/// A rectangle of the stored image that comes from the input at equal distances: element e of row r, stored at
/// <paramref name="Target"/> + r·<paramref name="TargetRow"/> + e, is the input's
/// <paramref name="Source"/> + r·<paramref name="SourceRow"/> + e·<paramref name="Step"/>, or zero if the source is
/// <see cref="Axis.None"/>; then the
/// step is 0.
/// </summary>
internal readonly record struct Patch(int Target, int Source, int Step, int Length, int Rows, int TargetRow, int SourceRow)
{
    /// <summary>
    /// In a patch of step two, where the numbers between go, each the neighbour of one that the patch takes: the runs of a stride of two,
    /// dealt out at once; <see cref="Axis.None"/> if they go nowhere.
    /// </summary>
    public int OddTarget { get; init; } = Axis.None;

    /// <summary>Whether nothing of the input stands here.</summary>
    public bool IsZero => Source == Axis.None;

    /// <summary>Rectangles that together are the stored image of these slices, from planes of these sizes.</summary>
    public static IEnumerable<Patch> Of(AxisSlice depth, AxisSlice height, AxisSlice width, ImmutableArray<int> sizes)
    {
        int length = width.Sources.Length;
        Patch[] inARow = [.. Paired([.. Stretches(width.Sources)])];
        int[] starts =
        [
            .. from d in depth.Sources
               from h in height.Sources
               select d == Axis.None || h == Axis.None ? Axis.None : (d * sizes[1] + h) * sizes[2],
        ];
        foreach (Patch rows in Stretches(starts))
            if (rows.IsZero)
                yield return new Patch(rows.Target * length, Axis.None, 0, rows.Length * length, 1, 0, 0);
            else
                foreach (Patch part in inARow)
                {
                    bool follow = part.Length == length && part.Step == 1 && rows.Step == length;
                    yield return part with
                    {
                        Target = rows.Target * length + part.Target,
                        OddTarget = part.OddTarget == Axis.None ? Axis.None : rows.Target * length + part.OddTarget,
                        Source = part.IsZero ? Axis.None : rows.Source + part.Source,
                        Length = follow ? rows.Length * length : part.Length,
                        Rows = follow ? 1 : rows.Length,
                        TargetRow = length,
                        SourceRow = rows.Step,
                    };
                }
    }

    /// <summary>This patch and, if it has them, the numbers between as one of their own.</summary>
    public IEnumerable<Patch> Halves()
    {
        yield return this with { OddTarget = Axis.None };
        if (OddTarget != Axis.None)
            yield return this with { Target = OddTarget, Source = Source + 1, OddTarget = Axis.None };
    }

    /// <summary>The same stretches of a row, those joined of which one takes what the other leaves.</summary>
    private static IEnumerable<Patch> Paired(Patch[] stretches)
    {
        bool[] joined = new bool[stretches.Length];
        for (int even = 0; even < stretches.Length; even++)
        {
            Patch taker = stretches[even];
            if (taker.Step != 2 || joined[even])
                continue;
            int odd =
                Array.FindIndex(stretches, other => other.Step == 2 && other.Length == taker.Length && other.Source == taker.Source + 1);
            if (odd < 0 || joined[odd])
                continue;
            joined[odd] = joined[even] = true;
            yield return taker with { OddTarget = stretches[odd].Target };
        }

        for (int alone = 0; alone < stretches.Length; alone++)
            if (!joined[alone])
                yield return stretches[alone];
    }

    /// <summary>One row, cut where the distance from source to source changes.</summary>
    private static IEnumerable<Patch> Stretches(IReadOnlyList<int> sources)
    {
        for (int from = 0, to; from < sources.Count; from = to)
        {
            bool zero = sources[from] == Axis.None;
            int step = from + 1 < sources.Count && !zero && sources[from + 1] != Axis.None ? sources[from + 1] - sources[from] : 0;
            for (to = from + 1; to < sources.Count && zero == (sources[to] == Axis.None)
                && (zero || sources[to] == sources[to - 1] + step); to++)
            {
            }

            yield return new Patch(from, sources[from], to - from == 1 && !zero ? 1 : step, to - from, 1, 0, 0);
        }
    }
}
