using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Back-propagation through y[o] = Σₖ w[k] · x[s·o + δ·k − P] with stride s, dilation δ and P zeros on each side: every product w[k]·x[i]
/// of the forward sum sends dy[o] · w[k] to x[i] and dy[o] · x[i] to w[k]. "Even with stride and padding" that is the transposed matrix
/// [S4.52].
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class StridedBackpropagation<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>[S4.52] ∂J/∂x[i] = Σ dy[o] · w[k] over all o, k with s·o + δ·k − P = i (derived), zero-based.</summary>
    /// <param name="dy">∂J/∂y, one value for each of the ⌊(D+2P−δ(K−1)−1)/s⌋+1 outputs.</param>
    /// <param name="w">The kernel, of length K ≥ 1.</param>
    /// <param name="D">The size of the input.</param>
    /// <param name="stride">The stride s, ≥ 1.</param>
    /// <param name="padding">The zeros P on each side, ≥ 0.</param>
    /// <param name="dilation">The distance δ between taps, ≥ 1.</param>
    /// <returns>∂J/∂x, of length D; zero where no window looks.</returns>
    /// <exception cref="ArgumentException">dy does not have the size of the output, or a number is out of range.</exception>
    [Formula("S4.52"), Erratum("E46")]
    public static T[] ToInput(T[] dy, T[] w, int D, int stride = 1, int padding = 0, int dilation = 1)
    {
        Require.Same(OutputSize.Fitting(D, w.Length, stride, padding, dilation), dy.Length, "length of dy");

        T[] dx = Zeros<T>.Of(D);

        for (int o = 0; o < dy.Length; o++)
            for (int k = 0; k < w.Length; k++)
            {
                int i = stride * o + dilation * k - padding;
                if (0 <= i && i < D)
                    dx[i] += dy[o] * w[k];
            }

        return dx;
    }

    /// <summary>[S4.50] with stride: ∂J/∂w[k] = Σₒ dy[o] · x[s·o + δ·k − P] (derived), zero-based, x zero outside.</summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="dy">∂J/∂y, one value for each of the ⌊(D+2P−δ(K−1)−1)/s⌋+1 outputs.</param>
    /// <param name="K">The kernel size, ≥ 1. With a stride several sizes have the same outputs, so it must be said.</param>
    /// <param name="stride">The stride s, ≥ 1.</param>
    /// <param name="padding">The zeros P on each side, ≥ 0.</param>
    /// <param name="dilation">The distance δ between taps, ≥ 1.</param>
    /// <returns>∂J/∂w, of length K.</returns>
    /// <exception cref="ArgumentException">dy does not have the size of the output, or a number is out of range.</exception>
    [Formula("S4.50"), Erratum("E46")]
    public static T[] ToKernel(T[] x, T[] dy, int K, int stride = 1, int padding = 0, int dilation = 1)
    {
        Require.Same(OutputSize.Fitting(x.Length, K, stride, padding, dilation), dy.Length, "length of dy");

        T[] dw = Zeros<T>.Of(K);

        for (int o = 0; o < dy.Length; o++)
            for (int k = 0; k < K; k++)
            {
                int i = stride * o + dilation * k - padding;
                if (0 <= i && i < x.Length)
                    dw[k] += dy[o] * x[i];
            }

        return dw;
    }
}
