using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Convolution of signals that begin at time zero: the sum stops at the present, since f needs no future and g has no past.
/// This is the discrete form of the lecture's ∫₀ᵗ; for arrays that start at index 0 it is the full convolution (erratum E10).
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class CausalConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>[S1.03] (f∗g)[t] = Σₙ f[t−n] · g[n], n = 0 .. t, for every t at which a product exists.</summary>
    /// <param name="f">The signal, F ≥ 1 samples, zero after them.</param>
    /// <param name="g">The kernel, G ≥ 1 taps, zero after them.</param>
    /// <returns>F+G−1 sums.</returns>
    /// <exception cref="ArgumentException">The signal or the kernel is empty, or the result too large.</exception>
    [Formula("S1.03"), Erratum("E10")]
    public static T[] Convolve(T[] f, T[] g)
    {
        var s = new T[OutputSize.Full(f.Length, g.Length)];

        for (int t = 0; t < s.Length; t++)
        {
            T sum = T.AdditiveIdentity;
            for (int n = 0; n <= t; n++)
                if (t - n < f.Length && n < g.Length)
                    sum += f[t - n] * g[n];
            s[t] = sum;
        }

        return s;
    }
}
