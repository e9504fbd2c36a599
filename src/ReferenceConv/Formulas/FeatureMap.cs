using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>The feature map of one kernel: one output wherever the kernel fits.</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class FeatureMap<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S4.11, S4.29] ỹ[d] = g( Σₖ x[d+k] · w[k] ), zero-based: slide on the input, calculate the inner product, apply the nonlinearity.
    /// The first step of pooling, and of striding in two steps.
    /// The lecture counts from one and writes x[d+k−1].
    /// </summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="w">The kernel, 1 ≤ K ≤ D.</param>
    /// <param name="g">The nonlinearity; none if null.</param>
    /// <returns>D−K+1 outputs.</returns>
    /// <exception cref="ArgumentException">The kernel is empty or longer than the signal.</exception>
    [Formula("S4.11", "S4.29")]
    public static T[] Of(T[] x, T[] w, Func<T, T>? g = null)
    {
        Require.Fits(x.Length, w.Length);
        g ??= v => v;

        var y = new T[x.Length - w.Length + 1];

        for (int d = 0; d < y.Length; d++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < w.Length; k++)
                sum += x[d + k] * w[k];
            y[d] = g(sum);
        }

        return y;
    }
}
