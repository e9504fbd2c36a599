using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

/// <summary>Sizes up to 2³¹−1 are right and larger ones refused; none comes round again as a small one.</summary>
public sealed class LargeSizesTests
{
    private const int Max = int.MaxValue;
    private const int Quarter = 1 << 30;   // four of them are 2³²
    private const string Padded = "padded size D+2P must be ≤ 2147483647, was 4294967299";

    private static readonly int[] X = [9, 1, 2, 3, 4];
    private static readonly int[,] Image = { { 1, 2 }, { 3, 4 } };

    [Test]
    public void Extents_are_counted_up_to_the_largest_int()
    {
        Assert.That(ReceptiveField.Extent(2, Max - 1), Is.EqualTo(Max));
        Assert.That(
            () => ReceptiveField.Extent(5, Quarter), Refused.Because("kernel extent δ(K−1)+1 must be ≤ 2147483647, was 4294967297"));
        Assert.That(
            () => Dilation<int>.Correlate(X, new int[5], Quarter), Refused.Because(
                "kernel extent δ(K−1)+1 must be ≤ 2147483647, was 4294967297"));
    }

    [Test]
    public void Receptive_fields_are_counted_up_to_the_largest_int()
    {
        Assert.That(ReceptiveField.OfLayers(Max - 1, 2), Is.EqualTo(Max));
        Assert.That(ReceptiveField.OfStack((1, Max - 1, 1), (2, 1, 1)), Is.EqualTo(new[] { 1, Max }));
        Assert.That(() => ReceptiveField.OfLayers(Quarter, 5), Refused.Because("receptive field must be ≤ 2147483647, was 4294967297"));
        Assert.That(() => ReceptiveField.OfStack((3, Quarter, 1), (3, 1, 1)),
            Refused.Because("receptive field must be ≤ 2147483647, was 2147483651"));
        Assert.That(
            () => ReceptiveField.OfStack((1, Quarter, 1), (1, 4, 1)), Refused.Because(
                "product of the strides must be ≤ 2147483647, was 4294967296"));
    }

    [Test]
    public void Transposed_sizes_are_counted_up_to_the_largest_int()
    {
        Assert.That(TransposedSize.Of(2, 1, stride: Max - 1), Is.EqualTo(Max));
        Assert.That(TransposedSize.Of(1, Max, padding: Quarter - 1), Is.EqualTo(1));
        Assert.That(
            () => TransposedSize.Of(5, 3, stride: Quarter), Refused.Because("size s(D′−1)+δ(K−1)+1 must be ≤ 2147483647, was 4294967299"));
        Assert.That(
            () => TransposedSize.Of(2, 1, stride: Max - 1, outputPadding: 1), Refused.Because(
                "transposed size D must be ≤ 2147483647, was 2147483648"));
        Assert.That(() => TransposedSize.Of(1, 3, padding: Max), Refused.Because("transposed size D must be ≥ 1, was -4294967291"));
    }

    [Test]
    public void A_copy_painted_beyond_the_largest_int_is_refused_even_where_the_padding_cuts_it_off() =>
        Assert.That(
            () => TransposedConvolution<int>.Of([1, 1, 1], [1, 1, 1], stride: Quarter, padding: Quarter),
            Refused.Because("size s(D′−1)+δ(K−1)+1 must be ≤ 2147483647, was 2147483651"));

    [Test]
    public void Output_padding_is_right_up_to_the_largest_padded_size()
    {
        Assert.That(TransposedSize.OutputPadding(1, 3, stride: 3, padding: Quarter - 1), Is.EqualTo((Max - 3) % 3).And.EqualTo(1));
        Assert.That(() => TransposedSize.OutputPadding(5, 3, padding: Max), Refused.Because(Padded));
    }

    [Test]
    public void Padding_beyond_the_largest_int_is_refused()
    {
        Assert.That(() => StridedBackpropagation<int>.ToInput([1], [1, 1, 1], 5, padding: Max, stride: Max), Refused.Because(Padded));
        Assert.That(() => StridedBackpropagation<int>.ToKernel(X, [1], 3, padding: Max, stride: Max), Refused.Because(Padded));
        Assert.That(
            () => ImageBackpropagation<int>.ToInput(Image, Image, (5, 2), (Max, 1), (Max, 0), (1, 1)), Refused.Because(Padded));
        Assert.That(
            () => ImageBackpropagation<int>.ToKernel(new int[2, 5], Image, (1, 3), (1, Max), (0, Max), (1, 1)), Refused.Because(Padded));
        Assert.That(() => ParameterSharing<int>.Matrix([1, 1, 1], 5, padding: Max, stride: Max), Refused.Because(Padded));
        Assert.That(() => ParameterSharing<int>.Matrix(Image, 5, 5, padding1: Max, stride1: Max), Refused.Because(Padded));
        Assert.That(() => ParameterSharing<int>.Matrix(Image, 5, 5, padding2: Max, stride2: Max), Refused.Because(Padded));
        Assert.That(
            () => Participation.Of(2, 1, padding: Quarter), Refused.Because("padded size D+2P must be ≤ 2147483647, was 2147483650"));
        Assert.That(() => PartialPooling.Size(5, Max, 2, padding: Max - 1),
            Refused.Because("padded size D+2P must be ≤ 2147483647, was 4294967297"));
    }

