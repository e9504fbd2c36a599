using System.Collections.Immutable;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>A band of a family of pieces, cut into strips and chunks for tiles with channels in the lanes.</summary>
internal sealed class ChannelPlan
{
    private readonly Segment[][] segments;
    private readonly int[][] rowStarts;

    /// <summary>Cuts a band.</summary>
    /// <param name="parts">The band of every piece of the family.</param>
    /// <param name="orders">The order of every piece's sum.</param>
    /// <param name="layer">The whole.</param>
    /// <param name="block">Channels of a pixel that are stored together.</param>
    /// <param name="mostPixels">Pixels of a tile, at most.</param>
    public ChannelPlan(ImmutableArray<Band> parts, SumOrder[] orders, Layer layer, int block, int mostPixels)
    {
        segments = new Segment[parts.Length][];
        rowStarts = new int[parts.Length][];
        ImageStarts = new int[parts.Length];
        int end = 0;
        Patches = new Patch[parts.Length][];
        for (int p = 0; p < parts.Length; p++)
        {
            segments[p] = orders[p].Segments(parts[p], out rowStarts[p]);
            bool shared = p > 0 && parts[p].Width.Sources.SequenceEqual(parts[0].Width.Sources);
            ImageStarts[p] = shared ? ImageStarts[0] : end;
            Patches[p] = shared ? [] : [.. parts[p].Patches(layer.InSizes).SelectMany(static patch => patch.Halves())];
            end += shared ? 0 : parts[p].Stored * ((layer.InChannels + block - 1) / block) * block;
        }

        Parts = parts;
        (StripLength, Paired) = BestStrips(parts[0].Runs, mostPixels);
        var strips = new List<Strip>();
        var chunks = new List<Chunk>();
        if (parts.Length == 1)
            CutRuns(block, strips, chunks);
        else
            CutRows(block, strips, chunks);
        (Strips, Chunks) = ([.. strips], [.. chunks]);
        Reach = Math.Max(end, Strips.Max(static strip => strip.Image) + 1) + (StripLength - 1) * PixelStep * block;
    }

    /// <summary>The band of every piece.</summary>
    public ImmutableArray<Band> Parts { get; }

    /// <summary>Per piece, where its stored image begins; pieces that read the same share it.</summary>
    public int[] ImageStarts { get; }

    /// <summary>
    /// Numbers of the stored images, and of what tiles read beyond their ends: a strip's first pixel is one that is wanted, whose taps are
    /// stored, and the others stand behind it.
    /// </summary>
    public int Reach { get; }

    /// <summary>Per piece, where its stored image comes from.</summary>
    public Patch[][] Patches { get; }

    /// <summary>Pixels of a strip.</summary>
    public int StripLength { get; }

    /// <summary>Whether a tile takes two strips where it can.</summary>
    public bool Paired { get; }

    /// <summary>From one pixel of a strip to the next in the stored image, in pixels.</summary>
    public int PixelStep => Parts[0].Width.StoredStep;

    /// <summary>All strips.</summary>
    public Strip[] Strips { get; }

    /// <summary>All chunks.</summary>
    public Chunk[] Chunks { get; }

    /// <summary>The sum of a strip.</summary>
    public ReadOnlySpan<Segment> Segments(in Strip strip) =>
        segments[strip.Part].AsSpan(rowStarts[strip.Part][strip.FirstTapRow]..rowStarts[strip.Part][strip.FirstTapRow + strip.TapRows]);

    /// <summary>
    /// One piece: strips of one run after the other, and a new chunk where results do not stand side by side. What the last strip of a run
    /// computes beyond its end falls into slots that the next run fills afterwards, or that nobody reads.
    /// </summary>
    private void CutRuns(int block, List<Strip> strips, List<Chunk> chunks)
    {
        Band band = Parts[0];
        int length = StripLength;
        foreach (Run run in band.Runs)
            for (int from = 0; from < run.Length; from += length)
            {
                int result = run.Result + from * band.ResultStep;
                Chunk last = chunks.Count == 0 ? default : chunks[^1];
                bool follows = last.Length > 0 && last.Length + length <= Chunk.MostPixels
                    && result == last.Result + last.Length * last.Step;
                if (!follows)
                {
                    last = new Chunk(strips.Count, strips.Count, result, 0, band.ResultStep, 0);
                    chunks.Add(last);
                }

                strips.Add(new Strip(0, (run.Image + from * band.Width.StoredStep) * block, last.Length, run.FirstTapRow, run.TapRows));
                chunks[^1] = last with { EndStrip = strips.Count, Length = last.Length + Math.Min(length, run.Length - from) };
            }
    }

    /// <summary>Several pieces, whose results take turns along a row: every chunk has the same stretch of all of them.</summary>
    private void CutRows(int block, List<Strip> strips, List<Chunk> chunks)
    {
        int length = StripLength;
        int most = Chunk.MostPixels / Parts.Length / length * length;
        for (int row = 0; row < Parts[0].Runs.Length; row++)
            for (int from = 0; from < Parts[0].Runs[row].Length; from += most)
            {
                int first = strips.Count;
                int results = 0;
                for (int p = 0; p < Parts.Length; p++)
                {
                    Run run = Parts[p].Runs[row];
                    int count = Math.Clamp(run.Length - from, 0, most);
                    for (int slot = 0; slot < count; slot += length)
                    {
                        int image = ImageStarts[p] + (run.Image + (from + slot) * Parts[p].Width.StoredStep) * block;
                        strips.Add(new Strip(p, image, p * most + slot, run.FirstTapRow, run.TapRows));
                    }

                    results += count;
                }

                chunks.Add(new Chunk(first, strips.Count, Parts[0].Runs[row].Result + from * Parts.Length, results, 1, most));
            }
    }

    /// <summary>
    /// One strip to a tile, as long as cuts the runs into equal parts; or two shorter ones, which may come from different runs, where that
    /// computes fewer pixels that nobody wants.
    /// </summary>
    private static (int Length, bool Paired) BestStrips(ImmutableArray<Run> runs, int mostPixels)
    {
        int longest = runs.Max(static run => run.Length);
        int single = Up(longest, Up(longest, mostPixels));
        int half = mostPixels / 2;
        return single == half || Computed(half) < Computed(single) ? (half, true) : (single, false);

        long Computed(int length) => runs.Sum(run => (long)Up(run.Length, length) * length);
    }

    private static int Up(int value, int divisor) => (value + divisor - 1) / divisor;
}
