using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>The dense (fully connected) layer: every edge is a weight of its own.</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Dense<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S2.17, S2.18, S3.01, S3.03, S3.04, S4.04, S4.08] y[c] = g( Σ_d W[c,d] · x[d] + b[c] ), zero-based: y = g(Wx + b).
    /// Affine, then a nonlinearity; linear only without both.
    /// [S0.07] writes the weights the other way round, w[in, out]: see <see cref="WeightLayout.FromInputFirst{T}(T[,])"/>.
    /// </summary>
    /// <param name="W">The weights, outputs × inputs.</param>
    /// <param name="x">The inputs.</param>
    /// <param name="b">A bias for each output; none if null.</param>
    /// <param name="g">The nonlinearity; none if null.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="ArgumentException">W does not have a column for each input, or b a value for each output.</exception>
    [Formula("S0.07", "S2.17", "S2.18", "S3.01", "S3.03", "S3.04", "S4.04", "S4.08"), Erratum("E17", "E39", "E55")]
    public static T[] Layer(T[,] W, T[] x, T[]? b = null, Func<T, T>? g = null)
    {
        Require.Same(W.GetLength(1), x.Length, "number of inputs");
        if (b is not null)
            Require.Same(W.GetLength(0), b.Length, "number of biases");
        g ??= v => v;

        var y = new T[W.GetLength(0)];

        for (int c = 0; c < y.Length; c++)
        {
            T sum = T.AdditiveIdentity;
            for (int d = 0; d < x.Length; d++)
                sum += W[c, d] * x[d];
            y[c] = g(b is null ? sum : sum + b[c]);
        }

        return y;
    }

    /// <summary>[S3.05] σ( … W⁽²⁾ σ( W⁽¹⁾ x ) ): layer upon layer; [S4.02] but for the last layer, whose σ is softmax.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="sigma">The nonlinearity σ after every layer.</param>
    /// <param name="W">The weights W⁽¹⁾, W⁽²⁾, … of the layers, each outputs × inputs.</param>
    /// <returns>The outputs of the last layer; x itself if there is none.</returns>
    /// <exception cref="ArgumentException">A layer does not have a column for each output of the one before.</exception>
    [Formula("S3.05", "S4.02")]
    public static T[] Stack(T[] x, Func<T, T> sigma, params T[][,] W)
    {
        T[] g = x;

        foreach (T[,] layer in W)
            g = Layer(layer, g, b: null, sigma);

        return g;
    }
}
