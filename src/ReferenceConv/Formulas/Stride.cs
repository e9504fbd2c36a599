using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>Stride p: the distance between two consecutive positions of the kernel. The lecture's letter is p; elsewhere it is s.</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Stride<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S4.34] In two steps: ỹ[d] = g( Σₖ x[d+k] · w[k] ), then y[d] = ỹ[p·d], zero-based. No stride, followed by downsampling [S3.28].
    /// With p = 2 that keeps ỹ[0], ỹ[2], ỹ[4] [S4.36].
    /// The lecture counts from one and writes ỹ[p(d−1)+1].
    /// </summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="w">The kernel, 1 ≤ K ≤ D.</param>
    /// <param name="p">The stride, ≥ 1.</param>
    /// <param name="g">The nonlinearity; none if null.</param>
    /// <returns>⌊(D−K)/p⌋+1 outputs.</returns>
    /// <exception cref="ArgumentException">The kernel does not fit, or the stride is below 1.</exception>
    [Formula("S4.34", "S4.36", "S3.28"), Erratum("E53")]
    public static T[] AllThenSubsample(T[] x, T[] w, int p, Func<T, T>? g = null) =>
        Subsample(FeatureMap<T>.Of(x, w, g), p);

    /// <summary>
    /// [S4.35] Directly: y[d] = g( Σₖ x[p·d+k] · w[k] ), zero-based: window d starts at p·d [S2.24].
    /// The lecture writes ỹ[d] on the left a second time; the strided output is y, a shorter signal than ỹ.
    /// </summary>
    /// <inheritdoc cref="AllThenSubsample"/>
    [Formula("S4.35", "S2.24"), Erratum("E08")]
    public static T[] Direct(T[] x, T[] w, int p, Func<T, T>? g = null)
    {
        Require.Fits(x.Length, w.Length);
        g ??= v => v;

        var y = new T[OutputSize.Of(x.Length, w.Length, 0, 0, p, 1)];

        for (int d = 0; d < y.Length; d++)
        {
            T sum = T.AdditiveIdentity;
            for (int k = 0; k < w.Length; k++)
                sum += x[p * d + k] * w[k];
            y[d] = g(sum);
        }

        return y;
    }

    /// <summary>
    /// [S4.37] y[d₁,d₂] = Σ Σ x[p₁·d₁+k₁, p₂·d₂+k₂] · w[k₁,k₂], zero-based, with a stride for each axis.
    /// The lecture counts from one and writes x[p₁(d₁−1)+k₁, p₂(d₂−1)+k₂].
    /// </summary>
    /// <param name="x">The image, D₁ × D₂.</param>
    /// <param name="w">The kernel, K₁ × K₂, with 1 ≤ K ≤ D on each axis.</param>
    /// <param name="p1">The stride down the rows, ≥ 1.</param>
    /// <param name="p2">The stride along the columns, ≥ 1.</param>
    /// <returns>(⌊(D₁−K₁)/p₁⌋+1) × (⌊(D₂−K₂)/p₂⌋+1) sums.</returns>
    /// <exception cref="ArgumentException">The kernel does not fit, or a stride is below 1.</exception>
    [Formula("S4.37", "S2.25", "S2.26")]
    public static T[,] Direct(T[,] x, T[,] w, int p1, int p2)
    {
        Require.Fits(x, w);

        var y = new T[
            OutputSize.Of(x.GetLength(0), w.GetLength(0), 0, 0, p1, 1),
            OutputSize.Of(x.GetLength(1), w.GetLength(1), 0, 0, p2, 1)];

        for (int d1 = 0; d1 < y.GetLength(0); d1++)
            for (int d2 = 0; d2 < y.GetLength(1); d2++)
            {
                T sum = T.AdditiveIdentity;
                for (int k1 = 0; k1 < w.GetLength(0); k1++)
                    for (int k2 = 0; k2 < w.GetLength(1); k2++)
                        sum += x[p1 * d1 + k1, p2 * d2 + k2] * w[k1, k2];
                y[d1, d2] = sum;
            }

        return y;
    }

    /// <summary>[S3.28, S4.32] y[d] = ỹ[p·d]: keeps every p-th value, beginning with the first.</summary>
    /// <param name="y">The signal ỹ.</param>
    /// <param name="p">The step, ≥ 1.</param>
    /// <returns>⌈D/p⌉ = ⌊(D−1)/p⌋+1 values: the windows of one sample.</returns>
    /// <exception cref="ArgumentException">The step is below 1.</exception>
    [Formula("S3.28", "S4.32")]
    public static T[] Subsample(T[] y, int p)
    {
        var kept = new T[OutputSize.Of(y.Length, 1, 0, 0, p, 1)];

        for (int d = 0; d < kept.Length; d++)
            kept[d] = y[p * d];

        return kept;
    }

    /// <summary>[S3.28] y[d₁,d₂] = ỹ[p₁·d₁, p₂·d₂]: keeps every p₁-th row and every p₂-th column, beginning with the first.</summary>
    /// <param name="y">The image ỹ.</param>
    /// <param name="p1">The step down the rows, ≥ 1.</param>
    /// <param name="p2">The step along the columns, ≥ 1.</param>
    /// <returns>⌈D₁/p₁⌉ × ⌈D₂/p₂⌉ values.</returns>
    /// <exception cref="ArgumentException">A step is below 1.</exception>
    [Formula("S3.28")]
    public static T[,] Subsample(T[,] y, int p1, int p2)
    {
        var kept = new T[OutputSize.Of(y.GetLength(0), 1, 0, 0, p1, 1), OutputSize.Of(y.GetLength(1), 1, 0, 0, p2, 1)];

        for (int d1 = 0; d1 < kept.GetLength(0); d1++)
            for (int d2 = 0; d2 < kept.GetLength(1); d2++)
                kept[d1, d2] = y[p1 * d1, p2 * d2];

        return kept;
    }
}
