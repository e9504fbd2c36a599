using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class KernelsTests
{
    /// <summary>Sums of n ≤ 49 numbers below 8 in double: n roundings of at most 8 · 2⁻⁵³ each.</summary>
    private const double Rounding = 49 * 8 / 9007199254740992.0;

    private static readonly int[] OddSizes = [1, 3, 5, 7];

    [TestCaseSource(nameof(OddSizes)), Formula("S1.18")]
    public void A_Gaussian_sums_to_one_and_falls_from_its_centre(int K)
    {
        double[,] g = Kernels.Gaussian(K, 0.8);

        Assert.That((g.GetLength(0), g.GetLength(1)), Is.EqualTo((K, K)));
        Assert.That(g.Cast<double>().Sum(), Is.EqualTo(1).Within(Rounding));
        for (int i = 1; i <= K / 2; i++)
            Assert.That(g[K / 2, (K / 2) + i], Is.EqualTo(g[K / 2, K / 2] * Math.Exp(-i * i / 1.28)).Within(Rounding));
        Assert.That(g, Is.EqualTo(Transposed(g)));
        Assert.That(g, Is.EqualTo(Rotated(g)), "point symmetry: convolution and correlation with it are the same");
    }

    [Test, Formula("S1.18")]
    public void A_Gaussian_is_the_product_of_its_row_and_its_column()
    {
        double[,] g = Kernels.Gaussian(5, 1.3);

        for (int i = 0; i < 5; i++)
            for (int j = 0; j < 5; j++)
                Assert.That(g[i, j] * g[2, 2], Is.EqualTo(g[i, 2] * g[2, j]).Within(Rounding));
    }

    [Test]
    public void A_Gaussian_of_hardly_any_width_is_the_identity() =>
        Assert.That(Kernels.Gaussian(3, 1e-200), Is.EqualTo(new double[,] { { 0, 0, 0 }, { 0, 1, 0 }, { 0, 0, 0 } }));

    [Test, Formula("S1.18", "S1.26")]
    public void The_printed_factors_are_a_Gaussian_and_a_Laplacian_to_two_decimals()
    {
        Assert.That(TwoDecimals(Kernels.Gaussian(5, 0.5)), Is.EqualTo(PrintedKernels.Gaussian()));
        Assert.That(TwoDecimals(Kernels.Laplacian(0.2)), Is.EqualTo(PrintedKernels.Laplacian()));
    }

    [TestCase(0), TestCase(0.2), TestCase(1), Formula("S1.18")]
    public void A_Laplacian_sums_to_zero(double alpha) =>
        Assert.That(Kernels.Laplacian(alpha).Cast<double>().Sum(), Is.EqualTo(0).Within(Rounding));

    [Test, Formula("S1.18")]
    public void A_Laplacian_takes_its_second_differences_along_the_sides_and_the_share_alpha_along_the_diagonals()
    {
        Assert.That(Kernels.Laplacian(0), Is.EqualTo(new double[,] { { 0, 1, 0 }, { 1, -4, 1 }, { 0, 1, 0 } }));
        Assert.That(Kernels.Laplacian(1), Is.EqualTo(new[,] { { 0.5, 0, 0.5 }, { 0, -2, 0 }, { 0.5, 0, 0.5 } }));
    }

    [Test, Formula("S1.18")]
    public void A_Laplacian_of_Gaussian_and_the_edge_and_line_kernels_sum_to_zero()
    {
        Assert.That(Kernels.LaplacianOfGaussian(5, 0.5, 0.2).Cast<double>().Sum(), Is.EqualTo(0).Within(Rounding));
        Assert.That(Kernels.Edge().Cast<double>().Sum(), Is.EqualTo(0));
        Assert.That(Kernels.HorizontalLine().Cast<double>().Sum(), Is.EqualTo(0));
    }

    [Test, Formula("S1.18")]
    public void A_Laplacian_of_Gaussian_is_negative_in_the_middle_and_positive_around_it()
    {
        double[,] log = Kernels.LaplacianOfGaussian(5, 0.5, 0.2);

        Assert.That((log.GetLength(0), log.GetLength(1)), Is.EqualTo((7, 7)));
        Assert.That(log[3, 3], Is.LessThan(0));
        Assert.That(log[3, 1], Is.GreaterThan(0));
        Assert.That(log[1, 3], Is.GreaterThan(0));
    }

    [Test, Formula("S1.18")]
    public void The_edge_kernel_answers_a_step_between_rows_and_not_between_columns()
    {
        double[,] bright = { { 1, 1, 1 }, { 1, 1, 1 }, { 0, 0, 0 } };

        Assert.That(Correlation<double>.Valid(bright, Kernels.Edge()), Is.EqualTo(new double[,] { { 4 } }));
        Assert.That(Correlation<double>.Valid(Transposed(bright), Kernels.Edge()), Is.EqualTo(new double[,] { { 0 } }));
        Assert.That(Convolution<double>.Valid(bright, Kernels.Edge()), Is.EqualTo(new double[,] { { -4 } }), "convolution turns the sign");
    }

    [Test, Formula("S1.18")]
    public void The_line_kernel_answers_a_horizontal_line_and_not_a_vertical_one()
    {
        double[,] line = { { 0, 0, 0 }, { 1, 1, 1 }, { 0, 0, 0 } };

        Assert.That(Correlation<double>.Valid(line, Kernels.HorizontalLine()), Is.EqualTo(new double[,] { { 6 } }));
        Assert.That(Correlation<double>.Valid(Transposed(line), Kernels.HorizontalLine()), Is.EqualTo(new double[,] { { 0 } }));
    }

    [TestCaseSource(nameof(OddSizes)), Formula("S1.16")]
    public void A_box_is_the_mean_of_its_window(int K) =>
        Assert.That(Kernels.Box(K), Is.EqualTo(Filled(K, 1.0 / (K * K))));

    [Test, Formula("S1.16")]
    public void Kernels_that_sum_to_one_keep_a_constant_image()
    {
        double[,] constant = Filled(9, 8);

        foreach (double[,] kernel in (double[][,])[Kernels.Box(3), Kernels.Gaussian(5, 1), Kernels.Sharpening(0.2), Kernels.Disk(2)])
            Assert.That(Correlation<double>.Valid(constant, kernel), Is.All.EqualTo(8).Within(8 * 8 * Rounding));
    }

    [Test, Formula("S1.16")]
    public void Smoothing_kernels_are_point_symmetric_so_that_convolution_and_correlation_agree()
    {
        decimal[,] k = Lecture1.Window(PrintedKernels.Gaussian(), 1, 1, 3, 3);
        decimal[,] convolved = Lecture1.Window(Lecture1.FullConvolution(Lecture1.Image, k), 2, 2, 3, 3);
        Assert.That(Correlation<decimal>.Valid(Lecture1.Image, k), Is.EqualTo(convolved));

        foreach (double[,] kernel in (double[][,])[Kernels.Box(5), Kernels.Gaussian(7, 1.5), Kernels.Disk(3)])
            Assert.That(kernel, Is.EqualTo(Rotated(kernel)));

        // The other side: the edge kernel is antisymmetric, and its convolution is minus its correlation.
        Assert.That(Rotated(Kernels.Edge()), Is.EqualTo(Map(Kernels.Edge(), (i, j) => 0 - Kernels.Edge()[i, j])));
    }

    [Test, Formula("S1.16")]
    public void Sharpening_is_the_image_minus_its_Laplacian()
    {
        Assert.That(Kernels.Sharpening(0), Is.EqualTo(new double[,] { { 0, -1, 0 }, { -1, 5, -1 }, { 0, -1, 0 } }));
        Assert.That(Kernels.Sharpening(1), Is.EqualTo(new[,] { { -0.5, 0, -0.5 }, { 0, 3, 0 }, { -0.5, 0, -0.5 } }));
    }

    [Test, Formula("S1.07")]
    public void A_disk_has_equal_weights_within_its_radius()
    {
        Assert.That(Kernels.Disk(0), Is.EqualTo(new double[,] { { 1 } }));
        Assert.That(Kernels.Disk(1), Is.EqualTo(new[,] { { 0, 0.2, 0 }, { 0.2, 0.2, 0.2 }, { 0, 0.2, 0 } }));

        double t = 1.0 / 13;
        Assert.That(Kernels.Disk(2),
            Is.EqualTo(new[,] { { 0, 0, t, 0, 0 }, { 0, t, t, t, 0 }, { t, t, t, t, t }, { 0, t, t, t, 0 }, { 0, 0, t, 0, 0 } }));
    }

    [Test]
    public void A_size_width_share_or_radius_out_of_range_is_refused_by_name()
    {
        Assert.That(
            () => Kernels.Gaussian(4, 1), Throws.ArgumentException.With.Message.EqualTo("kernel size K must be odd and ≥ 1, was 4"));
        Assert.That(() => Kernels.Gaussian(-1, 1), Throws.ArgumentException);
        Assert.That(() => Kernels.Gaussian(3, 0),
            Throws.ArgumentException.With.Message.EqualTo("standard deviation sigma must be finite and > 0, was 0"));
        Assert.That(() => Kernels.Gaussian(3, double.PositiveInfinity), Throws.ArgumentException);
        Assert.That(() => Kernels.Box(0), Throws.ArgumentException.With.Message.EqualTo("kernel size K must be odd and ≥ 1, was 0"));
        Assert.That(
            () => Kernels.Laplacian(-0.1), Throws.ArgumentException.With.Message.EqualTo("diagonal share alpha must be in 0..1, was -0.1"));
        Assert.That(() => Kernels.Laplacian(1.1), Throws.ArgumentException);
        Assert.That(() => Kernels.Laplacian(double.NaN), Throws.ArgumentException);
        Assert.That(() => Kernels.Disk(-1), Throws.ArgumentException.With.Message.EqualTo("radius must be ≥ 0, was -1"));
    }

    private static T[,] Map<S, T>(S[,] x, Func<int, int, T> cell)
    {
        var y = new T[x.GetLength(0), x.GetLength(1)];
        for (int i = 0; i < y.GetLength(0); i++)
            for (int j = 0; j < y.GetLength(1); j++)
                y[i, j] = cell(i, j);
        return y;
    }

    private static double[,] Filled(int K, double value) => Map(new double[K, K], (_, _) => value);

    private static T[,] Transposed<T>(T[,] x) => Map(x, (i, j) => x[j, i]);

    private static T[,] Rotated<T>(T[,] x) => Map(x, (i, j) => x[x.GetLength(0) - 1 - i, x.GetLength(1) - 1 - j]);

    private static decimal[,] TwoDecimals(double[,] x) => Map(x, (i, j) => Math.Round((decimal)x[i, j], 2));
}
