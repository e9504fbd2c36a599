using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Convolution with pooling in the lecture's three steps: correlate everywhere, pool every neighbourhood, keep every p-th.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class PooledLayer<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S4.29–S4.32] ỹ[d] = g( Σₖ x[d+k] · w[k] ), then pool{ ỹ[d], …, ỹ[d+p−1] } at every d, then every p-th, zero-based.
    /// </summary>
    /// <param name="x">The signal, of length D.</param>
    /// <param name="w">The kernel, 1 ≤ K ≤ D.</param>
    /// <param name="p">The window and the step, 1 ≤ p ≤ D−K+1.</param>
    /// <param name="pool">What becomes of a window: max or mean.</param>
    /// <param name="g">The nonlinearity; none if null.</param>
    /// <returns>⌊(D−K+1)/p⌋ outputs.</returns>
    /// <exception cref="ArgumentException">The kernel or the window does not fit.</exception>
    [Formula("S4.29", "S4.30", "S4.31", "S4.32")]
    public static T[] Of(T[] x, T[] w, int p, Func<T[], T> pool, Func<T, T>? g = null) =>
        Stride<T>.Subsample(Neighbourhoods(FeatureMap<T>.Of(x, w, g), p, pool), p);

    /// <summary>
    /// [S4.30] pool{ ỹ[d], …, ỹ[d+p−1] } at every d: p elements, so that a step of p halves D for p = 2.
    /// The lecture prints a window that ends at d+p: see <see cref="PrintedNeighbourhoods"/>.
    /// </summary>
    /// <param name="y">The feature map ỹ, of length D.</param>
    /// <param name="p">The window, 1 ≤ p ≤ D.</param>
    /// <param name="pool">What becomes of a window: max or mean.</param>
    /// <returns>D−p+1 values.</returns>
    /// <exception cref="ArgumentException">The window does not fit.</exception>
    [Formula("S4.30"), Erratum("E07")]
    public static T[] Neighbourhoods(T[] y, int p, Func<T[], T> pool) => Pooling.Pool(y, window: p, step: 1, pool);

    /// <summary>pool{ ỹ[d], …, ỹ[d+p] } as printed: p+1 elements, and one output too few when D is a multiple of p.</summary>
    /// <param name="y">The feature map ỹ, of length D.</param>
    /// <param name="p">The window less one, 0 ≤ p ≤ D−1.</param>
    /// <param name="pool">What becomes of a window: max or mean.</param>
    /// <returns>D−p values.</returns>
    /// <exception cref="ArgumentException">The window of p+1 does not fit.</exception>
    [Erratum("E07")]
    public static T[] PrintedNeighbourhoods(T[] y, int p, Func<T[], T> pool) =>
        Pooling.Pool(y, window: Require.Size(p + 1L, "window size p+1"), step: 1, pool);
}
