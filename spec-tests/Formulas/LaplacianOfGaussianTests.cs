using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class LaplacianOfGaussianTests
{
    private static readonly decimal[,] G = PrintedKernels.Gaussian();
    private static readonly decimal[,] L = PrintedKernels.Laplacian();

    [Test, Formula("S1.26")]
    public void The_product_of_the_printed_factors_is_exact_in_decimal()
    {
        Assert.That(LaplacianOfGaussian<decimal>.Same(L, G), Is.EqualTo(Lecture1.ExactProduct));
        Assert.That(Lecture1.ExactProduct.Cast<decimal>().Sum(), Is.EqualTo(0.0294m), "the sums multiply: 0.98 · 0.03");
    }

    [Test, Formula("S1.26"), Erratum("E02")]
    public void The_slide_is_near_the_product_of_its_factors_but_not_its_rounding()
    {
        decimal[,] slide = PrintedKernels.LaplacianOfGaussian();
        decimal[] distances = Lecture1.Distances(slide, Lecture1.ExactProduct);

        Assert.That(distances.Max(), Is.EqualTo(0.0434m));
        Assert.That(distances[12], Is.EqualTo(0.0434m), "the centre is the worst cell");
        Assert.That(slide.Cast<decimal>().Sum(), Is.EqualTo(0m));
        Assert.That((slide[1, 1], slide[1, 2], slide[2, 2]), Is.EqualTo((0.17m, 0.18m, -1.8m)));
        Assert.That(
            (Math.Round(Lecture1.ExactProduct[1, 1], 2), Math.Round(Lecture1.ExactProduct[1, 2], 2),
                Math.Round(Lecture1.ExactProduct[2, 2], 2)),
            Is.EqualTo((0.18m, 0.19m, -1.84m)));
    }

    [Test, Formula("S1.25")]
    public void Filtering_twice_equals_filtering_once_with_the_product_in_full_mode()
    {
        decimal[,] twice = Lecture1.FullConvolution(Lecture1.FullConvolution(Lecture1.Image, G), L);
        decimal[,] once = Lecture1.FullConvolution(Lecture1.Image, LaplacianOfGaussian<decimal>.Full(L, G));

        Assert.That(twice, Is.EqualTo(once));
        Assert.That(twice.GetLength(0), Is.EqualTo(11));
    }

    [Test, Formula("S1.26"), Erratum("E40")]
    public void Filtering_twice_in_same_mode_differs_at_the_border_and_only_there()
    {
        decimal[,] twice = Lecture1.SameConvolution(Lecture1.SameConvolution(Lecture1.Image, G), L);
        decimal[,] once = Lecture1.SameConvolution(Lecture1.Image, LaplacianOfGaussian<decimal>.Same(L, G));

        Assert.That(Lecture1.Distances(twice, once).Max(), Is.EqualTo(0.3572m));
        Assert.That(Lecture1.Window(twice, 1, 1, 3, 3), Is.EqualTo(Lecture1.Window(once, 1, 1, 3, 3)));
    }

    [Test, Formula("S1.26"), Erratum("E40")]
    public void The_ring_that_the_5x5_matrix_drops_is_zero_for_the_printed_Gaussian()
    {
        decimal[,] full = LaplacianOfGaussian<decimal>.Full(L, G);

        Assert.That((full.GetLength(0), full.GetLength(1)), Is.EqualTo((7, 7)));
        Assert.That(Lecture1.Window(full, 1, 1, 5, 5), Is.EqualTo(Lecture1.ExactProduct));
        Assert.That(full.Cast<decimal>().Sum(Math.Abs), Is.EqualTo(Lecture1.ExactProduct.Cast<decimal>().Sum(Math.Abs)));
    }

    [Test, Formula("S1.26"), Erratum("E02", "E40")]
    public void Before_rounding_the_product_has_a_ring_and_other_digits_than_the_slide()
    {
        double[,] full = Kernels.LaplacianOfGaussian(5, 0.5, 0.2);
        double[,] same = LaplacianOfGaussian<double>.Same(Kernels.Laplacian(0.2), Kernels.Gaussian(5, 0.5));
        double dropped = full.Cast<double>().Sum(Math.Abs) - same.Cast<double>().Sum(Math.Abs);

        // Half a unit of the last of the six decimals the figures are stated with.
        const double Stated = 0.5e-6;
        Assert.That(same[0, 0], Is.EqualTo(0.001926).Within(Stated));
        Assert.That(same[0, 1], Is.EqualTo(0.021559).Within(Stated));
        Assert.That(same[0, 2], Is.EqualTo(0.058944).Within(Stated));
        Assert.That(same[1, 1], Is.EqualTo(0.177091).Within(Stated));
        Assert.That(same[1, 2], Is.EqualTo(0.176526).Within(Stated));
        Assert.That(same[2, 2], Is.EqualTo(-1.831474).Within(Stated));
        Assert.That(same.Cast<double>().Sum(), Is.EqualTo(-0.00106).Within(0.5e-5), "stated with five decimals");
        Assert.That(dropped, Is.EqualTo(0.001055).Within(Stated));

        decimal[,] slide = PrintedKernels.LaplacianOfGaussian();
        double[] distances = [.. same.Cast<double>().Zip(slide.Cast<decimal>(), (exact, printed) => Math.Abs(exact - (double)printed))];
        Assert.That(distances.Max(), Is.EqualTo(0.031474).Within(Stated), "nowhere is the slide further from it than 0.0315");
        Assert.That(distances[12], Is.EqualTo(distances.Max()), "the centre is the worst cell");
    }

    [Test, Formula("S1.26"), Erratum("E52")]
    public void A_stray_weight_in_the_text_of_the_slide_would_make_the_product_lopsided()
    {
        decimal[,] stray = PrintedKernels.Gaussian();
        stray[2, 4] = 0.01m;
        decimal[,] product = LaplacianOfGaussian<decimal>.Same(L, stray);

        Assert.That(
            Enumerable.Range(0, 5).Select(j => product[2, j]),
            Is.EqualTo(new[] { 0.0570m, 0.1896m, -1.8434m, 0.1963m, 0.0237m }));
    }

    [Test, Formula("S1.25")]
    public void The_product_of_an_uneven_pair_has_every_position_where_they_overlap()
    {
        int[,] L = { { 1, 10, 100 } };
        int[,] G = { { 1, 2 }, { 3, 4 }, { 5, 6 } };

        Assert.That(
            LaplacianOfGaussian<int>.Full(L, G), Is.EqualTo(new[,] { { 1, 12, 120, 200 }, { 3, 34, 340, 400 }, { 5, 56, 560, 600 } }));
        Assert.That(LaplacianOfGaussian<int>.Full(G, L), Is.EqualTo(LaplacianOfGaussian<int>.Full(L, G)), "convolution is commutative");
        Assert.That(LaplacianOfGaussian<int>.Same(L, G), Is.EqualTo(new[,] { { 12, 120 }, { 34, 340 }, { 56, 560 } }));
        Assert.That(LaplacianOfGaussian<int>.Same(new[,] { { 1 }, { 10 }, { 100 } }, G),
            Is.EqualTo(new[,] { { 13, 24 }, { 135, 246 }, { 350, 460 } }));
    }

    [Test]
    public void A_factor_without_weights_or_a_middle_is_refused()
    {
        int[,] one = { { 1 } };

        Assert.That(() => LaplacianOfGaussian<int>.Full(new int[0, 3], one),
            Throws.ArgumentException.With.Message.EqualTo("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => LaplacianOfGaussian<int>.Full(new int[3, 0], one), Throws.ArgumentException);
        Assert.That(() => LaplacianOfGaussian<int>.Full(one, new int[0, 3]),
            Throws.ArgumentException.With.Message.EqualTo("signal size D must be ≥ 1, was 0"));
        Assert.That(() => LaplacianOfGaussian<int>.Full(one, new int[3, 0]), Throws.ArgumentException);
        Assert.That(() => LaplacianOfGaussian<int>.Same(new int[2, 3], one),
            Throws.ArgumentException.With.Message.EqualTo("kernel size K must be odd and ≥ 1, was 2"));
        Assert.That(() => LaplacianOfGaussian<int>.Same(new int[3, 2], one), Throws.ArgumentException);
        Assert.That(LaplacianOfGaussian<int>.Same(one, one), Is.EqualTo(one));
    }

    [Test]
    public void Sums_start_from_the_additive_identity_and_not_from_an_empty_array()
    {
        BiasedNumber[,] L = BiasedNumber.From(new[,] { { 1, 10, 100 } }), G = BiasedNumber.From(new[,] { { 1, 2 }, { 3, 4 } });

        Assert.That(
            BiasedNumber.Values(LaplacianOfGaussian<BiasedNumber>.Full(L, G)), Is.EqualTo(new[] { 1, 12, 120, 200, 3, 34, 340, 400 }));
    }
}