    [Test]
    public void A_matrix_row_is_right_up_to_the_largest_padded_size()
    {
        // 2³¹−1 padded positions, two windows: the second begins at the stride, the one input stands at P = 2³⁰−1.
        Assert.That(
            ParameterSharing<int>.Matrix([5, 7], 1, stride: Quarter - 1, padding: Quarter - 1), Is.EqualTo(new[,] { { 0 }, { 5 } }));
        Assert.That(
            ParameterSharing<int>.Matrix([5, 7], 1, stride: Quarter - 2, padding: Quarter - 1), Is.EqualTo(new[,] { { 0 }, { 7 }, { 0 } }));
    }

    [Test]
    public void A_matrix_with_more_rows_or_columns_than_an_int_counts_is_refused()
    {
        const int S = 1 << 16;
        Assert.That(() => ParameterSharing<int>.Matrix(new int[1, 1], S, S),
            Refused.Because("rows of the matrix must be ≤ 2147483647, was 4294967296"));
        Assert.That(
            () => ParameterSharing<int>.Matrix(new int[1, 1], S, S, S, S), Refused.Because(
                "columns of the matrix must be ≤ 2147483647, was 4294967296"));
    }

    [Test]
    public void Partial_windows_are_right_at_the_largest_steps_and_windows()
    {
        Assert.That(PartialPooling.Size(5, 3, Max, ceil: true), Is.EqualTo(1));
        Assert.That(PartialPooling.Pool(X, Max - 1, Quarter + 1, Quarter - 3, ceil: true, Pooling.Max), Is.EqualTo(new[] { 9, 4 }));
    }

    [Test]
    public void The_largest_step_keeps_the_first_value()
    {
        Assert.That(Stride<int>.Subsample(X, Max), Is.EqualTo(new[] { 9 }));
        Assert.That(Stride<int>.Subsample(Image, Max, 1), Is.EqualTo(new[,] { { 1, 2 } }));
        Assert.That(Stride<int>.Subsample(Image, 1, Max), Is.EqualTo(new[,] { { 1 }, { 3 } }));
        Assert.That(Stride<int>.Subsample([], Max), Is.Empty);
    }

    [Test]
    public void Zeros_inserted_beyond_the_largest_int_are_refused()
    {
        const string inserted = "size s(D′−1)+1+a must be ≤ 2147483647, was ";
        Assert.That(() => ZeroInsertion<int>.Between([1, 2, 3, 4, 5], Quarter), Refused.Because(inserted + "4294967297"));
        Assert.That(() => ZeroInsertion<int>.Between([1], 1, Max), Refused.Because(inserted + "2147483648"));
        Assert.That(() => ZeroInsertion<int>.Between(new int[5, 1], (Quarter, 1), (0, 0)), Refused.Because(inserted + "4294967297"));
        Assert.That(() => ZeroInsertion<int>.Between(new int[1, 5], (1, Quarter), (0, 0)), Refused.Because(inserted + "4294967297"));
        Assert.That(() => ZeroInsertion<int>.Between(Image, (1, 1), (Max, 0)), Refused.Because(inserted + "2147483649"));
        Assert.That(() => ZeroInsertion<int>.Between(Image, (1, 1), (0, Max)), Refused.Because(inserted + "2147483649"));
    }

    [Test]
    public void Borders_beyond_the_largest_int_are_refused()
    {
        Assert.That(() => Borders<int>.Zeros(X, Max, Max), Refused.Because("padded size must be ≤ 2147483647, was 4294967299"));
        Assert.That(
            () => Borders<int>.Cyclic(Image, (Max, Max), (0, 0)), Refused.Because("padded size must be ≤ 2147483647, was 4294967296"));
        Assert.That(
            () => Borders<int>.Extended(Image, (0, 0), (Max, Max)), Refused.Because("padded size must be ≤ 2147483647, was 4294967296"));
        Assert.That(() => UndefinedBorder<double>.Pad([1], Max, Max), Refused.Because("padded size must be ≤ 2147483647, was 4294967295"));
        Assert.That(
            () => UndefinedBorder<double>.Pad(new double[2, 2], (Max, Max), (0, 0)), Refused.Because(
                "padded size must be ≤ 2147483647, was 4294967296"));
        Assert.That(
            () => UndefinedBorder<double>.Pad(new double[2, 2], (0, 0), (Max, Max)), Refused.Because(
                "padded size must be ≤ 2147483647, was 4294967296"));
    }

    [Test]
    public void Full_results_beyond_the_largest_int_are_refused()
    {
        // An image without columns holds nothing, however many rows it has.
        const string message = "output size must be ≤ 2147483647, was 2147483648";
        int[,] x = new int[Quarter, 0], w = new int[Quarter + 1, 0];

        Assert.That(() => Convolution<int>.Full(x, w), Refused.Because(message));
        Assert.That(() => Correlation<int>.Full(x, w), Refused.Because(message));
        Assert.That(() => Blur<int>.OutOfFocus(x, w), Refused.Because(message));
        Assert.That(() => LaplacianOfGaussian<int>.Full(w, x), Refused.Because(message));
        Assert.That(() => Depthwise<int>.Convolve(new int[1, Quarter, 0], new int[1, Quarter + 1, 0]), Refused.Because(message));
    }

    [Test]
    public void Windows_and_kernels_beyond_the_largest_int_are_refused()
    {
        Assert.That(
            () => PooledLayer<int>.PrintedNeighbourhoods(X, Max, Pooling.Max), Refused.Because(
                "window size p+1 must be ≤ 2147483647, was 2147483648"));
        Assert.That(() => Kernels.Disk(Quarter), Refused.Because("kernel size 2r+1 must be ≤ 2147483647, was 2147483649"));
    }
}
