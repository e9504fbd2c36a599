using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>Strips whose results stand side by side in the output, and are written there together.</summary>
/// <param name="FirstStrip">Number of the first strip.</param>
/// <param name="EndStrip">Behind the last strip.</param>
/// <param name="Result">Place of the first result in a plane of the output.</param>
/// <param name="Length">Results.</param>
internal readonly record struct Chunk(int FirstStrip, int EndStrip, int Result, int Length)
{
    /// <summary>Strips of a chunk, at most.</summary>
    public const int MostStrips = 16;

    /// <summary>
    /// Cuts runs into strips of <paramref name="length"/> pixels. The last strip of a run slides back over its neighbour, whose pixels it computes again, to
    /// the same bits; only a run that is shorter than a strip leaves a strip partly unused.
    /// </summary>
    /// <param name="runs">The runs.</param>
    /// <param name="length">Pixels of a strip.</param>
    /// <param name="resultStep">From one result to the next in the output.</param>
    /// <param name="strips">Receives the strips.</param>
    public static Chunk[] Cut(IEnumerable<Run> runs, int length, int resultStep, List<Strip> strips)
    {
        var chunks = new List<Chunk>();
        foreach (Run run in runs)
            for (int start = 0; start < run.Length; start += length)
            {
                int from = Math.Max(0, Math.Min(start, run.Length - length));
                int result = run.Result + from * resultStep;
                int count = Math.Min(length, run.Length - from);
                Chunk last = chunks.Count == 0 ? default : chunks[^1];
                int slot = (result - last.Result) / resultStep;
                bool joins = last.EndStrip - last.FirstStrip is > 0 and < MostStrips && last.Result + slot * resultStep == result && 0 <= slot && slot <= last.Length;
                if (!joins)
                {
                    slot = 0;
                    last = new Chunk(strips.Count, strips.Count, result, 0);
                    chunks.Add(last);
                }

                strips.Add(new Strip(run.Image + from, slot, run.FirstTapRow, run.TapRows));
                chunks[^1] = last with { EndStrip = strips.Count, Length = Math.Max(last.Length, slot + count) };
            }

        return [.. chunks];
    }
}
