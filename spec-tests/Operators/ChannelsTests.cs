using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

[TestFixture(typeof(ScalarConvolution<int>))]
[TestFixture(typeof(Im2ColConvolution<int>))]
public sealed class ChannelsTests<TConvolution>
    where TConvolution : IConvolution<int>, new()
{
    private static readonly ConvolutionGeometry TwoToThree = new(1, 2, 3, 1, new Axis(3, 2), new Axis(3, 2));

    [Test, Formula("S4.39", "S4.40", "S4.43", "S4.44")]
    public void Input_channels_are_added_and_each_output_channel_has_its_bias()
    {
        // The slide stores [in, out, …]; the operator takes [out, in, …].
        Tensor<int> w = Tensor.PermuteDimensions(Figure.Counting(2, 3, 2, 2), [1, 0, 2, 3]);
        Tensor<int> y = new TConvolution().Forward(TwoToThree, Figure.Counting(1, 2, 3, 3), w, [100, 200, 300]);
        Assert.That(Figure.Write(y), Is.EqualTo("840 908 / 1044 1112 | 1180 1280 / 1480 1580 | 1520 1652 / 1916 2048"));
    }

    [Test]
    public void Reading_the_same_numbers_in_the_other_layout_gives_other_values()
    {
        Tensor<int> y = new TConvolution().Forward(TwoToThree, Figure.Counting(1, 2, 3, 3), Figure.Counting(3, 2, 2, 2), [100, 200, 300]);
        Assert.That(Figure.Write(y), Is.EqualTo("456 492 / 564 600 | 1036 1136 / 1336 1436 | 1616 1780 / 2108 2272"));
    }

    [Test, Formula("S3.23")]
    public void A_depthwise_convolution_keeps_the_channels_apart()
    {
        var depthwise = new ConvolutionGeometry(1, 2, 2, 2, new Axis(3, 2), new Axis(3, 2));
        Tensor<int> w = Tensor.Create(new[] { 1, 2, 3, 4, 13, 14, 15, 16 }, [2, 1, 2, 2]);
        Tensor<int> y = new TConvolution().Forward(depthwise, Figure.Counting(1, 2, 3, 3), w);
        Assert.That(Figure.Write(y), Is.EqualTo("37 47 / 67 77 | 703 761 / 877 935"));
    }

    [Test]
    public void One_by_one_mixes_channels_position_by_position()
    {
        var geometry = new ConvolutionGeometry(1, 2, 3, 1, new Axis(2, 1), new Axis(2, 1));
        Tensor<int> y = new TConvolution().Forward(geometry, Figure.Counting(1, 2, 2, 2), Figure.Counting(3, 2, 1, 1));
        Assert.That(Figure.Write(y), Is.EqualTo("11 14 / 17 20 | 23 30 / 37 44 | 35 46 / 57 68"));
    }

    [Test]
    public void A_channel_multiplier_gives_each_input_channel_its_own_outputs()
    {
        // C=2, K=4, g=2: outputs 0, 1 read channel 0; outputs 2, 3 read channel 1.
        var geometry = new ConvolutionGeometry(1, 2, 4, 2, new Axis(2, 1));
        Tensor<int> y =
            new TConvolution().Forward(geometry, Figure.Counting(1, 2, 2), Tensor.Create(new[] { 1, 10, 100, 1000 }, [4, 1, 1]));
        Assert.That(Figure.Elements(y), Is.EqualTo(new[] { 1, 2, 10, 20, 300, 400, 3000, 4000 }));
    }

    [Test]
    public void Groups_read_their_own_channels_in_every_direction()
    {
        // C=4, K=2, g=2: output 0 reads channels 0, 1; output 1 reads channels 2, 3.
        var geometry = new ConvolutionGeometry(1, 4, 2, 2, new Axis(1, 1));
        Tensor<int> x = Tensor.Create(new[] { 1, 2, 3, 4 }, [1, 4, 1]);
        Tensor<int> w = Tensor.Create(new[] { 1, 10, 100, 1000 }, [2, 2, 1]);
        Tensor<int> dy = Tensor.Create(new[] { 5, 7 }, [1, 2, 1]);
        var convolution = new TConvolution();
        Assert.That(Figure.Elements(convolution.Forward(geometry, x, w)), Is.EqualTo(new[] { 21, 4300 }));
        Assert.That(Figure.Elements(convolution.DataGradient(geometry, w, dy)), Is.EqualTo(new[] { 5, 50, 700, 7000 }));
        Assert.That(Figure.Elements(convolution.WeightGradient(geometry, x, dy)), Is.EqualTo(new[] { 5, 10, 21, 28 }));
    }

    [Test]
    public void The_images_of_a_batch_are_kept_apart()
    {
        var geometry = new ConvolutionGeometry(2, 2, 1, 1, new Axis(2, 2));
        Tensor<int> y =
            new TConvolution().Forward(geometry, Figure.Counting(2, 2, 2), Tensor.Create(new[] { 1, 10, 100, 1000 }, [1, 2, 2]), [7]);
        Assert.That(Figure.Elements(y), Is.EqualTo(new[] { 4321 + 7, 8765 + 7 }));
    }

    [Test]
    public void An_empty_batch_gives_an_empty_output_and_a_zero_weight_gradient()
    {
        var geometry = new ConvolutionGeometry(0, 2, 3, 1, new Axis(3, 2));
        Tensor<int> none = Tensor.Create(Array.Empty<int>(), [0, 2, 3]);
        Tensor<int> noGradient = Tensor.Create(Array.Empty<int>(), [0, 3, 2]);
        Tensor<int> w = Figure.Counting(3, 2, 2);
        var convolution = new TConvolution();
        Assert.That(convolution.Forward(geometry, none, w, [1, 2, 3]).Lengths.ToArray(), Is.EqualTo(new nint[] { 0, 3, 2 }));
        Assert.That(convolution.DataGradient(geometry, w, noGradient).Lengths.ToArray(), Is.EqualTo(new nint[] { 0, 2, 3 }));
        Assert.That(Figure.Elements(convolution.WeightGradient(geometry, none, noGradient)), Is.EqualTo(new int[12]));
        Assert.That(BiasGradient<int>.Of(geometry, noGradient).ToArray(), Is.EqualTo(new int[3]));
    }

    [Test]
    public void A_transposed_convolution_adds_the_bias_of_the_channel_it_writes()
    {
        // Reads 1 channel of 2, writes 2 channels of 3, twice.
        var geometry = new ConvolutionGeometry(2, 2, 1, 1, Axis.Transposed(2, 2));
        Tensor<int> x = Tensor.Create(new[] { 1, 2, 3, 4 }, [2, 1, 2]);
        Tensor<int> w = Tensor.Create(new[] { 1, 10, 100, 1000 }, [1, 2, 2]);
        Tensor<int> y = new TConvolution().Transposed(geometry, x, w, [5, 7]);
        Assert.That(Figure.Elements(y), Is.EqualTo(new[] { 6, 17, 25, 107, 1207, 2007, 8, 39, 45, 307, 3407, 4007 }));
    }

    [Test]
    public void Three_axes_are_depth_height_width()
    {
        var geometry = new ConvolutionGeometry(1, 1, 1, 1, new Axis(2, 1), new Axis(2, 2), new Axis(3, 2, 1, 1, Padding.Explicit(1, 0)));
        Tensor<int> y = new TConvolution().Forward(
            geometry, Figure.Counting(1, 1, 2, 2, 3), Tensor.Create(new[] { 1, 10, 100, 1000 }, [1, 1, 1, 2, 2]));

        // Windows of plane 0, columns −1…2: (0 1 | 0 4), (1 2 | 4 5), (2 3 | 5 6); plane 1 likewise from 7.
        Assert.That(Figure.Elements(y), Is.EqualTo(new[] { 4010, 5421, 6532, 10070, 12087, 13198 }));
    }
}
