using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

[TestFixture(typeof(ScalarConvolution<int>))]
[TestFixture(typeof(Im2ColConvolution<int>))]
public sealed class GradientTests<TConvolution>
    where TConvolution : IConvolution<int>, new()
{
    private static readonly ConvolutionGeometry OneAxis = ConvolutionGeometry.SingleChannel(new Axis(5, 3));

    [Test, Formula("S4.49", "S4.50", "S4.51")]
    public void Gradients_of_the_lecture()
    {
        (Tensor<int> x, Tensor<int> w, Tensor<int> dy) = (Figure.Line("1 2 3 4 5"), Figure.Line("2 -1 3"), Figure.Line("1 2 -1"));
        var convolution = new TConvolution();
        Assert.That(Figure.Write(convolution.Forward(OneAxis, x, w)), Is.EqualTo("9 13 17"));
        Assert.That(Figure.Write(convolution.WeightGradient(OneAxis, x, dy)), Is.EqualTo("2 4 6"));
        Assert.That(Figure.Write(convolution.DataGradient(OneAxis, w, dy)), Is.EqualTo("2 3 -1 7 -3"));
    }

    [Test]
    public void The_weight_gradient_is_the_correlation_of_the_input_with_dy_and_the_data_gradient_the_full_convolution_of_dy_with_the_kernel()
    {
        var convolution = new TConvolution();
        Assert.That(Figure.Write(convolution.Forward(OneAxis, Figure.Line("1 2 3 4 5"), Figure.Line("1 2 -1"))), Is.EqualTo("2 4 6"));
        var full = ConvolutionGeometry.SingleChannel(new Axis(3, 3, padding: Padding.Full));
        Assert.That(Figure.Write(convolution.Forward(full, Figure.Line("1 2 -1"), Figure.Line("3 -1 2"))), Is.EqualTo("2 3 -1 7 -3"));
    }

    [Test]
    public void A_tiled_convolution_gives_each_kernel_the_gradient_of_its_own_outputs()
    {
        var geometry = ConvolutionGeometry.SingleChannel(new Axis(7, 3, tile: 2));
        Tensor<int> x = Figure.Line("1 2 3 4 5 6 7");
        Tensor<int> w = Tensor.Create(new[] { 1, 10, 100, 2, 20, 200 }, [2, 1, 1, 3]);
        Tensor<int> dy = Figure.Line("1 1 10 10 100");

        // Kernel 0 met windows 123, 345, 567 with 1, 10, 100; kernel 1 met 234, 456 with 1, 10.
        Assert.That(Figure.Elements(new TConvolution().WeightGradient(geometry, x, dy)), Is.EqualTo(new[] { 531, 642, 753, 42, 53, 64 }));

        // dx[i] = Σ w(o mod 2)[i−o] · dy[o].
        Assert.That(
            Figure.Write(new TConvolution().DataGradient(geometry, w, dy)),
            Is.EqualTo($"1 {10 + 2} {100 + 20 + 10} {200 + 100 + 20} {1000 + 200 + 100} {2000 + 1000} 10000"));
    }

    [Test]
    public void Gradients_overwrite_what_stood_there()
    {
        int[] dx = [9, 9, 9, 9, 9];
        int[] dw = [9, 9, 9];
        int[] y = [9, 9, 9];
        var convolution = new TConvolution();
        convolution.DataGradient(OneAxis, [1, 0, 0], [1, 2, 3], dx);
        convolution.WeightGradient(OneAxis, [1, 0, 0, 0, 0], [1, 0, 0], dw);
        convolution.Forward(OneAxis, [1, 2, 3, 4, 5], [1, 0, 0], [], y);
        Assert.That(dx, Is.EqualTo(new[] { 1, 2, 3, 0, 0 }));
        Assert.That(dw, Is.EqualTo(new[] { 1, 0, 0 }));
        Assert.That(y, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public void Weight_gradients_add_up_over_the_batch()
    {
        var geometry = new ConvolutionGeometry(2, 1, 1, 1, new Axis(3, 2));
        Tensor<int> dw =
            new TConvolution().WeightGradient(geometry, Figure.Counting(2, 1, 3), Tensor.Create(new[] { 1, 10, 100, 1000 }, [2, 1, 2]));
        Assert.That(Figure.Write(dw), Is.EqualTo($"{1 + 20 + 400 + 5000} {2 + 30 + 500 + 6000}"));
    }

    [Test]
    public void The_bias_gradient_sums_dy_over_batch_and_positions()
    {
        var geometry = new ConvolutionGeometry(2, 1, 3, 1, new Axis(3, 2));
        Assert.That(BiasGradient<int>.Of(geometry, Figure.Counting(2, 3, 2)).ToArray(),
            Is.EqualTo(new[] { 1 + 2 + 7 + 8, 3 + 4 + 9 + 10, 5 + 6 + 11 + 12 }));
        Assert.That(
            () => BiasGradient<int>.Of(geometry, Figure.Counting(2, 2, 3)),
            Throws.ArgumentException.With.Message.EqualTo("dy must have the shape [2, 3, 2], had [2, 2, 3]"));
    }
}
