using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Back-propagation through y[o₁,o₂] = Σ Σ w[k₁,k₂] · x[i₁,i₂] with i = s·o + δ·k − P on each axis: every product of the forward sum sends
/// dy · w to its input and dy · x to its weight.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class ImageBackpropagation<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S4.52] ∂J/∂x[i₁,i₂] = Σ dy[o₁,o₂] · w[k₁,k₂] over all o, k with s·o + δ·k − P = i on each axis (derived), zero-based.
    /// </summary>
    /// <param name="dy">∂J/∂y, D₁′ × D₂′ with D′ = ⌊(D+2P−δ(K−1)−1)/s⌋+1.</param>
    /// <param name="w">The kernel, K₁ × K₂, both ≥ 1.</param>
    /// <param name="size">The rows D₁ and columns D₂ of the input.</param>
    /// <param name="stride">The strides, ≥ 1.</param>
    /// <param name="padding">The zeros on each side, ≥ 0: rows, columns.</param>
    /// <param name="dilation">The distances between taps, ≥ 1.</param>
    /// <returns>∂J/∂x, D₁ × D₂; zero where no window looks.</returns>
    /// <exception cref="ArgumentException">dy does not have the size of the output, or a number is out of range.</exception>
    [Formula("S4.52")]
    public static T[,] ToInput(
        T[,] dy, T[,] w, (int D1, int D2) size, (int S1, int S2) stride, (int P1, int P2) padding, (int δ1, int δ2) dilation)
    {
        Require.Same(OutputSize.Fitting(size.D1, w.GetLength(0), stride.S1, padding.P1, dilation.δ1), dy.GetLength(0), "size of dy");
        Require.Same(OutputSize.Fitting(size.D2, w.GetLength(1), stride.S2, padding.P2, dilation.δ2), dy.GetLength(1), "size of dy");

        T[,] dx = Zeros<T>.Of(size.D1, size.D2);

        for (int o1 = 0; o1 < dy.GetLength(0); o1++)
            for (int o2 = 0; o2 < dy.GetLength(1); o2++)
                for (int k1 = 0; k1 < w.GetLength(0); k1++)
                    for (int k2 = 0; k2 < w.GetLength(1); k2++)
                    {
                        int i1 = stride.S1 * o1 + dilation.δ1 * k1 - padding.P1;
                        int i2 = stride.S2 * o2 + dilation.δ2 * k2 - padding.P2;
                        if (0 <= i1 && i1 < size.D1 && 0 <= i2 && i2 < size.D2)
                            dx[i1, i2] += dy[o1, o2] * w[k1, k2];
                    }

        return dx;
    }

    /// <summary>∂J/∂w[k₁,k₂] = Σ Σ dy[o₁,o₂] · x[s₁·o₁+δ₁·k₁−P₁, s₂·o₂+δ₂·k₂−P₂] (derived), zero-based, x zero outside.</summary>
    /// <param name="x">The image, D₁ × D₂.</param>
    /// <param name="dy">∂J/∂y, D₁′ × D₂′ with D′ = ⌊(D+2P−δ(K−1)−1)/s⌋+1.</param>
    /// <param name="kernel">The rows K₁ and columns K₂ of the kernel, both ≥ 1.</param>
    /// <param name="stride">The strides, ≥ 1.</param>
    /// <param name="padding">The zeros on each side, ≥ 0: rows, columns.</param>
    /// <param name="dilation">The distances between taps, ≥ 1.</param>
    /// <returns>∂J/∂w, K₁ × K₂.</returns>
    /// <exception cref="ArgumentException">dy does not have the size of the output, or a number is out of range.</exception>
    public static T[,] ToKernel(
        T[,] x, T[,] dy, (int K1, int K2) kernel, (int S1, int S2) stride, (int P1, int P2) padding, (int δ1, int δ2) dilation)
    {
        Require.Same(OutputSize.Fitting(x.GetLength(0), kernel.K1, stride.S1, padding.P1, dilation.δ1), dy.GetLength(0), "size of dy");
        Require.Same(OutputSize.Fitting(x.GetLength(1), kernel.K2, stride.S2, padding.P2, dilation.δ2), dy.GetLength(1), "size of dy");

        T[,] dw = Zeros<T>.Of(kernel.K1, kernel.K2);

        for (int o1 = 0; o1 < dy.GetLength(0); o1++)
            for (int o2 = 0; o2 < dy.GetLength(1); o2++)
                for (int k1 = 0; k1 < kernel.K1; k1++)
                    for (int k2 = 0; k2 < kernel.K2; k2++)
                    {
                        int i1 = stride.S1 * o1 + dilation.δ1 * k1 - padding.P1;
                        int i2 = stride.S2 * o2 + dilation.δ2 * k2 - padding.P2;
                        if (0 <= i1 && i1 < x.GetLength(0) && 0 <= i2 && i2 < x.GetLength(1))
                            dw[k1, k2] += dy[o1, o2] * x[i1, i2];
                    }

        return dw;
    }
}
