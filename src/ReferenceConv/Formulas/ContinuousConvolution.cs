namespace ReferenceConv.Formulas;

/// <summary>
/// Convolution of functions of a real variable, by quadrature: the interval is cut into n equal cells and each cell counts with the
/// value at its midpoint, ∫ F ≈ h·Σ F(midpoint), h = (b−a)/n. The rule is exact for straight lines; for a smooth F it is off
/// by at most (b−a)·h²/24 · max|F″|, and each jump of F inside a cell adds at most half the jump times h.
/// </summary>
/// <remarks>
/// The lectures print three integrals as if they were one; they agree only under the conditions stated here (erratum E10).
/// </remarks>
public static class ContinuousConvolution
{
    /// <summary>
    /// [S0.01] s(t) = (f∗g)(t) = ∫ f(τ) g(t−τ) dτ over the whole line, which is the interval outside of which f, or the product, is zero.
    /// </summary>
    /// <param name="f">The signal.</param>
    /// <param name="g">The kernel; it is the one read backwards.</param>
    /// <param name="t">Any real number.</param>
    /// <param name="from">The left end of the interval.</param>
    /// <param name="to">The right end of the interval.</param>
    /// <param name="cells">The number of cells n ≥ 1.</param>
    /// <returns>The value of the integral by quadrature.</returns>
    /// <exception cref="ArgumentException">There is no cell.</exception>
    /// <remarks>Erratum E09: printed with the limits −∞..−∞, which make every integral zero; they are −∞..∞.</remarks>
    [Formula("S0.01"), Erratum("E09", "E10")]
    public static double OnLine(Func<double, double> f, Func<double, double> g, double t, double from, double to, int cells) =>
        Integral(τ => f(τ) * g(t - τ), from, to, cells);

    /// <summary>
    /// [S1.03] (f∗g)(t) = ∫₀ᵗ f(t−τ) g(τ) dτ: right for functions that are zero at negative arguments, and for no others (erratum E10).
    /// </summary>
    /// <param name="f">The signal, zero before time 0.</param>
    /// <param name="g">The kernel, zero before time 0.</param>
    /// <param name="t">A time ≥ 0.</param>
    /// <param name="cells">The number of cells n ≥ 1.</param>
    /// <returns>The value of the integral by quadrature.</returns>
    /// <exception cref="ArgumentException">The time is negative, or there is no cell.</exception>
    [Formula("S1.03"), Erratum("E10")]
    public static double Causal(Func<double, double> f, Func<double, double> g, double t, int cells)
    {
        Require.That(t >= 0, $"time t must be ≥ 0, was {t}");
        return Integral(τ => f(t - τ) * g(τ), 0, t, cells);
    }

    /// <summary>
    /// [S3.12, S3.14] (f⋆g)(x) = ∫ f(t) ĝ(x−t) dt over [−π, π], ĝ being g continued with period 2π. The continuation is what makes
    /// it commute: the substitution z = x−t moves the limits to x−π .. x+π, which for periodic functions is the same circle (erratum E12).
    /// </summary>
    /// <param name="f">A function on [−π, π].</param>
    /// <param name="g">A function on [−π, π].</param>
    /// <param name="x">Any real number.</param>
    /// <param name="cells">The number of cells n ≥ 1.</param>
    /// <returns>The value of the integral by quadrature.</returns>
    /// <exception cref="ArgumentException">There is no cell.</exception>
    [Formula("S3.12", "S3.14"), Erratum("E10", "E12", "E14")]
    public static double Periodic(Func<double, double> f, Func<double, double> g, double x, int cells) =>
        Integral(t => f(t) * g(OntoCircle(x - t)), -Math.PI, Math.PI, cells);

    /// <summary>
    /// [S3.12 as printed] ∫ f(t) g(x−t) dt over [−π, π], asking g for values outside [−π, π]; it does not commute (erratum E12).
    /// </summary>
    /// <param name="f">A function on [−π, π].</param>
    /// <param name="g">A function wherever x−t may fall.</param>
    /// <param name="x">Any real number.</param>
    /// <param name="cells">The number of cells n ≥ 1.</param>
    /// <returns>The value of the integral by quadrature.</returns>
    /// <exception cref="ArgumentException">There is no cell.</exception>
    [Erratum("E12")]
    public static double PeriodicAsPrinted(Func<double, double> f, Func<double, double> g, double x, int cells) =>
        Integral(t => f(t) * g(x - t), -Math.PI, Math.PI, cells);

    private static double OntoCircle(double x) => x - (2 * Math.PI * Math.Floor((x + Math.PI) / (2 * Math.PI)));

    private static double Integral(Func<double, double> F, double a, double b, int cells)
    {
        Require.AtLeast(1, cells, "number of cells");

        double h = (b - a) / cells, sum = 0;
        for (int i = 0; i < cells; i++)
            sum += F(a + ((i + 0.5) * h));
        return h * sum;
    }
}
