using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class CentredCorrelationTests
{
    [Test, Formula("S4.10"), Erratum("E06")]
    public void Printed_index_puts_every_output_one_place_too_early()
    {
        Assert.That(
            CentredCorrelation<int>.Correlate(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 210, 321, 432, 543, 654, 765, 76 }));
        Assert.That(
            CentredCorrelation<int>.CorrelateAsPrinted(Digits.Signal, Digits.Kernel), Is.EqualTo(new[] { 321, 432, 543, 654, 765, 76, 7 }));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(9)]
    [Formula("S4.10", "S4.25")]
    public void Centred_correlation_is_the_same_correlation_of_an_odd_kernel(int K)
    {
        int[] w = [.. Enumerable.Range(2, K)];

        Assert.That(CentredCorrelation<int>.Correlate(Digits.Signal, w), Is.EqualTo(Correlation<int>.Same(Digits.Signal, w)));
    }

    [Test, Formula("S4.09", "S4.10"), Erratum("E06")]
    public void Shared_entries_of_the_matrix_are_the_kernel()
    {
        // W, column by column: the answers to the unit signals; then y = W·x.
        int[] x = Digits.Signal, w = Digits.Kernel;
        var W = new int[7, 7];
        for (int d = 0; d < 7; d++)
        {
            int[] y = CentredCorrelation<int>.Correlate(Translation<int>.Shift([1, 0, 0, 0, 0, 0, 0], d), w);
            for (int c = 0; c < 7; c++)
                W[c, d] = y[c];
        }

        for (int c = 1; c <= 5; c++)
            Assert.That(CentredCorrelation<int>.KernelOfRow(W, c, 3), Is.EqualTo(w));
        Assert.That(
            Enumerable.Range(0, 7).Select(c => Enumerable.Range(0, 7).Sum(d => W[c, d] * x[d])), Is.EqualTo(
                CentredCorrelation<int>.Correlate(x, w)));
    }

    [Test, Formula("S4.09")]
    public void Kernel_is_read_around_the_diagonal_of_its_row()
    {
        int[,] W = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 }, { 13, 14, 15, 16 } };

        Assert.That(CentredCorrelation<int>.KernelOfRow(W, 1, 3), Is.EqualTo(new[] { 5, 6, 7 }));
        Assert.That(CentredCorrelation<int>.KernelOfRow(W, 2, 3), Is.EqualTo(new[] { 10, 11, 12 }));
        Assert.That(CentredCorrelation<int>.KernelOfRow(W, 3, 1), Is.EqualTo(new[] { 16 }));
        Assert.That(() => CentredCorrelation<int>.KernelOfRow(W, 0, 3), Refused.Because("row c must be in 1..2, was 0"));
        Assert.That(() => CentredCorrelation<int>.KernelOfRow(W, 3, 3), Refused.Because("row c must be in 1..2, was 3"));
        Assert.That(() => CentredCorrelation<int>.KernelOfRow(new int[2, 9], 2, 3), Refused.Because("row c must be in 1..1, was 2"));
    }

    [TestCase(0)]
    [TestCase(2)]
    [TestCase(4)]
    [Erratum("E06")]
    public void Even_kernel_has_no_centre_and_is_refused(int K)
    {
        string rule = $"kernel size K must be odd and ≥ 1, was {K}";
        Assert.That(() => CentredCorrelation<int>.Correlate(Digits.Signal, new int[K]), Refused.Because(rule));
        Assert.That(() => CentredCorrelation<int>.CorrelateAsPrinted(Digits.Signal, new int[K]), Refused.Because(rule));
        Assert.That(() => CentredCorrelation<int>.KernelOfRow(new int[9, 9], 4, K), Refused.Because(rule));
    }

    [Test]
    public void Negative_number_of_shared_entries_is_refused() =>
        Assert.That(
            () => CentredCorrelation<int>.KernelOfRow(new int[9, 9], 4, -1), Refused.Because("kernel size K must be odd and ≥ 1, was -1"));
}
