using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Fast.Gemm;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Fast.Gemm;

/// <summary>
/// Blocks, panels, lanes and edges, with and without a column matrix: all of it changes the order of a sum and nothing else.
/// </summary>
public sealed class BlockedConvolutionTests
{
    private const int Cases = 300;
    private const ulong Seed = 20;

    /// <summary>Sizes that no tile divides, so that every case has block edges inside its matrices.</summary>
    private static readonly Blocking Small = new(3, 5, 7);

    [Test]
    public void On_integers_that_wrap_around_every_case_gives_the_sums_of_the_scalar_path(
        [Values] VectorWidth width, [Values] ColumnMatrix columns)
    {
        foreach (ConvolutionCase instance in RandomCases())
            Same(instance, width, columns, static (seed, e) => (int)Draw.Bits(seed, (ulong)e));
    }

    [Test]
    public void On_small_integers_in_floats_every_case_gives_the_sums_of_the_scalar_path(
        [Values] VectorWidth width, [Values] ColumnMatrix columns)
    {
        foreach (ConvolutionCase instance in RandomCases())
            Same(instance, width, columns, static (seed, e) => (float)Draw.Odd(seed, (ulong)e, 15));
    }

    [Test]
    public void On_small_integers_in_doubles_every_case_gives_the_sums_of_the_scalar_path(
        [Values] VectorWidth width, [Values] ColumnMatrix columns)
    {
        foreach (ConvolutionCase instance in RandomCases())
            Same(instance, width, columns, static (seed, e) => (double)Draw.Odd(seed, (ulong)e, 15));
    }

    /// <summary>One tap and no padding: K is the height of the product, C its depth, the outputs its width.</summary>
    [Test]
    public void A_product_may_end_before_at_and_after_every_edge_of_a_tile_and_of_a_block(
        [Values] VectorWidth width, [Values] ColumnMatrix columns)
    {
        int tileRows = width == VectorWidth.Bits512 ? 8 : 4;
        int tileColumns = width == VectorWidth.Scalar ? 3 : 3 * (int)width / (8 * sizeof(int));
        foreach (Blocking blocking in new Blocking[] { new(1, 1, 1), Small, new(4, tileRows, tileColumns),
            new(3, (2 * tileRows) + 1, (2 * tileColumns) - 1) })
            foreach (int rows in Around(tileRows, blocking.Rows))
                foreach (int depth in Around(blocking.Depth))
                    foreach (int outputs in Around(tileColumns, blocking.Columns))
                        Same(
                            new ConvolutionGeometry(1, depth, rows, 1, new Axis(outputs, 1)),
                            hasBias: true,
                            new BlockedConvolution<int>(width, columns, blocking),
                            static (seed, e) => (int)Draw.Bits(seed, (ulong)e));
    }

    /// <summary>
    /// The lines of an image are shorter and longer than a panel, which is three registers wide; tiled or not, with steps in the input or
    /// none.
    /// </summary>
    [Test]
    public void A_panel_begins_and_ends_anywhere_in_the_lines_of_an_image(
        [Values] VectorWidth width,
        [Values] ColumnMatrix columns,
        [Values(1, 2)] int stride,
        [Values(1, 3)] int tile)
    {
        foreach (Border border in Enum.GetValues<Border>())
            foreach (int length in new[] { 5, 95, 149, 301 })
            {
                Axis[] axes = [new(7, 2, 2, 1, Padding.Explicit(1, 0), border, tile),
                    new(length, 3, stride, 2, Padding.Explicit(3, 2), border, tile)];
                var geometry = new ConvolutionGeometry(1, 2, 9, 1, axes);
                Same(geometry, hasBias: false, new BlockedConvolution<int>(width, columns),
                    static (seed, e) => (int)Draw.Bits(seed, (ulong)e));
            }
    }

    [TestCase(typeof(byte))]
    [TestCase(typeof(short))]
    [TestCase(typeof(long))]
    [TestCase(typeof(decimal))]
    [TestCase(typeof(BigInteger))]
    [TestCase(typeof(Complex))]
    public void Any_number_that_can_be_added_and_multiplied_will_do(Type number) =>
        GetType().GetMethod(nameof(WillDo))!.MakeGenericMethod(number).Invoke(null, null);

    public static void WillDo<T>()
        where T : INumberBase<T>
    {
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
            foreach (ColumnMatrix columns in Enum.GetValues<ColumnMatrix>())
                foreach (ConvolutionCase instance in RandomCases().Take(20))
                    Same(instance, width, columns, static (seed, e) => T.CreateTruncating(Draw.Odd(seed, (ulong)e, 15)));
    }

    [Test]
    public void A_number_may_be_an_object([Values] ColumnMatrix columns)
    {
        foreach (ConvolutionCase instance in RandomCases().Take(100))
            Same(
                instance.Geometry,
                instance.HasBias,
                new BlockedConvolution<Pointed>(VectorWidth.Scalar, columns, Small),
                static (seed, e) => new Pointed(Draw.Odd(seed, (ulong)e, 15)));
    }

    [Test]
    public void A_number_that_has_no_vectors_is_computed_one_at_a_time() =>
        Assert.That(new BlockedConvolution<BigInteger>(VectorWidth.Bits512, ColumnMatrix.Implicit).Width, Is.EqualTo(VectorWidth.Scalar));

