namespace ReferenceConv.Geometry;

/// <summary>
/// The one place that counts windows. Every output size of every operator comes from here.
/// </summary>
public static class OutputSize
{
    /// <summary>k̂ = d(k−1) + 1: how many positions a kernel of k taps spans at dilation d, holes included.</summary>
    /// <param name="kernel">Taps k ≥ 1.</param>
    /// <param name="dilation">Distance between taps d ≥ 1.</param>
    /// <exception cref="ArgumentException">k &lt; 1, d &lt; 1, or k̂ ≥ 2³¹.</exception>
    public static int Extent(int kernel, int dilation)
    {
        Require.AtLeast(1, kernel, "kernel size");
        Require.AtLeast(1, dilation, "dilation");
        return Require.Size((long)dilation * (kernel - 1) + 1, "kernel extent d(k−1)+1");
    }

    /// <summary>
    /// o = ⌊(i + p₀ + p₁ − k̂) / s⌋ + 1 if the kernel fits, k̂ ≤ i + p₀ + p₁; otherwise 0 [S4.38].
    /// With <see cref="Rounding.Ceiling"/> the quotient is rounded up, and the partial window that this adds is given back
    /// if it would start beyond input and begin padding: (o−1)s ≥ i + p₀.
    /// </summary>
    /// <remarks>
    /// C#'s division truncates toward zero, so the quotient alone claims a window where the kernel is too large; hence the guard.
    /// </remarks>
    /// <param name="input">Input size i ≥ 0.</param>
    /// <param name="extent">Kernel extent k̂ ≥ 1.</param>
    /// <param name="stride">Distance between windows s ≥ 1.</param>
    /// <param name="begin">Positions p₀ ≥ 0 before the input.</param>
    /// <param name="end">Positions p₁ ≥ 0 after the input.</param>
    /// <param name="rounding">Whether a last, partial window counts.</param>
    /// <exception cref="ArgumentException">A value is out of its range, or the padded size or the result reaches 2³¹.</exception>
    public static int Count(int input, int extent, int stride, int begin = 0, int end = 0, Rounding rounding = Rounding.Floor)
    {
        Require.AtLeast(0, input, "input size");
        Require.AtLeast(1, extent, "kernel extent");
        Require.AtLeast(1, stride, "stride");
        Require.AtLeast(0, begin, "begin padding");
        Require.AtLeast(0, end, "end padding");

        int padded = Require.Size((long)input + begin + end, "padded input size i+p₀+p₁");
        int room = padded - extent;
        if (room < 0)
            return 0;

        int whole = room / stride + 1;
        if (rounding == Rounding.Floor || room % stride == 0)
            return whole;

        bool startsInside = (long)whole * stride < (long)input + begin;
        return startsInside ? whole + 1 : whole;
    }
}
