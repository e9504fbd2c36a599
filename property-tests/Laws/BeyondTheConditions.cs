using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.PropertyTests.Laws;

/// <summary>Where the laws of the book end: for each condition in them, what happens just outside it.</summary>
[TestFixture]
public sealed class BeyondTheConditions
{
    private static readonly ScalarConvolution<int> Scalar = new();

    [Test, Erratum("E34")]
    public void No_output_is_claimed_where_no_window_fits()
    {
        Assert.That(Formulas.OutputSize.Of(2, 4, 0, 0, 2, 1), Is.Zero);
        Assert.That(() => new Axis(2, 4, stride: 2), Throws.ArgumentException.With.Message.Contains("must be ≤ the padded input size"));

        int room = 2 - 4;
        Assert.That((room / 4) + 1, Is.EqualTo(1), "the quotient of C# truncates toward zero and claims a window");
        Assert.That(() => new Axis(2, 4, stride: 4), Throws.ArgumentException);
    }

    [Test]
    public void With_a_bias_forward_is_not_linear()
    {
        ConvolutionGeometry geometry = Line(new Axis(1, 1));

        Assert.That(Forward(geometry, [2], [3], [5]), Is.Not.EqualTo(Forward(geometry, [1], [3], [5]).Select(static y => 2 * y)));
    }

    [Test]
    public void Shifting_by_less_than_the_stride_does_not_move_the_output()
    {
        ConvolutionGeometry geometry = Line(new Axis(6, 1, stride: 2, border: Border.Cyclic));

        Assert.That(Forward(geometry, [1, 2, 3, 4, 5, 6], [1]), Is.EqualTo(new[] { 1, 3, 5 }));
        Assert.That(Forward(geometry, [6, 1, 2, 3, 4, 5], [1]), Is.EqualTo(new[] { 6, 2, 4 }), "by 1: other numbers altogether");
        Assert.That(Forward(geometry, [5, 6, 1, 2, 3, 4], [1]), Is.EqualTo(new[] { 5, 1, 3 }), "by 2: the same numbers, moved by 1");
    }

    [Test, Formula("S2.36")]
    public void Shifting_by_less_than_the_tile_meets_other_kernels()
    {
        ConvolutionGeometry geometry = Line(new Axis(4, 1, border: Border.Cyclic, tile: 2));
        int[] w = [1, 10];

        Assert.That(Forward(geometry, [1, 2, 3, 4], w), Is.EqualTo(new[] { 1, 20, 3, 40 }));
        Assert.That(Forward(geometry, [4, 1, 2, 3], w), Is.EqualTo(new[] { 4, 10, 2, 30 }), "by 1: not moved");
        Assert.That(Forward(geometry, [3, 4, 1, 2], w), Is.EqualTo(new[] { 3, 40, 1, 20 }), "by 2: moved");
    }

    [Test, Formula("S2.36")]
    public void With_fewer_tiles_than_outputs_kernels_are_shared()
    {
        Assert.That(Forward(Line(new Axis(3, 1, tile: 2)), [1, 1, 1], [1, 10]), Is.EqualTo(new[] { 1, 10, 1 }));
        Assert.That(Forward(Line(new Axis(3, 1, tile: 3)), [1, 1, 1], [1, 10, 100]), Is.EqualTo(new[] { 1, 10, 100 }));
    }

    [Test, Formula("S3.28")]
    public void A_stride_keeps_the_first_phase_and_no_other()
    {
        int[] dense = Forward(Line(new Axis(5, 2)), [1, 2, 3, 4, 5], [10, 1]);
        int[] strided = Forward(Line(new Axis(5, 2, stride: 2)), [1, 2, 3, 4, 5], [10, 1]);

        Assert.That(strided, Is.EqualTo(new[] { dense[0], dense[2] }));
        Assert.That(strided, Is.Not.EqualTo(new[] { dense[1], dense[3] }));
    }

    [TestCase(Border.Extended)]
    [TestCase(Border.Reflected)]
    public void Under_a_border_that_copies_the_data_gradient_is_no_convolution_with_the_rotated_kernel(Border border)
    {
        var axis = new Axis(3, 3, padding: Padding.Half, border: border);

        int[] dx = DataGradient(Line(axis), [1, 10, 100], [1, 2, 4]);

        Assert.That(dx, Is.Not.EqualTo(Forward(Line(axis), [1, 2, 4], [100, 10, 1])));
    }

