using NUnit.Framework;

namespace ReferenceConv.SpecTests.Onnx;

/// <summary>
/// How far two float sums of the same products may lie from the exact one. A sum of L products, in any order, with or without fused
/// operations, differs from the exact sum by at most γ_L·Σ|x||w| + L·λ with γ_L = Lu/(1−Lu), u = 2⁻²⁴ and λ the smallest subnormal (Higham,
/// Accuracy and Stability of Numerical Algorithms, 3.1). The published values of the ONNX cases are float sums themselves, so they are held
/// to the same bound as ours. The exact sum is stood for by a double one, which brings its own γ_L with u = 2⁻⁵³, in the sum and in
/// Σ|x||w|.
/// </summary>
internal static class FloatBound
{
    private const double FloatUnit = 1.0 / (1 << 24);
    private const double DoubleUnit = FloatUnit / (1 << 29);

    /// <summary>Holds every float within the bound around the double sum.</summary>
    /// <param name="who">Whose sums they are.</param>
    /// <param name="sums">The float sums.</param>
    /// <param name="oracle">The double sums.</param>
    /// <param name="magnitudes">Σ|x||w| in double, one per sum.</param>
    /// <param name="terms">L: roundings on the way of any product into its sum.</param>
    /// <param name="printedWithin">What was rounded away when the numbers were printed.</param>
    public static void Holds(string who, float[] sums, double[] oracle, double[] magnitudes, int terms, double printedWithin = 0)
    {
        Assert.That(sums, Has.Length.EqualTo(oracle.Length), who);
        double doubleGamma = Gamma(terms, DoubleUnit);
        for (int e = 0; e < sums.Length; e++)
        {
            double magnitude = magnitudes[e] / (1 - doubleGamma);
            double bound = ((Gamma(terms, FloatUnit) + doubleGamma) * magnitude) + (terms * (double)float.Epsilon) + printedWithin;
            Assert.That(
                Math.Abs(sums[e] - oracle[e]), Is.LessThanOrEqualTo(bound), $"{who}, element {e}: {sums[e]:R} against {oracle[e]:R}");
        }
    }

    private static double Gamma(int terms, double unit) => terms * unit / (1 - (terms * unit));
}
