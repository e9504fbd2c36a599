namespace ReferenceConv.Formulas;

/// <summary>
/// What a layer costs: multiplications for its outputs, weights to learn. The lecture's D × K for a centred layer counts products
/// with padded zeros; without them it is fewer, and a valid layer has fewer outputs. Each count says which it is.
/// </summary>
public static class Counts
{
    /// <summary>[S2.20, S2.21] n·m multiplications of a dense layer from n inputs to m outputs: 5×5, 25×25.</summary>
    /// <param name="n">The inputs, ≥ 0.</param>
    /// <param name="m">The outputs, ≥ 0.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    [Formula("S2.20", "S2.21")]
    public static long DenseMultiplications(int n, int m) => Product(n, m);

    /// <summary>
    /// [S2.20, S2.21] D·K multiplications of a centred layer with D outputs, those with padded zeros included: 5×3, 25×3.
    /// </summary>
    /// <param name="D">The inputs and outputs, ≥ 0.</param>
    /// <param name="K">The kernel size, ≥ 0.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    [Formula("S2.20", "S2.21"), Erratum("E29")]
    public static long LocalMultiplications(int D, int K) => Product(D, K);

    /// <summary>The multiplications of the same layer that meet an input and not a padded zero: 13 of 5×3, 73 of 25×3.</summary>
    /// <param name="D">The inputs and outputs, ≥ 0.</param>
    /// <param name="K">The kernel size, odd.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">D is negative or K is even.</exception>
    [Erratum("E29")]
    public static long LocalMultiplicationsInside(int D, int K)
    {
        Require.AtLeast(0, D, "count");
        Require.Odd(K);

        long count = 0;
        for (int i = 0; i < D; i++)
            for (int j = -(K / 2); j <= K / 2; j++)
                if (0 <= i + j && i + j < D)
                    count++;

        return count;
    }

    /// <summary>(D−K+1)·K multiplications of a valid layer, which has fewer outputs: 9 for 5 inputs and 3 taps.</summary>
    /// <param name="D">The inputs.</param>
    /// <param name="K">The kernel size, 1 ≤ K ≤ D.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">The kernel does not fit.</exception>
    [Erratum("E29")]
    public static long ValidMultiplications(int D, int K)
    {
        Require.Fits(D, K);
        return Product(D - K + 1, K);
    }

    /// <summary>[S2.22, S2.23, S3.32] n·m weights of a dense layer, each edge its own: 25, 625.</summary>
    /// <param name="n">The inputs, ≥ 0.</param>
    /// <param name="m">The outputs, ≥ 0.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    [Formula("S2.22", "S2.23", "S3.32")]
    public static long DenseWeights(int n, int m) => Product(n, m);

    /// <summary>D·K weights of a layer that is local but shares nothing: 15 for 5 outputs of 3 taps.</summary>
    /// <param name="D">The outputs, ≥ 0.</param>
    /// <param name="K">The kernel size, ≥ 0.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public static long UnsharedWeights(int D, int K) => Product(D, K);

    /// <summary>
    /// [S2.22, S2.23, S3.30, S4.47] K₁·K₂·M·M′ weights of a convolution layer, whatever the size of the input: 3 for the lecture's 1-D
    /// layer, 11·11·3·96 = 34 848 for the first of AlexNet.
    /// </summary>
    /// <param name="K1">The kernel rows, ≥ 0.</param>
    /// <param name="K2">The kernel columns, ≥ 0.</param>
    /// <param name="M">The input channels, ≥ 0.</param>
    /// <param name="outputs">The output channels M′, ≥ 0.</param>
    /// <returns>The count; M′ more with biases.</returns>
    /// <exception cref="ArgumentException">A number is negative, or the count above 2⁶³−1.</exception>
    [Formula("S2.22", "S2.23", "S3.30", "S4.47")]
    public static long SharedWeights(int K1, int K2 = 1, int M = 1, int outputs = 1) => Product(K1, K2, M, outputs);

    private static long Product(params ReadOnlySpan<int> factors)
    {
        Int128 product = 1;   // room for four factors of 31 bits, and no layer has more
        foreach (int factor in factors)
        {
            Require.AtLeast(0, factor, "count");
            product *= factor;
        }

        Require.That(product <= long.MaxValue, $"count must be ≤ {long.MaxValue}, was {product}");
        return (long)product;
    }
}
