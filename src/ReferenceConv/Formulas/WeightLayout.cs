namespace ReferenceConv.Formulas;

/// <summary>
/// The orders in which the lectures store weights, turned into the one used here: output first, (M′, M, K₁, K₂) and W[out, in].
/// Row by row that is the M′ × (M·K₁·K₂) matrix of the layer.
/// </summary>
public static class WeightLayout
{
    /// <summary>[S4.39] w[m′,m,k₁,k₂] from the slide's w[m,m′,k₁,k₂].</summary>
    /// <typeparam name="T">Anything.</typeparam>
    /// <param name="w">Weights as M × M′ × K₁ × K₂.</param>
    /// <returns>Weights as M′ × M × K₁ × K₂.</returns>
    [Formula("S4.39"), Erratum("E18")]
    public static T[,,,] FromInputFirst<T>(T[,,,] w)
    {
        var turned = new T[w.GetLength(1), w.GetLength(0), w.GetLength(2), w.GetLength(3)];

        for (int o = 0; o < turned.GetLength(0); o++)
            for (int m = 0; m < turned.GetLength(1); m++)
                for (int k1 = 0; k1 < turned.GetLength(2); k1++)
                    for (int k2 = 0; k2 < turned.GetLength(3); k2++)
                        turned[o, m, k1, k2] = w[m, o, k1, k2];

        return turned;
    }

    /// <summary>[S4.47] w[m′,m,k₁,k₂] from w[k₁,k₂,m,m′], the order of AlexNet's 11×11×3×96.</summary>
    /// <typeparam name="T">Anything.</typeparam>
    /// <param name="w">Weights as K₁ × K₂ × M × M′.</param>
    /// <returns>Weights as M′ × M × K₁ × K₂.</returns>
    [Formula("S4.47"), Erratum("E18")]
    public static T[,,,] FromKernelFirst<T>(T[,,,] w)
    {
        var turned = new T[w.GetLength(3), w.GetLength(2), w.GetLength(0), w.GetLength(1)];

        for (int o = 0; o < turned.GetLength(0); o++)
            for (int m = 0; m < turned.GetLength(1); m++)
                for (int k1 = 0; k1 < turned.GetLength(2); k1++)
                    for (int k2 = 0; k2 < turned.GetLength(3); k2++)
                        turned[o, m, k1, k2] = w[k1, k2, m, o];

        return turned;
    }

    /// <summary>[S0.07] W[out, in] from the slide's w[in, out], so that y = Wx.</summary>
    /// <typeparam name="T">Anything.</typeparam>
    /// <param name="w">Dense weights as inputs × outputs.</param>
    /// <returns>Dense weights as outputs × inputs.</returns>
    [Formula("S0.07"), Erratum("E17")]
    public static T[,] FromInputFirst<T>(T[,] w) => Matrix.Transpose(w);

    /// <summary>
    /// [S1.40] fc2conv: the dense weights W[m′, (m·K₁+k₁)·K₂+k₂] as filters that cover the whole M × K₁ × K₂ input,
    /// whose valid convolution has one output per channel.
    /// </summary>
    /// <typeparam name="T">Anything.</typeparam>
    /// <param name="w">Dense weights, M′ × (M·K₁·K₂).</param>
    /// <param name="M">The input channels, ≥ 1.</param>
    /// <param name="K1">The input rows, ≥ 1.</param>
    /// <param name="K2">The input columns, ≥ 1.</param>
    /// <returns>Weights as M′ × M × K₁ × K₂.</returns>
    /// <exception cref="ArgumentException">W does not have M·K₁·K₂ columns, or a number is out of range.</exception>
    [Formula("S1.40")]
    public static T[,,,] FromDense<T>(T[,] w, int M, int K1, int K2)
    {
        Require.AtLeast(1, M, "number of input channels M");
        Require.AtLeast(1, K1, "input rows K₁");
        Require.AtLeast(1, K2, "input columns K₂");
        int channel = Require.Size((long)K1 * K2, "channel size K₁·K₂");
        Require.Same(Require.Size((long)M * channel, "input size M·K₁·K₂"), w.GetLength(1), "number of columns of W");

        var filters = new T[w.GetLength(0), M, K1, K2];

        for (int o = 0; o < w.GetLength(0); o++)
            for (int m = 0; m < M; m++)
                for (int k1 = 0; k1 < K1; k1++)
                    for (int k2 = 0; k2 < K2; k2++)
                        filters[o, m, k1, k2] = w[o, (m * K1 + k1) * K2 + k2];

        return filters;
    }
}
