using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// The convolution layer with channels: a K₁ × K₂ filter for each pair of input and output channel, summed over the inputs.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Channels<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S4.43] y[m′,d₁,d₂] = g( Σₘ Σₖ₁ Σₖ₂ w[m′,m,k₁,k₂] · x[m, d₁+k₁, d₂+k₂] + b[m′] ), zero-based.
    /// The lecture counts from one and stores w as (M, M′, K₁, K₂): <see cref="WeightLayout.FromInputFirst{T}(T[,,,])"/> turns it round.
    /// </summary>
    /// <param name="x">The input, M × D₁ × D₂.</param>
    /// <param name="w">The filters, M′ × M × K₁ × K₂, with 1 ≤ K ≤ D on each axis.</param>
    /// <param name="b">One bias for each of the M′ output channels; none if null.</param>
    /// <param name="g">The nonlinearity; none if null.</param>
    /// <returns>M′ × (D₁−K₁+1) × (D₂−K₂+1) outputs.</returns>
    /// <exception cref="ArgumentException">The numbers of channels or biases disagree, or the filters do not fit.</exception>
    /// <remarks>
    /// The shapes are those of [S4.39]; the input channels are added up [S4.40]; there is one bias for each output channel [S4.44].
    /// </remarks>
    [Formula("S4.39", "S4.40", "S4.43", "S4.44"), Erratum("E18", "E19", "E28")]
    public static T[,,] Layer(T[,,] x, T[,,,] w, T[]? b = null, Func<T, T>? g = null)
    {
        (int outputs, int M, int K1, int K2) = (w.GetLength(0), w.GetLength(1), w.GetLength(2), w.GetLength(3));
        Require.Same(M, x.GetLength(0), "number of input channels M");
        Require.Fits(x.GetLength(1), K1);
        Require.Fits(x.GetLength(2), K2);
        if (b is not null)
            Require.Same(outputs, b.Length, "number of biases");
        g ??= v => v;

        var y = new T[outputs, x.GetLength(1) - K1 + 1, x.GetLength(2) - K2 + 1];

        for (int o = 0; o < outputs; o++)
            for (int d1 = 0; d1 < y.GetLength(1); d1++)
                for (int d2 = 0; d2 < y.GetLength(2); d2++)
                {
                    T sum = T.AdditiveIdentity;
                    for (int m = 0; m < M; m++)
                        for (int k1 = 0; k1 < K1; k1++)
                            for (int k2 = 0; k2 < K2; k2++)
                                sum += w[o, m, k1, k2] * x[m, d1 + k1, d2 + k2];
                    y[o, d1, d2] = g(b is null ? sum : sum + b[o]);
                }

        return y;
    }
}