    /// <summary>0 · ∞ is not a number: were the zeros of a panel's end added to the next block's rows, they would show.</summary>
    [Test]
    public void What_a_panel_is_filled_up_with_reaches_no_output([Values] VectorWidth width, [Values] ColumnMatrix columns)
    {
        var geometry = new ConvolutionGeometry(1, 4, 11, 1, new Axis(100, 1));
        float[] x = [.. Enumerable.Repeat(float.PositiveInfinity, geometry.InputLength)];
        float[] w = [.. Enumerable.Repeat(1f, geometry.WeightLength)];
        var y = new float[geometry.OutputLength];
        new BlockedConvolution<float>(width, columns, Small).Forward(geometry, x, w, [], y);
        Assert.That(y, Is.All.EqualTo(float.PositiveInfinity));
    }

    [Test]
    public void The_gradients_are_those_of_the_scalar_path()
    {
        var convolution = new BlockedConvolution<int>(VectorWidth.Bits512, ColumnMatrix.Implicit);
        var scalar = new ScalarConvolution<int>();
        foreach (ConvolutionGeometry geometry in RandomCases().Take(20).Select(static instance => instance.Geometry))
        {
            int[] x = Numbers(geometry.InputLength, 1, static (seed, e) => (int)Draw.Bits(seed, (ulong)e));
            int[] w = Numbers(geometry.WeightLength, 2, static (seed, e) => (int)Draw.Bits(seed, (ulong)e));
            int[] dy = Numbers(geometry.OutputLength, 3, static (seed, e) => (int)Draw.Bits(seed, (ulong)e));
            (int[] dx, int[] dw) = (new int[x.Length], new int[w.Length]);
            (int[] expectedDx, int[] expectedDw) = (new int[x.Length], new int[w.Length]);
            convolution.DataGradient(geometry, w, dy, dx);
            convolution.WeightGradient(geometry, x, dy, dw);
            scalar.DataGradient(geometry, w, dy, expectedDx);
            scalar.WeightGradient(geometry, x, dy, expectedDw);
            Assert.That(dx, Is.EqualTo(expectedDx), geometry.ToString());
            Assert.That(dw, Is.EqualTo(expectedDw), geometry.ToString());
        }
    }

    [Test]
    public void Only_the_explicit_matrix_takes_memory()
    {
        var axis = new Axis(64, 5, padding: Padding.Half);
        var geometry = new ConvolutionGeometry(1, 8, 4, 1, axis, axis);
        long matrix = (long)sizeof(float) * geometry.GroupInChannels * geometry.Relation.Taps * geometry.Relation.Outputs;
        Assert.That(Allocated(ColumnMatrix.Explicit), Is.AtLeast(matrix));
        Assert.That(Allocated(ColumnMatrix.Implicit), Is.LessThan(matrix / 10));

        long Allocated(ColumnMatrix columns)
        {
            (float[] x, float[] w, float[] y) =
                (new float[geometry.InputLength], new float[geometry.WeightLength], new float[geometry.OutputLength]);
            var convolution = new BlockedConvolution<float>(VectorWidth.Bits256, columns, new Blocking(64, 8, 96));
            convolution.Forward(geometry, x, w, [], y);
            long before = GC.GetAllocatedBytesForCurrentThread();
            convolution.Forward(geometry, x, w, [], y);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [TestCase(0, 1, 1, "depth of a block must be ≥ 1, was 0")]
    [TestCase(1, -1, 1, "rows of a block must be ≥ 1, was -1")]
    [TestCase(1, 1, 0, "columns of a block must be ≥ 1, was 0")]
    public void A_block_holds_something(int depth, int rows, int columns, string rule) =>
        Assert.That(() => new Blocking(depth, rows, columns), Throws.ArgumentException.With.Message.EqualTo(rule));

    private static IEnumerable<ConvolutionCase> RandomCases() =>
        Enumerable.Range(0, Cases).Select(static index => ConvolutionCase.Random(Seed, index));

    /// <summary>One less, equal and one more than once and twice each of these.</summary>
    private static IEnumerable<int> Around(params int[] edges) =>
        edges.SelectMany(static edge => new[] { edge, 2 * edge }).SelectMany(static edge => new[] { edge - 1, edge, edge + 1 }).Where(
            static size => size > 0).Distinct();

    private static void Same<T>(ConvolutionCase instance, VectorWidth width, ColumnMatrix columns, Func<ulong, int, T> number)
        where T : INumberBase<T>
    {
        Same(instance.Geometry, instance.HasBias, new BlockedConvolution<T>(width, columns), number);
        Same(instance.Geometry, instance.HasBias, new BlockedConvolution<T>(width, columns, Small), number);
    }

    private static void Same<T>(ConvolutionGeometry geometry, bool hasBias, BlockedConvolution<T> convolution, Func<ulong, int, T> number)
        where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>, IEquatable<T>
    {
        T[] x = Numbers(geometry.InputLength, 1, number);
        T[] w = Numbers(geometry.WeightLength, 2, number);
        T[] bias = hasBias ? Numbers(geometry.OutChannels, 3, number) : [];
        (T[] expected, T[] actual) = (new T[geometry.OutputLength], new T[geometry.OutputLength]);
        new ScalarConvolution<T>().Forward(geometry, x, w, bias, expected);
        convolution.Forward(geometry, x, w, bias, actual);
        if (!actual.AsSpan().SequenceEqual(expected))   // NUnit would take a second for each million numbers
            Assert.That(actual, Is.EqualTo(expected), geometry.ToString());
    }

    private static T[] Numbers<T>(int length, ulong seed, Func<ulong, int, T> number) =>
        [.. Enumerable.Range(0, length).Select(e => number(seed, e))];
}
