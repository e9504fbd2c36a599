using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Layout;

/// <summary>
/// A box of results and the stored image that their sums read, three axes (the missing ones have one point). A band is what one thread
/// works on: small enough that its image stays in the cache.
/// </summary>
internal sealed class Band
{
    /// <summary>The box over three slices, in an output whose planes have these sizes.</summary>
    public Band(AxisSlice depth, AxisSlice height, AxisSlice width, ImmutableArray<int> resultSizes)
    {
        (Depth, Height, Width) = (depth, height, width);
        ResultRow = height.ResultStep * resultSizes[2];
        Stored = depth.Sources.Length * height.Sources.Length * width.Sources.Length;
        TapOffsets =
            [.. depth.TapOffsets.SelectMany(_ => height.TapOffsets, (d, h) => ((d * height.Sources.Length) + h) * width.Sources.Length)
            .SelectMany(_ => width.TapOffsets, static (row, w) => row + w)];
        Runs = [.. JoinedRuns(resultSizes)];
    }

    /// <summary>The slice of the slowest axis.</summary>
    public AxisSlice Depth { get; }

    /// <summary>The slice of the middle axis.</summary>
    public AxisSlice Height { get; }

    /// <summary>The slice of the fastest axis.</summary>
    public AxisSlice Width { get; }

    /// <summary>Elements of the stored image, for one channel.</summary>
    public int Stored { get; }

    /// <summary>Taps along the width: how many tap offsets make a row.</summary>
    public int TapsInRow => Width.Taps.Length;

    /// <summary>Offset of every tap in the stored image, row after row.</summary>
    public ImmutableArray<int> TapOffsets { get; }

    /// <summary>From one result of a run to the next in the output.</summary>
    public int ResultStep => Width.ResultStep;

    /// <summary>From one row of results to the next in the output.</summary>
    public int ResultRow { get; }

    /// <summary>All results of the box.</summary>
    public ImmutableArray<Run> Runs { get; }

    /// <summary>What the stored image comes from, in a plane of these sizes.</summary>
    public Patch[] Patches(ImmutableArray<int> inSizes) => [.. Patch.Of(Depth, Height, Width, inSizes)];

    private IEnumerable<Run> JoinedRuns(ImmutableArray<int> resultSizes)
    {
        Run last = default;
        for (int d = 0; d < Depth.Results; d++)
            for (int h = 0; h < Height.Results; h++)
            {
                Run run = RunAt(d, h, resultSizes);
                Run next = last with
                {
                    Image = last.Image + last.Length * Width.StoredStep,
                    Result = last.Result
                    + last.Length,
                    Length = run.Length
                };
                bool follows = last.Length > 0 && ResultStep == 1 && next == run;
                if (follows)
                    last = last with { Length = last.Length + run.Length };
                else
                {
                    if (last.Length > 0)
                        yield return last;
                    last = run;
                }
            }

        yield return last;
    }

    private Run RunAt(int d, int h, ImmutableArray<int> resultSizes)
    {
        int image = ((d * Depth.StoredStep * Height.Sources.Length) + h * Height.StoredStep) * Width.Sources.Length;
        int resultDepth = Depth.ResultStart + (d * Depth.ResultStep);
        int resultHeight = Height.ResultStart + (h * Height.ResultStep);
        int result = (((resultDepth * resultSizes[1]) + resultHeight) * resultSizes[2]) + Width.ResultStart;
        int first = int.MaxValue;
        int last = -1;
        int row = 0;
        foreach (int td in Depth.TapOffsets)
            foreach (int th in Height.TapOffsets)
            {
                if (TapsInRow > 0 && Depth.Sources[td + d * Depth.StoredStep] != Axis.None
                    && Height.Sources[th + h * Height.StoredStep] != Axis.None)
                    (first, last) = (Math.Min(first, row), row);
                row++;
            }

        return last < 0 ? new Run(image, result, Width.Results, 0, 0) : new Run(image, result, Width.Results, first, last - first + 1);
    }
}
