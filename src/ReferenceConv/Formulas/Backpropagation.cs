using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Back-propagation through y[d] = Σₖ w[k] · x[d+k], given ∂J/∂y, written dy. Zero-based; the lecture counts from one.
/// An output is o here, d′ on the slides.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Backpropagation<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>[S4.49] y[d] = Σₖ w[k] · x[d+k]: the operation to differentiate, without bias or nonlinearity.</summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="w">The kernel, 1 ≤ K ≤ D.</param>
    /// <returns>D−K+1 outputs.</returns>
    /// <exception cref="ArgumentException">The kernel is empty or longer than the signal.</exception>
    [Formula("S4.49")]
    public static T[] Forward(T[] x, T[] w)
    {
        Require.Fits(x.Length, w.Length);

        var y = new T[x.Length - w.Length + 1];

        for (int d = 0; d < y.Length; d++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < w.Length; k++)
                sum += w[k] * x[d + k];
            y[d] = sum;
        }

        return y;
    }

    /// <summary>
    /// [S4.50] ∂J/∂w[k] = Σₒ ∂J/∂y[o] · x[o+k]: the valid correlation of x with dy. For ∂y[o]/∂w[k] = x[o+k].
    /// </summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="dy">∂J/∂y, of length 1 ≤ D′ ≤ D.</param>
    /// <returns>∂J/∂w, of length K = D−D′+1.</returns>
    /// <exception cref="ArgumentException">dy is empty or longer than the signal.</exception>
    [Formula("S4.50"), Erratum("E46")]
    public static T[] ToKernel(T[] x, T[] dy)
    {
        Require.That(1 <= dy.Length && dy.Length <= x.Length, $"length of dy must be in 1..D = 1..{x.Length}, was {dy.Length}");

        var dw = new T[x.Length - dy.Length + 1];

        for (int k = 0; k < dw.Length; k++)
        {
            T sum = T.AdditiveIdentity;
            for (int o = 0; o < dy.Length; o++)
                sum += dy[o] * x[o + k];
            dw[k] = sum;
        }

        return dw;
    }

    /// <summary>
    /// [S4.51] ∂J/∂x[d] = Σₒ ∂J/∂y[o] · w[d−o], over the o with 0 ≤ d−o &lt; K: the full convolution of dy with w.
    /// The lecture counts from one and writes w[d−d′+1]; the range of d′ is not printed.
    /// </summary>
    /// <param name="dy">∂J/∂y, of length D′ ≥ 1.</param>
    /// <param name="w">The kernel, of length K ≥ 1.</param>
    /// <returns>∂J/∂x, of length D = D′+K−1.</returns>
    /// <exception cref="ArgumentException">dy or the kernel is empty, or the result too large.</exception>
    [Formula("S4.51"), Erratum("E46")]
    public static T[] ToInput(T[] dy, T[] w)
    {
        Require.AtLeast(1, dy.Length, "length of dy");

        var dx = new T[OutputSize.Full(dy.Length, w.Length)];

        for (int d = 0; d < dx.Length; d++)
        {
            T sum = T.AdditiveIdentity;
            for (int o = 0; o < dy.Length; o++)
                if (0 <= d - o && d - o < w.Length)
                    sum += dy[o] * w[d - o];
            dx[d] = sum;
        }

        return dx;
    }

    /// <summary>∂J/∂b = Σₒ ∂J/∂y[o] of y + b: the bias enters every output with factor 1. Not on the slides.</summary>
    /// <param name="dy">∂J/∂y.</param>
    /// <returns>∂J/∂b.</returns>
    public static T ToBias(T[] dy)
    {
        T sum = T.AdditiveIdentity;
        foreach (T gradient in dy)
            sum += gradient;

        return sum;
    }
}
