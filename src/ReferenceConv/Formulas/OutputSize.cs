namespace ReferenceConv.Formulas;

/// <summary>
/// How many outputs: the number of places where the kernel fits. The lectures print four rules, each a special case of
/// <see cref="Of"/> (erratum E34). Where the kernel fits nowhere the answer is 0; C#'s integer division, which truncates towards zero,
/// would claim a window there, so every rule looks first.
/// </summary>
public static class OutputSize
{
    /// <summary>[S1.10, S2.12, S3.25] M−m+1: no padding, stride 1, along one axis.</summary>
    /// <param name="M">The input size.</param>
    /// <param name="m">The kernel size, 1 ≤ m ≤ M.</param>
    /// <returns>M−m+1.</returns>
    /// <exception cref="ArgumentException">The kernel is empty or larger than the input.</exception>
    [Formula("S1.10", "S2.12", "S3.25"), Erratum("E34")]
    public static int Valid(int M, int m)
    {
        Require.Fits(M, m);
        return M - m + 1;
    }

    /// <summary>
    /// [S3.26, S4.24] D+K−1: with K−1 zeros on each side every overlap has an output, and the result is larger than the input.
    /// </summary>
    /// <param name="D">The input size, ≥ 1.</param>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <returns>D+K−1.</returns>
    /// <exception cref="ArgumentException">A size is below 1, or the result too large.</exception>
    [Formula("S3.26", "S4.24")]
    public static int Full(int D, int K)
    {
        Require.Signal(D);
        Require.Kernel(K);
        return Counted((long)D + K - 1);
    }

    /// <summary>
    /// [S4.25, S2.16] The zeros that keep the size at stride 1: ⌊(K−1)/2⌋ before and the other ⌊K/2⌋ after.
    /// Symmetric only for odd K; for even K libraries disagree, and this is one documented choice (errata E33, E43).
    /// </summary>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <returns>The zeros in front and the zeros behind.</returns>
    /// <exception cref="ArgumentException">The kernel is empty.</exception>
    [Formula("S4.25", "S2.16"), Erratum("E33", "E43")]
    public static (int PadBefore, int PadAfter) SamePadding(int K)
    {
        Require.Kernel(K);
        return ((K - 1) / 2, K / 2);
    }

    /// <summary>[S4.27] D + 2·padding − K + 1: padding zeros on each side (erratum E44), stride 1.</summary>
    /// <param name="D">The input size, ≥ 0.</param>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <param name="padding">Zeros per side, ≥ 0.</param>
    /// <returns>The number of outputs; 0 where the kernel fits nowhere.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or the result too large.</exception>
    [Formula("S4.27"), Erratum("E34", "E44")]
    public static int Padded(int D, int K, int padding)
    {
        Require.AtLeast(0, D, "signal size D");
        Require.Kernel(K);
        Require.AtLeast(0, padding, "padding");
        return Counted(Math.Max(0, D + (2L * padding) - K + 1));
    }

    /// <summary>
    /// [S0.11, S3.27, S4.38] ⌊(D + 2·padding − K)/stride + 1⌋. When the stride does not divide, the last
    /// (D + 2·padding − K) mod stride samples lie in no window (erratum E60).
    /// </summary>
    /// <param name="D">The input size, ≥ 0.</param>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <param name="padding">Zeros per side, ≥ 0.</param>
    /// <param name="stride">The distance between two consecutive positions of the kernel, ≥ 1.</param>
    /// <returns>The number of outputs; 0 where the kernel fits nowhere.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or the result too large.</exception>
    [Formula("S0.11", "S3.27", "S4.38"), Erratum("E11", "E34", "E60")]
    public static int Strided(int D, int K, int padding, int stride)
    {
        Require.AtLeast(0, D, "signal size D");
        Require.Kernel(K);
        Require.AtLeast(0, padding, "padding");
        Require.AtLeast(1, stride, "stride");

        long room = D + (2L * padding) - K;
        return room < 0 ? 0 : Counted((room / stride) + 1);
    }

