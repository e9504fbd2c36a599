using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ContinuousConvolutionTests
{
    private const double Cell = 2 * Math.PI / 4096;

    private static double Box(double t) => Math.Abs(t) <= 1 ? 1 : 0;

    private static double Decay(double t) => t >= 0 ? Math.Exp(-t) : 0;

    // The sum of n cells of width h, n·h ≤ 2π, whose values are at most `largest`: n additions, and per value at most 32 roundings
    // of 2⁻⁵³ each (the arguments, exp or cos, the product, h).
    private static double Rounding(int cells, double largest) => (cells + 32) * largest * 2 * Math.PI * Math.ScaleB(1, -53);

    [TestCase(-2.5)]
    [TestCase(-2)]
    [TestCase(-1.25)]
    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(1)]
    [TestCase(2.75)]
    [Formula("S0.01")]
    public void Two_boxes_make_a_triangle(double t) =>
        // The jumps fall on the edges of the 64 cells, all numbers are dyadic: the quadrature is exact.
        Assert.That(ContinuousConvolution.OnLine(Box, Box, t, -1, 1, 64), Is.EqualTo(Math.Max(0, 2 - Math.Abs(t))));

    [Test, Formula("S0.01", "S1.03")]
    public void Two_decays_make_t_times_the_decay()
    {
        // The integrand e^−τ · e^−(2−τ) is constant, its jump at τ = 2 falls on a cell's edge: only rounding is left.
        Assert.That(ContinuousConvolution.OnLine(Decay, Decay, 2, 0, 4, 256), Is.EqualTo(2 * Math.Exp(-2)).Within(Rounding(256, 1)));
        Assert.That(ContinuousConvolution.Causal(Decay, Decay, 2, 256), Is.EqualTo(2 * Math.Exp(-2)).Within(Rounding(256, 1)));
        Assert.That(ContinuousConvolution.Causal(Decay, Decay, 2, 256), Is.EqualTo(0.270671).Within(0.5e-6), "printed to six places");
    }

    [TestCase(1)]
    [TestCase(16)]
    [TestCase(64)]
    [Formula("S0.01", "S1.03")]
    public void Quadrature_is_off_by_the_second_derivative_and_no_more(int cells)
    {
        // e^−t ∗ e^−2t = e^−t − e^−2t. At t = 1 the integrand F = e^−1 · e^−τ has F″ between e^−2 and e^−1 on [0, 1],
        // and the midpoint rule misses (b−a)·h²/24 · F″(somewhere), always from below.
        // On the line the integrand is the same mirrored, and zero outside [0, 1].
        double h = 1.0 / cells;
        double exact = Math.Exp(-1) - Math.Exp(-2);

        foreach (double sum in (double[])
                 [
                     ContinuousConvolution.Causal(Decay, τ => Decay(2 * τ), 1, cells),
                     ContinuousConvolution.OnLine(Decay, τ => Decay(2 * τ), 1, 0, 1, cells),
                 ])
            Assert.That(exact - sum,
                Is.InRange((h * h / 24 * Math.Exp(-2)) - Rounding(cells, 1), (h * h / 24 * Math.Exp(-1)) + Rounding(cells, 1)));
    }

    [Test, Formula("S1.03"), Erratum("E10")]
    public void Causal_integral_misses_what_lies_before_time_zero()
    {
        Assert.That(ContinuousConvolution.Causal(Box, Box, 0.5, 64), Is.EqualTo(0.5));
        Assert.That(ContinuousConvolution.OnLine(Box, Box, 0.5, -1, 1, 64), Is.EqualTo(1.5));
    }

    [Test, Formula("S0.01"), Erratum("E09")]
    public void Integral_between_equal_limits_is_zero()
    {
        Assert.That(ContinuousConvolution.OnLine(Box, Box, 0.5, -1, -1, 64), Is.Zero);
        Assert.That(ContinuousConvolution.OnLine(Math.Exp, Math.Cos, 3, -1, -1, 64), Is.Zero);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(-7.5)]
    [Formula("S3.12")]
    public void Two_cosines_make_pi_cosines(double x) =>
        // The midpoint rule with n cells is exact for trigonometric polynomials of a degree below n; this one has degree 2.
        Assert.That(ContinuousConvolution.Periodic(Math.Cos, Math.Cos, x, 16), Is.EqualTo(Math.PI * Math.Cos(x)).Within(Rounding(16, 1)));

    [Test, Formula("S3.12", "S3.14")]
    public void On_the_grid_the_integral_is_a_circular_sum_and_commutes()
    {
        const int n = 8;
        const double h = 2 * Math.PI / n;
        double[] f = Samples(t => t * t), g = Samples(t => t + 1);
        double[] fg = CircularConvolution<double>.Convolve(f, g);

        for (int turn = -2; turn <= 1; turn++)
            for (int m = 0; m < n; m++)
            {
                // Midpoints t_k + t_j = −2π + (k+j+1)h, so entry m of the sum belongs to x = (m+1)h, in every turn of the circle.
                double x = ((m + 1) * h) + (turn * 2 * Math.PI);
                Assert.That(ContinuousConvolution.Periodic(t => t * t, t => t + 1, x, n), Is.EqualTo(h * fg[m]).Within(Rounding(n, 42)));
                Assert.That(ContinuousConvolution.Periodic(t => t + 1, t => t * t, x, n), Is.EqualTo(h * fg[m]).Within(Rounding(n, 42)));
            }

        double[] Samples(Func<double, double> function) => [.. Enumerable.Range(0, n).Select(k => function(-Math.PI + ((k + 0.5) * h)))];
    }

    [Test, Formula("S3.15", "S3.20")]
    public void Moving_the_signal_moves_the_result()
    {
        double F(double t) => Math.Cos(t) + Math.Sin(2 * t);
        double G(double t) => Math.Sin(t) - (3 * Math.Cos(2 * t));
        foreach (double x in new[] { -2, 0.25, 3 })
            Assert.That(
                ContinuousConvolution.Periodic(t => F(t - 1.5), G, x, 16),
                Is.EqualTo(ContinuousConvolution.Periodic(F, G, x - 1.5, 16)).Within(2 * Rounding(16, 8)));
    }

    [TestCase(0.5)]
    [TestCase(1)]
    [TestCase(2)]
    [Formula("S3.14"), Erratum("E12")]
    public void Without_the_periodic_continuation_it_does_not_commute(double x)
    {
        Assert.That(ContinuousConvolution.PeriodicAsPrinted(_ => 1, t => t, x, 64), Is.EqualTo(2 * Math.PI * x).Within(Rounding(64, 6)));
        Assert.That(ContinuousConvolution.PeriodicAsPrinted(t => t, _ => 1, x, 64), Is.Zero.Within(Rounding(64, 4)));
    }

    [Test, Erratum("E12")]
    public void Printed_integral_still_reads_its_kernel_backwards()
    {
        // ∫ t·(1−t) dt over [−π, π] = −2π³/3; F″ = −2, so the midpoint rule is off by 2π·h²/24 · 2.
        double h = 2 * Math.PI / 64;

        Assert.That(
            ContinuousConvolution.PeriodicAsPrinted(t => t, t => t, 1, 64),
            Is.EqualTo((-2 * Math.Pow(Math.PI, 3) / 3) + (Math.PI * h * h / 6)).Within(Rounding(64, 14)));
    }

    [TestCase(0.5)]
    [TestCase(1)]
    [TestCase(2)]
    [Formula("S3.14"), Erratum("E12")]
    public void With_the_periodic_continuation_both_orders_are_zero(double x)
    {
        // The continued sawtooth jumps by 2π inside one cell: at most half of that times the cell.
        Assert.That(ContinuousConvolution.Periodic(_ => 1, t => t, x, 4096), Is.Zero.Within(Math.PI * Cell));
        Assert.That(ContinuousConvolution.Periodic(t => t, _ => 1, x, 4096), Is.Zero.Within(Rounding(4096, 4)));
    }

    [Test, Erratum("E12", "E10")]
    public void With_zeros_outside_it_is_a_third_convolution()
    {
        double One(double t) => Math.Abs(t) <= Math.PI ? 1 : 0;
        double Line(double t) => Math.Abs(t) <= Math.PI ? t : 0;

        // Each integrand has one jump inside, of at most π: half of that times the cell.
        const double expected = ((2 * Math.PI) - 1) / 2;
        Assert.That(expected, Is.EqualTo(2.641593).Within(0.5e-6), "to six places");
        Assert.That(ContinuousConvolution.OnLine(One, Line, 1, -Math.PI, Math.PI, 4096), Is.EqualTo(expected).Within(Math.PI / 2 * Cell));
        Assert.That(ContinuousConvolution.OnLine(Line, One, 1, -Math.PI, Math.PI, 4096), Is.EqualTo(expected).Within(Math.PI / 2 * Cell));
    }

    [Test]
    public void Times_before_zero_and_intervals_without_cells_are_refused()
    {
        Assert.That(() => ContinuousConvolution.Causal(Decay, Decay, -1, 8), Refused.Because("time t must be ≥ 0, was -1"));
        Assert.That(ContinuousConvolution.Causal(Decay, Decay, 0, 8), Is.Zero);
        Assert.That(
            () => ContinuousConvolution.OnLine(Box, Box, 0, -1, 1, 0), Refused.Because("number of cells must be ≥ 1, was 0"));
        Assert.That(ContinuousConvolution.OnLine(Box, Box, 0, -1, 1, 1), Is.EqualTo(2));
    }
}