    [Test]
    public void Under_a_cyclic_border_equal_size_and_stride_one_make_it_one()
    {
        var equal = new Axis(3, 3, padding: Padding.Half, border: Border.Cyclic);
        Assert.That(DataGradient(Line(equal), [1, 10, 100], [1, 2, 4]), Is.EqualTo(Forward(Line(equal), [1, 2, 4], [100, 10, 1])));

        // Four outputs of three inputs: input 0 is met by output 3 as well, which no window of three on the circle of outputs can see.
        var unequal = new Axis(3, 3, padding: Padding.Explicit(1, 2), border: Border.Cyclic);
        int[] g = [1, 2, 4, 8];
        int[] onTheCircle = Forward(Line(new Axis(4, 3, padding: Padding.Explicit(1, 1), border: Border.Cyclic)), g, [100, 10, 1]);
        Assert.That(DataGradient(Line(unequal), [1, 10, 100], g), Is.Not.EqualTo(onTheCircle[..3]));

        // At stride 2 the zeros that stretch g have to stand on the circle too; without them the sizes do not even agree.
        var strided = new Axis(4, 3, stride: 2, padding: Padding.Half, border: Border.Cyclic);
        Assert.That(DataGradient(Line(strided), [1, 10, 100], [1, 2]), Has.Length.Not.EqualTo(2));
    }

    [Test]
    public void Every_output_padding_below_the_stride_names_another_size_that_convolves_back()
    {
        int[] sizes = [.. Enumerable.Range(0, 3).Select(static a => Axis.Transposed(4, 3, stride: 3, outputPadding: a).Input)];

        Assert.That(sizes, Is.EqualTo(new[] { 12, 13, 14 }));
        Assert.That(sizes.Select(static size => new Axis(size, 3, stride: 3).Output), Is.All.EqualTo(4));
        Assert.That(new Axis(15, 3, stride: 3).Output, Is.EqualTo(5));
        Assert.That(() => Axis.Transposed(4, 3, stride: 3, outputPadding: 3),
            Throws.ArgumentException.With.Message.Contains("output padding must be in 0..stride−1"));
    }

    [Test]
    public void Padding_is_less_than_every_number_to_max_pooling_and_not_zero()
    {
        var relation = new Relation(new Axis(2, 2, padding: Padding.Explicit(1, 1)));
        int[] x = [-3, -5];

        Assert.That(MaxPooling<int>.Forward(relation, Tensor(x)).ToArray(), Is.EqualTo(new[] { -3, -3, -5 }));
    }

    [Test]
    public void Without_counting_the_padding_average_pooling_is_no_box_filter_at_the_border()
    {
        var axis = new Axis(3, 3, padding: Padding.Half);
        double[] x = [3, 6, 9];
        double[] box = new double[3];
        new ScalarConvolution<double>().Forward(Line(axis), x, [1, 1, 1], [], box);

        double[] counting = [.. AveragePooling<double>.Forward(new Relation(axis), Tensor(x), countPadding: true)];
        double[] inputsOnly = [.. AveragePooling<double>.Forward(new Relation(axis), Tensor(x), countPadding: false)];

        Assert.That(counting, Is.EqualTo(box.Select(static sum => sum / 3)));
        Assert.That(inputsOnly, Is.EqualTo(new[] { 4.5, 6, 7.5 }));
    }

    [Test]
    public void Layers_with_strides_see_more_than_stacked_extents()
    {
        var plain = Geometry.ReceptiveField.OfInput.Then(3).Then(3).Then(3);
        var strided = Geometry.ReceptiveField.OfInput.Then(3, stride: 2).Then(3, stride: 2).Then(3);

        Assert.That(plain.Size, Is.EqualTo(3 * (3 - 1) + 1), "L(K−1)+1");
        Assert.That(strided.Size, Is.EqualTo(1 + 2 + 4 + 8));
    }

    [Test, Formula("S4.03")]
    public void A_dense_layer_learns_as_well_from_shuffled_pixels_and_a_convolution_does_not()
    {
        ConvolutionGeometry dense = Line(new Axis(4, 4));
        Assert.That(Forward(dense, [3, 1, 4, 2], [30, 10, 40, 20]), Is.EqualTo(Forward(dense, [1, 2, 3, 4], [10, 20, 30, 40])));

        ConvolutionGeometry sliding = Line(new Axis(4, 2));
        int[] ordered = Forward(sliding, [1, 2, 3, 4], [1, 10]);
        int[] shuffled = Forward(sliding, [3, 1, 4, 2], [1, 10]);
        Assert.That(shuffled.Order(), Is.Not.EqualTo(ordered.Order()), "no order of the outputs mends it");
    }

    [Test]
    public void With_padding_a_kernel_as_large_as_the_input_is_no_dense_layer() =>
        Assert.That(new Axis(4, 4, padding: Padding.Explicit(1, 0)).Output, Is.EqualTo(2));

    private static ConvolutionGeometry Line(Axis axis) => ConvolutionGeometry.SingleChannel(axis);

    private static System.Numerics.Tensors.Tensor<T> Tensor<T>(T[] x) => System.Numerics.Tensors.Tensor.Create(x, [1, 1, x.Length]);

    private static int[] Forward(ConvolutionGeometry geometry, int[] x, int[] w, params int[] bias)
    {
        var y = new int[geometry.OutputLength];
        Scalar.Forward(geometry, x, w, bias, y);
        return y;
    }

    private static int[] DataGradient(ConvolutionGeometry geometry, int[] w, int[] dy)
    {
        var dx = new int[geometry.InputLength];
        Scalar.DataGradient(geometry, w, dy, dx);
        return dx;
    }
}
