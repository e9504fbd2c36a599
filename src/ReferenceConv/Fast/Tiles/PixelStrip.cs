using ReferenceConv.Fast.Layout;

namespace ReferenceConv.Fast.Tiles;

/// <summary>Neighbouring pixels that a tile computes together, side by side also in the output.</summary>
/// <param name="Image">The first one's place in the stored image.</param>
/// <param name="Result">The first one's place in a plane of the output.</param>
/// <param name="Length">Pixels that are wanted.</param>
/// <param name="Vectors">Vectors, 1 to 3.</param>
/// <param name="Step">From vector to vector; less than a vector where two overlap, and compute the same pixels to the same bits.</param>
/// <param name="FirstTapRow">First row of taps of the sum.</param>
/// <param name="TapRows">Rows of taps of the sum.</param>
internal readonly record struct PixelStrip(int Image, int Result, int Length, int Vectors, int Step, int FirstTapRow, int TapRows)
{
    /// <summary>Pixels that the tile computes.</summary>
    public int Computed(int lanes) => (Vectors - 1) * Step + lanes;

    /// <summary>
    /// Cuts a run: three vectors to a strip while that leaves none or more than one, then two; of the last two, the second slides back to
    /// end where the run ends. Only a run shorter than a vector computes pixels that nobody wants.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="lanes">Pixels of a vector.</param>
    /// <param name="resultStep">From one result to the next in the output.</param>
    public static IEnumerable<PixelStrip> Cut(Run run, int lanes, int resultStep)
    {
        int from = 0;
        for (; run.Length - from == 3 * lanes || run.Length - from > 4 * lanes; from += 3 * lanes)
            yield return Strip(from, 3, lanes);
        if (run.Length - from > 2 * lanes)
        {
            yield return Strip(from, 2, lanes);
            from += 2 * lanes;
        }

        if (run.Length - from > lanes)
            yield return Strip(from, 2, run.Length - from - lanes);
        else if (run.Length > from)
            yield return Strip(Math.Max(0, run.Length - lanes), 1, lanes);

        PixelStrip Strip(int start, int vectors, int step) => new(
            run.Image + start,
            run.Result + start * resultStep,
            Math.Min((vectors - 1) * step + lanes, run.Length - start),
            vectors,
            step,
            run.FirstTapRow,
            run.TapRows);
    }
}
