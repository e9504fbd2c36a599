using NUnit.Framework;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

public sealed class ExactRangeTests
{
    private const long MostForPrecision = 8188;   // 2²⁴ / 8188 = 2049.0…: the least that 11 bits cannot hold

    private static readonly long[] Terms = [0, 1, 2, 3, 9, 10, 577, MostForPrecision, 17_458, 17_459, 100_000, (1 << 24) - 1, 1 << 24];

    public static IEnumerable<ConvolutionOperator> Trilinear => ConvolutionOperators.Trilinear;

    [Test]
    public void The_sum_of_the_magnitudes_fits_the_significand(
        [Values] Fill fill, [ValueSource(nameof(Terms))] long terms, [Values(24, 53)] int bits)
    {
        if (ExactRange.Widest(fill, terms, bits) is not { } range)
        {
            Assert.That((fill, bits, terms > MostForPrecision), Is.EqualTo((fill, 24, true)).And.Not.EqualTo((Fill.Structure, 24, true)));
            return;
        }

        Assert.That(range.First % 2, Is.EqualTo(1));
        Assert.That(range.Second % 2, Is.EqualTo(1));
        Assert.That((Int128)terms * range.First * range.Second, Is.LessThanOrEqualTo((Int128)1 << bits));
    }

    [TestCase(Fill.PrecisionOfFirst)]
    [TestCase(Fill.PrecisionOfSecond)]
    public void The_next_wider_precision_fill_does_not_fit(Fill fill)
    {
        foreach (long terms in Terms.Skip(1).TakeWhile(static terms => terms <= MostForPrecision))
        {
            ExactRange range = ExactRange.Widest(fill, terms, 24)!.Value;
            (long narrow, long wide) = fill == Fill.PrecisionOfFirst ? (range.Second, range.First) : (range.First, range.Second);

            Assert.That(narrow, Is.EqualTo(1));
            Assert.That(terms * (wide + 2), Is.GreaterThan(1 << 24));
        }
    }

    [Test]
    public void A_structure_fill_is_31_wide_or_the_next_wider_does_not_fit()
    {
        foreach (long terms in Terms.Skip(1))
        {
            ExactRange range = ExactRange.Widest(Fill.Structure, terms, 24)!.Value;

            Assert.That(range.First, Is.EqualTo(range.Second));
            Assert.That(range.First == 31 || terms * (range.First + 2) * (range.First + 2) > 1 << 24, $"{terms} terms, ±{range.First}");
        }
    }

    [TestCase(17_458, 31)]     // 2²⁴ / 31² = 17 458.08…
    [TestCase(17_459, 29)]
    [TestCase(1 << 24, 1)]
    public void A_structure_fill_narrows_exactly_where_it_must(long terms, long range) =>
        Assert.That(ExactRange.Widest(Fill.Structure, terms, 24), Is.EqualTo(new ExactRange(range, range)));

    [TestCase(MostForPrecision, 24, 2049)]
    [TestCase(1L << 28, 53, (1L << 25) - 1)]
    public void A_precision_fill_is_wider_than_the_next_shorter_format(long terms, int bits, long range)
    {
        Assert.That(ExactRange.Widest(Fill.PrecisionOfFirst, terms, bits), Is.EqualTo(new ExactRange(range, 1)));
        Assert.That(ExactRange.Widest(Fill.PrecisionOfSecond, terms, bits), Is.EqualTo(new ExactRange(1, range)));
    }

    [TestCase(MostForPrecision + 1, 24)]
    [TestCase(1L << 29, 53)]
    public void A_precision_fill_that_sees_no_shorter_format_is_not_applicable(long terms, int bits)
    {
        Assert.That(ExactRange.Widest(Fill.PrecisionOfFirst, terms, bits), Is.Null);
        Assert.That(ExactRange.Widest(Fill.PrecisionOfSecond, terms, bits), Is.Null);
        Assert.That(ExactRange.Widest(Fill.Structure, terms, bits), Is.Not.Null);
    }

    [Test]
    public void Where_not_even_ones_are_exact_there_is_no_fill([Values] Fill fill) =>
        Assert.That(ExactRange.Widest(fill, (1 << 24) + 1, 24), Is.Null);

    [Test]
    public void No_result_sums_more_products_than_the_bound_says([ValueSource(nameof(Trilinear))] ConvolutionOperator op)
    {
        for (int index = 0; index < 300; index++)
        {
            ConvolutionCase instance = ConvolutionCase.Random(1, index);
            long most = ExactRange.MostTerms(instance.Geometry, op);
            long counted = MostOnes(instance, op);

            Assert.That(counted, Is.LessThanOrEqualTo(most), $"{instance}");
            if (op == ConvolutionOperator.DataGradient && instance.Geometry.Batch > 0)
                Assert.That(counted, Is.EqualTo(most), $"{instance}");
        }
    }

    /// <summary>±1 everywhere within a range of one has magnitude 1, so the greatest sum of magnitudes counts the products.</summary>
    private static long MostOnes(ConvolutionCase instance, ConvolutionOperator op)
    {
        long[] sums = Operands.Integers<long>(instance.Geometry, op, new ExactRange(1, 1), 0, instance.HasBias).Apply(new Magnitudes());
        return sums.DefaultIfEmpty().Max();
    }

    /// <summary>The operators over |first| and |second|.</summary>
    private sealed class Magnitudes : IConvolution<long>
    {
        private static readonly ScalarConvolution<long> Scalar = new();

        public void Forward(ReferenceConv.Geometry.ConvolutionGeometry geometry, ReadOnlySpan<long> x, ReadOnlySpan<long> w,
            ReadOnlySpan<long> bias, Span<long> y) =>
            Scalar.Forward(geometry, Of(x), Of(w), Of(bias), y);

        public void DataGradient(
            ReferenceConv.Geometry.ConvolutionGeometry geometry, ReadOnlySpan<long> w, ReadOnlySpan<long> dy, Span<long> dx) =>
            Scalar.DataGradient(geometry, Of(w), Of(dy), dx);

        public void WeightGradient(
            ReferenceConv.Geometry.ConvolutionGeometry geometry, ReadOnlySpan<long> x, ReadOnlySpan<long> dy, Span<long> dw) =>
            Scalar.WeightGradient(geometry, Of(x), Of(dy), dw);

        private static long[] Of(ReadOnlySpan<long> numbers) => Array.ConvertAll(numbers.ToArray(), Math.Abs);
    }
}
