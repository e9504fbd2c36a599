using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>The nonlinearities of the lectures.</summary>
public static class Activation
{
    /// <summary>[S3.02] σ(x) = max{x, 0}: the rectified linear unit.</summary>
    /// <typeparam name="T">Any number that can be compared with its zero.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>x where it is positive, else zero.</returns>
    [Formula("S3.02", "S1.37")]
    public static T Relu<T>(T x)
        where T : IComparisonOperators<T, T, bool>, IAdditiveIdentity<T, T> =>
        x > T.AdditiveIdentity ? x : T.AdditiveIdentity;

    /// <summary>[S3.02] σ′(x) = 1 for x &gt; 0, else 0. There is no derivative at 0; by convention it is taken as 0.</summary>
    /// <typeparam name="T">Any number that can be compared with its zero and has a one.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>One where x is positive, else zero.</returns>
    [Formula("S3.02")]
    public static T ReluDerivative<T>(T x)
        where T : IComparisonOperators<T, T, bool>, IAdditiveIdentity<T, T>, IMultiplicativeIdentity<T, T> =>
        x > T.AdditiveIdentity ? T.MultiplicativeIdentity : T.AdditiveIdentity;

    /// <summary>
    /// [S4.02] softmax(x)ᵢ = exp(xᵢ) / Σⱼ exp(xⱼ). The largest x is subtracted from all first, which changes nothing
    /// but keeps the exponentials finite.
    /// </summary>
    /// <param name="x">The scores, at least one.</param>
    /// <returns>Positive numbers with sum 1.</returns>
    /// <exception cref="ArgumentException">There is no score.</exception>
    [Formula("S4.02")]
    public static double[] Softmax(double[] x)
    {
        Require.AtLeast(1, x.Length, "number of scores");

        double largest = Pooling.Max(x);
        double sum = 0;
        foreach (double score in x)
            sum += Math.Exp(score - largest);

        var y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = Math.Exp(x[i] - largest) / sum;

        return y;
    }
}