    /// <summary>
    /// [S0.11 as printed] ⌈(i + 2p − k)/s⌉ + 1: one output too many whenever s does not divide i + 2p − k, and it never notices a kernel
    /// that fits nowhere (erratum E11). Rounding up belongs to pooling, where the last window may be a partial one.
    /// </summary>
    /// <param name="i">The input size, ≥ 0.</param>
    /// <param name="k">The kernel size, ≥ 1.</param>
    /// <param name="p">Zeros per side, ≥ 0.</param>
    /// <param name="s">The distance between two consecutive positions of the kernel, ≥ 1.</param>
    /// <returns>What the slide claims.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or the result too large.</exception>
    [Erratum("E11")]
    public static int PrintedCeil(int i, int k, int p, int s)
    {
        Require.AtLeast(0, i, "signal size i");
        Require.AtLeast(1, k, "kernel size k");
        Require.AtLeast(0, p, "padding p");
        Require.AtLeast(1, s, "stride s");

        (long quotient, long remainder) = Math.DivRem(i + (2L * p) - k, s);
        long ceil = remainder > 0 ? quotient + 1 : quotient;
        return Counted(ceil + 1);
    }

    /// <summary>
    /// ⌊(D + padBefore + padAfter − dilation·(K−1) − 1)/stride⌋ + 1, or 0 where the kernel fits nowhere: derived, the one rule
    /// of which the printed ones are special cases (erratum E34).
    /// </summary>
    /// <param name="D">The input size, ≥ 0.</param>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <param name="padBefore">Samples added in front, ≥ 0.</param>
    /// <param name="padAfter">Samples added behind, ≥ 0.</param>
    /// <param name="stride">The distance between two consecutive positions of the kernel, ≥ 1.</param>
    /// <param name="dilation">The distance between two consecutive taps of the kernel, ≥ 1.</param>
    /// <returns>The number of outputs; 0 where the kernel fits nowhere.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or the result too large.</exception>
    [Erratum("E20", "E33", "E34", "E44")]
    public static int Of(int D, int K, int padBefore, int padAfter, int stride, int dilation)
    {
        Require.AtLeast(0, D, "signal size D");
        Require.Kernel(K);
        Require.AtLeast(0, padBefore, "padding before");
        Require.AtLeast(0, padAfter, "padding after");
        Require.AtLeast(1, stride, "stride");
        Require.AtLeast(1, dilation, "dilation");

        long extent = (dilation * (K - 1L)) + 1;
        long padded = (long)padBefore + D + padAfter;
        return padded < extent ? 0 : Counted(((padded - extent) / stride) + 1);
    }

    /// <summary>
    /// [S4.26] ⌊(D−1)/(K−1)⌋ (derived): how many valid layers can be stacked, each smaller by K−1, before nothing is left.
    /// </summary>
    /// <param name="D">The input size, ≥ 1.</param>
    /// <param name="K">The kernel size of every layer, ≥ 2; a kernel of size 1 takes nothing away.</param>
    /// <returns>The number of layers.</returns>
    /// <exception cref="ArgumentException">A size is out of range.</exception>
    [Formula("S4.26")]
    public static int ValidLayers(int D, int K)
    {
        Require.Signal(D);
        Require.AtLeast(2, K, "kernel size K");
        return (D - 1) / (K - 1);
    }

    /// <summary>
    /// <see cref="Of"/> with P samples on either side, for a formula that needs a window and counts positions in int: the kernel fits,
    /// and the padded size D+2P is an int.
    /// </summary>
    internal static int Fitting(int D, int K, int stride, int padding, int dilation = 1, string name = "kernel extent δ(K−1)+1")
    {
        Require.AtLeast(0, padding, "padding");
        int padded = Require.Size(D + (2L * padding), "padded size D+2P");
        int extent = ReceptiveField.Extent(K, dilation);
        int outputs = Of(D, K, padding, padding, stride, dilation);
        Require.Fits(padded, extent, name, room: "D+2P");
        return outputs;
    }

    private static int Counted(long size) => Require.Size(size, "output size");
}
