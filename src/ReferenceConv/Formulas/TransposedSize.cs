namespace ReferenceConv.Formulas;

/// <summary>
/// The sizes of the transposed convolution. It turns the size relation round (usually larger from smaller; smaller from larger where
/// the original padded fully), and recovers the original size only with the right output padding.
/// </summary>
public static class TransposedSize
{
    /// <summary>[S4.53, S4.55] D = s(D′−1) + δ(K−1)+1 − 2P + a (derived): the slides draw it and print no formula.</summary>
    /// <param name="Dout">The size D′ of what is transposed back, ≥ 1: the output of the original convolution.</param>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <param name="stride">The stride s of the original, ≥ 1.</param>
    /// <param name="padding">The padding P of the original, ≥ 0.</param>
    /// <param name="dilation">The dilation δ, ≥ 1.</param>
    /// <param name="outputPadding">The number a of inputs of the original that no window reached, 0 ≤ a &lt; s.</param>
    /// <returns>The size D of the input of the original.</returns>
    /// <exception cref="ArgumentException">A number is out of range, there is no such input, or it is too large.</exception>
    [Formula("S4.53", "S4.55"), Erratum("E30", "E31")]
    public static int Of(int Dout, int K, int stride = 1, int padding = 0, int dilation = 1, int outputPadding = 0)
    {
        int extent = ReceptiveField.Extent(K, dilation);
        Require.AtLeast(1, Dout, "size D′");
        Require.AtLeast(1, stride, "stride");
        Require.AtLeast(0, padding, "padding");
        Require.That(
            0 <= outputPadding && outputPadding < stride,
            $"output padding must be in 0..s-1 = 0..{stride - 1}, was {outputPadding}");

        int uncut = Require.Size(stride * (Dout - 1L) + extent, "size s(D′−1)+δ(K−1)+1");
        long D = uncut - 2L * padding + outputPadding;
        Require.AtLeast(1, D, "transposed size D");
        return Require.Size(D, "transposed size D");
    }

    /// <summary>
    /// [S4.53] a = D+2P − (s(D′−1)+δ(K−1)+1) = (D+2P−δ(K−1)−1) mod s (derived): what lies behind the last window, and brings the size D
    /// back.
    /// </summary>
    /// <param name="D">The size of the input of the original.</param>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <param name="stride">The stride s, ≥ 1.</param>
    /// <param name="padding">The padding P, ≥ 0.</param>
    /// <param name="dilation">The dilation δ, ≥ 1.</param>
    /// <returns>0 ≤ a &lt; s.</returns>
    /// <exception cref="ArgumentException">The kernel does not fit the padded input, or a number is out of range.</exception>
    [Formula("S4.53"), Erratum("E31")]
    public static int OutputPadding(int D, int K, int stride = 1, int padding = 0, int dilation = 1)
    {
        int outputs = OutputSize.Fitting(D, K, stride, padding, dilation);
        int seen = stride * (outputs - 1) + ReceptiveField.Extent(K, dilation);
        return D + 2 * padding - seen;
    }

    /// <summary>
    /// [S4.54, S4.59] P′ = K−1−P (derived): the padding of the transposed convolution read as a convolution, without dilation; with it K−1
    /// is δ(K−1). None becomes full, full becomes none; beyond full it is negative and crops.
    /// </summary>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <param name="padding">The padding P of the original, ≥ 0.</param>
    /// <returns>The padding P′.</returns>
    /// <exception cref="ArgumentException">K is below 1 or P negative.</exception>
    [Formula("S4.54", "S4.59")]
    public static int Padding(int K, int padding)
    {
        Require.Kernel(K);
        Require.AtLeast(0, padding, "padding");

        return K - 1 - padding;
    }
}
