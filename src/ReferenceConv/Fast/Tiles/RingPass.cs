namespace ReferenceConv.Fast.Tiles;

/// <summary>Some tap rows, for all results.</summary>
/// <param name="IsFirst">Whether the sums begin here.</param>
/// <param name="TapRows">Tap rows.</param>
/// <param name="Taps">Where the taps that every tap row has find the image, counted from its row.</param>
/// <param name="ShortTaps">The same for taps that the last tap row does not have.</param>
/// <param name="WeightStart">Where the weights of the pass begin.</param>
/// <param name="FirstRow">First stored row that is read.</param>
/// <param name="Rows">Stored rows that are read; rows of zeros before and after are not.</param>
/// <param name="Newest">The result whose sum begins in the first row.</param>
internal sealed record RingPass(bool IsFirst, int TapRows, int[] Taps, int[] ShortTaps, int WeightStart, int FirstRow, int Rows, int Newest)
{
    /// <summary>Whether the pass reads a row for each of the results.</summary>
    public bool CoversAll(int results) => Covers(0) && Covers(results - 1);

    /// <summary>Whether the pass reads a row that result <paramref name="m"/> meets.</summary>
    public bool Covers(int m) => Newest - (TapRows - 1) <= m && m < Newest + Rows;
}
