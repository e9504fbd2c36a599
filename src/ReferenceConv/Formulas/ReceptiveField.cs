namespace ReferenceConv.Formulas;

/// <summary>How many inputs one output sees along an axis.</summary>
public static class ReceptiveField
{
    /// <summary>[S2.33] δ(K−1)+1 (derived): the extent of K taps that stand δ apart, holes included.</summary>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <param name="dilation">The distance δ between taps, ≥ 1; 1 is no dilation.</param>
    /// <returns>The number of samples from the first tap to the last.</returns>
    /// <exception cref="ArgumentException">K or the dilation is below 1, or the extent above 2³¹−1.</exception>
    [Formula("S2.33")]
    public static int Extent(int K, int dilation = 1)
    {
        Require.Kernel(K);
        Require.AtLeast(1, dilation, "dilation");

        return Require.Size(dilation * (K - 1L) + 1, "kernel extent δ(K−1)+1");
    }

    /// <summary>[S4.07] L(K−1)+1 (derived): L layers of kernel K and stride 1. With K = 3 one layer sees 3 neighbours, two see 5.</summary>
    /// <param name="L">The number of layers, ≥ 0; no layer sees one input.</param>
    /// <param name="K">The kernel size, ≥ 1.</param>
    /// <returns>The number of inputs that one output depends on.</returns>
    /// <exception cref="ArgumentException">L is negative or K below 1, or the receptive field above 2³¹−1.</exception>
    [Formula("S4.07")]
    public static int OfLayers(int L, int K)
    {
        Require.AtLeast(0, L, "number of layers L");
        Require.Kernel(K);

        return Require.Size(L * (K - 1L) + 1, "receptive field");
    }

    /// <summary>
    /// [S3.34] r = 1 + Σₗ (K̂ₗ−1) · s₁s₂…sₗ₋₁ with K̂ = δ(K−1)+1 (derived): deeper layers see larger portions of the input,
    /// and every stride below makes their steps longer.
    /// </summary>
    /// <param name="layers">
    /// Kernel size, stride and dilation of each layer, from the input up, all ≥ 1; pooling layers count as any other.
    /// </param>
    /// <returns>What one output of each layer sees of the input, layer by layer.</returns>
    /// <exception cref="ArgumentException">
    /// A kernel size, stride or dilation is below 1, or a receptive field or the product of the strides above 2³¹−1.
    /// </exception>
    [Formula("S3.34")]
    public static int[] OfStack(params (int K, int Stride, int Dilation)[] layers)
    {
        var seen = new int[layers.Length];
        int r = 1;
        int step = 1;

        for (int l = 0; l < layers.Length; l++)
        {
            (int K, int stride, int dilation) = layers[l];
            Require.AtLeast(1, stride, "stride");

            r = Require.Size(r + (Extent(K, dilation) - 1L) * step, "receptive field");
            step = Require.Size((long)step * stride, "product of the strides");
            seen[l] = r;
        }

        return seen;
    }
}
