using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>A local layer whose outputs share nothing: the middle between the dense layer and the convolution.</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class UnsharedConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>y[i] = Σⱼ w[i,j] · x[i+j], zero-based: a kernel of its own for every output.</summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="w">One row of K taps for each of the D−K+1 outputs, 1 ≤ K ≤ D.</param>
    /// <returns>D−K+1 outputs.</returns>
    /// <exception cref="ArgumentException">The kernels do not fit, or there is not one for each output.</exception>
    public static T[] Correlate(T[] x, T[,] w)
    {
        int K = w.GetLength(1);
        Require.Fits(x.Length, K);
        Require.Same(x.Length - K + 1, w.GetLength(0), "number of kernels");

        var y = new T[w.GetLength(0)];

        for (int i = 0; i < y.Length; i++)
        {
            T sum = T.AdditiveIdentity;
            for (int j = 0; j < K; j++)
                sum += w[i, j] * x[i + j];
            y[i] = sum;
        }

        return y;
    }
}
