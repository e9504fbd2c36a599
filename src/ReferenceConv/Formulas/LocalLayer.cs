using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// The one-dimensional convolution layer as the lectures first write it: a few neighbours, shared weights, a bias, zeros beyond the ends.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class LocalLayer<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S0.09] y[i] = σ( b[i] + w₁·x[i] + w₂·x[i−1] + w₃·x[i+1] ): the taps in the order centre, left, right.
    /// As a correlation kernel over the offsets −1, 0, +1 that is (w₂, w₁, w₃), as a convolution kernel (w₃, w₁, w₂).
    /// The slide's bias has the index of the position; a bias that differs from place to place breaks equivariance.
    /// </summary>
    /// <param name="x">The signal, of length D; zero beyond its ends.</param>
    /// <param name="w1">The centre tap.</param>
    /// <param name="w2">The left tap.</param>
    /// <param name="w3">The right tap.</param>
    /// <param name="b">A bias for each position, of length D.</param>
    /// <param name="sigma">The nonlinearity σ; none if null.</param>
    /// <returns>D outputs.</returns>
    /// <exception cref="ArgumentException">There is not one bias for each position.</exception>
    [Formula("S0.09"), Erratum("E19", "E37")]
    public static T[] ThreeTaps(T[] x, T w1, T w2, T w3, T[] b, Func<T, T>? sigma = null)
    {
        Require.Same(x.Length, b.Length, "number of biases");
        sigma ??= v => v;

        var y = new T[x.Length];

        for (int i = 0; i < x.Length; i++)
            y[i] = sigma(b[i] + w1 * At(x, i) + w2 * At(x, i - 1) + w3 * At(x, i + 1));

        return y;
    }

    /// <summary>
    /// [S2.19] h[i] = Σⱼ wⱼ · x[i+j] + b with j = −⌊K/2⌋ … ⌊K/2⌋: a centred window and one bias for all positions.
    /// The range of j is not printed; the slide's count of 5 × 3 products needs this one.
    /// </summary>
    /// <param name="x">The signal, of length D; zero beyond its ends.</param>
    /// <param name="w">The kernel, of odd length K.</param>
    /// <param name="b">The bias.</param>
    /// <returns>D outputs.</returns>
    /// <exception cref="ArgumentException">K is even, so that no tap is the centre.</exception>
    [Formula("S2.19"), Erratum("E19")]
    public static T[] Shared(T[] x, T[] w, T b)
    {
        Require.Odd(w.Length);

        int half = w.Length / 2;
        var h = new T[x.Length];

        for (int i = 0; i < x.Length; i++)
        {
            T sum = T.AdditiveIdentity;
            for (int j = -half; j <= half; j++)
                sum += w[j + half] * At(x, i + j);
            h[i] = sum + b;
        }

        return h;
    }

    private static T At(T[] x, int i) => 0 <= i && i < x.Length ? x[i] : T.AdditiveIdentity;
}
