using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>Shapes are refused at the door by name; tensors that are slices or permuted come in as well as contiguous ones.</summary>
[TestFixture(typeof(ScalarConvolution<int>))]
[TestFixture(typeof(Im2ColConvolution<int>))]
public sealed class TensorDoorTests<TConvolution>
    where TConvolution : IConvolution<int>, new()
{
    private static readonly ConvolutionGeometry Geometry = new(2, 2, 3, 1, new Axis(4, 3), new Axis(5, 2));

    private readonly Tensor<int> x = Figure.Counting(2, 2, 4, 5);
    private readonly Tensor<int> w = Figure.Counting(3, 2, 3, 2);
    private readonly Tensor<int> dy = Figure.Counting(2, 3, 2, 4);

    [Test]
    public void A_wrong_shape_is_refused_by_name()
    {
        var convolution = new TConvolution();
        Tensor<int> wrong = Figure.Counting(1, 2);
        Refused(() => convolution.Forward(Geometry, wrong, w), "x must have the shape [2, 2, 4, 5], had [1, 2]");
        Refused(() => convolution.Forward(Geometry, x, wrong), "w must have the shape [3, 2, 3, 2], had [1, 2]");
        Refused(() => convolution.DataGradient(Geometry, wrong, dy), "w must have the shape [3, 2, 3, 2], had [1, 2]");
        Refused(() => convolution.DataGradient(Geometry, w, wrong), "dy must have the shape [2, 3, 2, 4], had [1, 2]");
        Refused(() => convolution.WeightGradient(Geometry, wrong, dy), "x must have the shape [2, 2, 4, 5], had [1, 2]");
        Refused(() => convolution.WeightGradient(Geometry, x, wrong), "dy must have the shape [2, 3, 2, 4], had [1, 2]");
        Refused(() => convolution.Transposed(Geometry, wrong, w), "x must have the shape [2, 3, 2, 4], had [1, 2]");
        Refused(() => convolution.Transposed(Geometry, dy, wrong), "w must have the shape [3, 2, 3, 2], had [1, 2]");
    }

    [Test]
    public void Equal_numbers_of_elements_do_not_excuse_another_shape()
    {
        Refused(
            () => new TConvolution().Forward(Geometry, Figure.Counting(2, 2, 5, 4), w),
            "x must have the shape [2, 2, 4, 5], had [2, 2, 5, 4]");
        Refused(
            () => new TConvolution().Forward(Geometry, Figure.Counting(2, 2, 20), w),
            "x must have the shape [2, 2, 4, 5], had [2, 2, 20]");
        Refused(
            () => new TConvolution().Forward(Geometry, Figure.Counting(2, 2, 4, 5, 1), w),
            "x must have the shape [2, 2, 4, 5], had [2, 2, 4, 5, 1]");
    }

    [Test]
    public void A_bias_has_one_number_per_channel_that_is_written()
    {
        var convolution = new TConvolution();
        Refused(() => convolution.Forward(Geometry, x, w, [1, 2]), "bias must have one number per channel that is written, 3, had 2");
        Refused(() => convolution.Transposed(Geometry, dy, w, [1, 2, 3]),
            "bias must have one number per channel that is written, 2, had 3");
    }

    [Test]
    public void A_permuted_tensor_is_read_in_its_own_order()
    {
        // Stored [N, rows, columns, C] and [rows, columns, C, K], read as [N, C, rows, columns] and [K, C, rows, columns].
        Tensor<int> channelsLast = Tensor.PermuteDimensions(Tensor.PermuteDimensions(x, [0, 2, 3, 1]), [0, 3, 1, 2]);
        Tensor<int> kernelsFirst = Tensor.PermuteDimensions(Tensor.PermuteDimensions(w, [2, 3, 1, 0]), [3, 2, 0, 1]);
        Same(channelsLast, kernelsFirst, dy);
    }

    [Test]
    public void A_slice_is_read_without_what_surrounds_it()
    {
        Tensor<int> large = Figure.Counting(3, 4, 6, 7);
        Tensor<int> slice = large[1..3, 1..3, 1..5, 2..7];
        Tensor<int> dense = Tensor.Create(Figure.Elements(slice), slice.Lengths);
        var convolution = new TConvolution();
        Assert.That(
            Figure.Write(convolution.Forward(Geometry, slice, w)), Is.EqualTo(Figure.Write(convolution.Forward(Geometry, dense, w))));
        Assert.That(Figure.Elements(dense)[0], Is.EqualTo((((((1 * 4) + 1) * 6) + 1) * 7) + 2 + 1));
    }

    [Test]
    public void A_slice_of_whole_images_is_read_where_it_begins()
    {
        Tensor<int> two = Figure.Counting(3, 2, 4, 5)[1..3, 0..2, 0..4, 0..5];
        Tensor<int> dense = Tensor.Create(Enumerable.Range(41, 80).ToArray(), [2, 2, 4, 5]);
        var convolution = new TConvolution();
        Assert.That(Figure.Write(convolution.Forward(Geometry, two, w)), Is.EqualTo(Figure.Write(convolution.Forward(Geometry, dense, w))));
    }

    [Test]
    public void A_broadcast_span_repeats_its_numbers()
    {
        // Stride 0: one number stands for a whole tensor.
        ReadOnlyTensorSpan<int> sevens = new([7], [2, 2, 4, 5], [0, 0, 0, 0]);
        Tensor<int> dense = Tensor.Create(Enumerable.Repeat(7, 80).ToArray(), [2, 2, 4, 5]);
        var convolution = new TConvolution();
        Assert.That(
            Figure.Write(convolution.Forward(Geometry, sevens, w)), Is.EqualTo(Figure.Write(convolution.Forward(Geometry, dense, w))));
    }

    [Test]
    public void Results_have_the_shapes_of_the_geometry()
    {
        var convolution = new TConvolution();
        Assert.That(convolution.Forward(Geometry, x, w).Lengths.ToArray(), Is.EqualTo(new nint[] { 2, 3, 2, 4 }));
        Assert.That(convolution.DataGradient(Geometry, w, dy).Lengths.ToArray(), Is.EqualTo(new nint[] { 2, 2, 4, 5 }));
        Assert.That(convolution.Transposed(Geometry, dy, w).Lengths.ToArray(), Is.EqualTo(new nint[] { 2, 2, 4, 5 }));
        Assert.That(convolution.WeightGradient(Geometry, x, dy).Lengths.ToArray(), Is.EqualTo(new nint[] { 3, 2, 3, 2 }));
    }

    [Test]
    public void Operands_are_left_as_they_were()
    {
        var convolution = new TConvolution();
        convolution.Forward(Geometry, x, w, [1, 2, 3]);
        convolution.DataGradient(Geometry, w, dy);
        convolution.WeightGradient(Geometry, x, dy);
        Assert.That(Figure.Elements(x), Is.EqualTo(Enumerable.Range(1, 80)));
        Assert.That(Figure.Elements(w), Is.EqualTo(Enumerable.Range(1, 36)));
        Assert.That(Figure.Elements(dy), Is.EqualTo(Enumerable.Range(1, 48)));
    }

    private void Same(Tensor<int> otherX, Tensor<int> otherW, Tensor<int> otherDy)
    {
        var convolution = new TConvolution();
        Assert.That(
            Figure.Write(convolution.Forward(Geometry, otherX, otherW)), Is.EqualTo(Figure.Write(convolution.Forward(Geometry, x, w))));
        Assert.That(Figure.Write(convolution.DataGradient(Geometry, otherW, otherDy)),
            Is.EqualTo(Figure.Write(convolution.DataGradient(Geometry, w, dy))));
        Assert.That(Figure.Write(convolution.WeightGradient(Geometry, otherX, otherDy)),
            Is.EqualTo(Figure.Write(convolution.WeightGradient(Geometry, x, dy))));
    }

    private static void Refused(Func<Tensor<int>> act, string message) =>
        Assert.That(act, Throws.ArgumentException.With.Message.EqualTo(message));
}
