using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Layout;

/// <summary>
/// A share of an axis's results, start, start + step, …, whose sums run over a stored copy of the axis:
/// <code>
/// result number m reads, under its tap j, the stored element TapOffsets[j] + m · StoredStep
/// </code>
/// StoredStep is 1: a stride s is taken away by storing the positions in s runs, those ≡ 0, those ≡ 1, … (mod s); neighbours within a run
/// are what one tap meets in neighbouring results. Runs that no tap reads are not stored. Only <see cref="InOrder"/> leaves the stride in.
/// </summary>
internal sealed class AxisSlice
{
    private readonly ImmutableArray<(int Tap, long Position)> taps;
    private readonly Func<long, int> source;
    private readonly bool split;

    private AxisSlice(
        int results,
        int resultStart,
        int resultStep,
        int step,
        ImmutableArray<(int Tap, long Position)> taps,
        Func<long, int> source,
        bool split = true)
    {
        (Results, ResultStart, ResultStep) = (results, resultStart, resultStep);
        (Step, this.taps, this.source, this.split) = (step, taps, source, split);
        StoredStep = split ? 1 : step;
        int divisor = split ? step : 1;

        (int Tap, long Run, long Place)[] placed =
        [
            .. taps.Select(tap => (tap.Tap, Run: Modulo(tap.Position, divisor), Place: FloorDivide(tap.Position, divisor)))
                .OrderBy(static tap => (tap.Run, tap.Place)),
        ];
        (long Number, long First, long Last)[] runs =
        [
            .. placed.GroupBy(static tap => tap.Run)
                .Select(static run => (run.Key, run.Min(static tap => tap.Place), run.Max(static tap => tap.Place))),
        ];
        RunLength = runs.Length == 0 ? 0 : (int)runs.Max(static run => run.Last - run.First) + (results - 1) * StoredStep + 1;

        Taps = [.. placed.Select(static tap => tap.Tap)];
        Positions = [.. placed.Select(tap => (tap.Place * divisor) + tap.Run)];
        TapOffsets = [.. placed.Select(Offset)];
        Sources = [.. runs.SelectMany(run => Enumerable.Range(0, RunLength).Select(e => source(((run.First + e) * divisor) + run.Number)))];

        int Offset((int Tap, long Run, long Place) tap)
        {
            int number = Array.FindIndex(runs, run => run.Number == tap.Run);
            return (number * RunLength) + (int)(tap.Place - runs[number].First);
        }
    }

    /// <summary>Results of the slice; may be 0.</summary>
    public int Results { get; }

    /// <summary>Coordinate of the first result.</summary>
    public int ResultStart { get; }

    /// <summary>From one result's coordinate to the next.</summary>
    public int ResultStep { get; }

    /// <summary>From what one result reads to what the next reads, in the store: 1, or the stride where it was not taken away.</summary>
    public int StoredStep { get; }

    /// <summary>From what one result reads to what the next reads, on the axis.</summary>
    public int Step { get; }

    /// <summary>The taps of the sum, in the order of their places in the store.</summary>
    public ImmutableArray<int> Taps { get; }

    /// <summary>Where result 0 finds each of the <see cref="Taps"/> on the axis; below 0 and beyond the input lies the border.</summary>
    public ImmutableArray<long> Positions { get; }

    /// <summary>Where result 0 finds each of the <see cref="Taps"/> in the store.</summary>
    public ImmutableArray<int> TapOffsets { get; }

    /// <summary>Elements of a run.</summary>
    public int RunLength { get; }

    /// <summary>What is stored: per element a coordinate of the input, or <see cref="Axis.None"/> for a zero.</summary>
    public ImmutableArray<int> Sources { get; }

    /// <summary>The part of the slice from result <paramref name="first"/> on, with a store of its own.</summary>
    public AxisSlice Part(int first, int count) => new(
        count,
        ResultStart + (first * ResultStep),
        ResultStep,
        Step,
        [.. taps.Select(tap => (tap.Tap, tap.Position + ((long)first * Step)))],
        source,
        split);

    /// <summary>
    /// The same with the positions stored in their own order, for readers that can step; a slice whose taps leave out some of the s runs
    /// stays split, because it stores less.
    /// </summary>
    public AxisSlice InOrder() => taps.Select(tap => Modulo(tap.Position, Step)).Distinct().Count() < Step
        ? this
        : new AxisSlice(Results, ResultStart, ResultStep, Step, taps, source, split: false);

    /// <summary>Whether the store is the whole axis of <paramref name="input"/> coordinates as it stands.</summary>
    public bool IsWholeAxis(int input) => Sources.Length == input && IsStretch;

    /// <summary>Whether the store is a stretch of the axis as it stands.</summary>
    public bool IsStretch =>
        Sources.Length > 0 && Sources[0] != Axis.None && Sources.Select((source, e) => source - e).Distinct().Count() == 1;

    /// <summary>
    /// The forward sum, one slice per tile: the outputs τ, τ + t, τ + 2t, … use kernel τ [S2.36], and stand s·t positions apart.
    /// </summary>
    public static IEnumerable<AxisSlice> Forward(Axis axis)
    {
        for (int tile = 0; tile < axis.Tile; tile++)
        {
            int first = tile;
            yield return new AxisSlice(
                Math.Max(0, (axis.Output - tile + axis.Tile - 1) / axis.Tile),
                tile,
                axis.Tile,
                axis.Stride * axis.Tile,
                [.. Enumerable.Range(0, axis.Kernel).Select(tap => (tap, axis.Position(first, tap)))],
                axis.InputAt);
        }
    }

    /// <summary>
    /// The transposed sum over a zeros border, one slice per stride phase: i meets tap r where o = (i + p₀ − r·d)/s is whole, so the inputs
    /// with (i + p₀) mod s = q share the taps with r·d ≡ q (mod s), and from one such i to the next o grows by one. No zero is ever
    /// inserted.
    /// </summary>
    public static IEnumerable<AxisSlice> Transposed(Axis axis)
    {
        for (int phase = 0; phase < axis.Stride; phase++)
        {
            int first = (int)Modulo(phase - (long)axis.Begin, axis.Stride);
            int rest = phase;
            yield return new AxisSlice(
                Math.Max(0, (axis.Input - first + axis.Stride - 1) / axis.Stride),
                first,
                axis.Stride,
                1,
                [.. Enumerable.Range(0, axis.Kernel)
                    .Where(tap => (long)tap * axis.Dilation % axis.Stride == rest)
                    .Select(tap => (tap, (first + axis.Begin - ((long)tap * axis.Dilation)) / axis.Stride))],
                position => 0 <= position && position < axis.Output ? (int)position : Axis.None);
        }
    }

    /// <summary>The one coordinate, 0, of an axis that is not there.</summary>
    public static AxisSlice Point { get; } = new(1, 0, 1, 1, [(0, 0)], static position => position == 0 ? 0 : Axis.None);

    private static long Modulo(long value, long modulus) => ((value % modulus) + modulus) % modulus;

    private static long FloorDivide(long value, long divisor) => (value - Modulo(value, divisor)) / divisor;
}
