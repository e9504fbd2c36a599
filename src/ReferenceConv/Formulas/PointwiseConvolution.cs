using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>The 1×1 convolution: a dense layer across the channels, the same one at every pixel ("network in network").</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class PointwiseConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>[S1.45] y[m′,d₁,d₂] = Σₘ w[m′,m] · x[m,d₁,d₂] + b[m′] (derived), zero-based.</summary>
    /// <param name="x">The input, M × D₁ × D₂.</param>
    /// <param name="w">The weights, M′ × M.</param>
    /// <param name="b">One bias for each of the M′ output channels.</param>
    /// <returns>M′ × D₁ × D₂ outputs.</returns>
    /// <exception cref="ArgumentException">The numbers of channels or biases disagree.</exception>
    [Formula("S1.45")]
    public static T[,,] Layer(T[,,] x, T[,] w, T[] b)
    {
        (int outputs, int M) = (w.GetLength(0), w.GetLength(1));
        Require.Same(M, x.GetLength(0), "number of input channels M");
        Require.Same(outputs, b.Length, "number of biases");

        var y = new T[outputs, x.GetLength(1), x.GetLength(2)];

        for (int o = 0; o < outputs; o++)
            for (int d1 = 0; d1 < y.GetLength(1); d1++)
                for (int d2 = 0; d2 < y.GetLength(2); d2++)
                {
                    T sum = T.AdditiveIdentity;
                    for (int m = 0; m < M; m++)
                        sum += w[o, m] * x[m, d1, d2];
                    y[o, d1, d2] = sum + b[o];
                }

        return y;
    }
}
