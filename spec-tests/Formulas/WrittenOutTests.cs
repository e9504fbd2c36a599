using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Numbers;

namespace ReferenceConv.SpecTests.Formulas;

/// <summary>
/// The layers' sums as the code writes them out: which sample meets which weight, with the factors in the order of the slide.
/// </summary>
public sealed class WrittenOutTests
{
    private static readonly Trace[] X = Trace.Symbols("x", 5);
    private static readonly Trace[] W = Trace.Symbols("w", 3);
    private static readonly Trace[] Dy = Trace.Symbols("dy", 3);
    private static readonly Trace B = Trace.Symbol("b");

    [Test, Formula("S1.41"), Erratum("E36")]
    public void Dilated_sums_write_out_as_on_the_slide()
    {
        Written(Dilation<Trace>.Correlate(X, W, 2)[0], "w(0)x(0) + w(1)x(2) + w(2)x(4)");
        Written(Dilation<Trace>.Convolve(X, W, 2)[0], "w(0)x(4) + w(1)x(2) + w(2)x(0)");
        Written(Dilation<Trace>.Correlate(Trace.Symbols("x", 2, 4), Trace.Symbols("w", 1, 2), 1, 3)[1, 0], "w(0,0)x(1,0) + w(0,1)x(1,3)");
    }

    [Test, Formula("S4.29", "S4.34", "S4.35", "S4.37")]
    public void Strided_sums_write_out_as_on_the_slides()
    {
        Written(FeatureMap<Trace>.Of(X, W)[1], "x(1)w(0) + x(2)w(1) + x(3)w(2)");
        Written(Stride<Trace>.AllThenSubsample(X, W, 2)[1], "x(2)w(0) + x(3)w(1) + x(4)w(2)");
        Written(Stride<Trace>.Direct(X, W, 2)[1], "x(2)w(0) + x(3)w(1) + x(4)w(2)");
        Written(Stride<Trace>.Direct(Trace.Symbols("x", 3, 4), Trace.Symbols("w", 1, 2), 2, 1)[1, 2], "x(2,2)w(0,0) + x(2,3)w(0,1)");
    }

    [Test, Formula("S0.09", "S2.19")]
    public void Local_layers_write_out_with_their_border_terms_missing()
    {
        Trace[] y = LocalLayer<Trace>.ThreeTaps(X, Trace.Symbol("w1"), Trace.Symbol("w2"), Trace.Symbol("w3"), Trace.Symbols("b", 5));

        Written(y[1], "b(1) + w1x(1) + w2x(0) + w3x(2)");
        Written(y[0], "b(0) + w1x(0) + w3x(1)");
        Written(LocalLayer<Trace>.Shared(X, W, B)[1], "w(0)x(0) + w(1)x(1) + w(2)x(2) + b");
        Written(LocalLayer<Trace>.Shared(X, W, B)[4], "w(0)x(3) + w(1)x(4) + b");
    }

    [Test, Formula("S2.17", "S2.18", "S2.36", "S4.08")]
    public void Dense_tiled_and_unshared_layers_write_out_weight_by_weight()
    {
        Written(Dense<Trace>.Layer(Trace.Symbols("W", 2, 3), X[..3], Trace.Symbols("b", 2))[1],
            "W(1,0)x(0) + W(1,1)x(1) + W(1,2)x(2) + b(1)");
        Written(TiledConvolution<Trace>.Correlate(X, [W, Trace.Symbols("v", 3)])[1], "v(0)x(1) + v(1)x(2) + v(2)x(3)");
        Written(UnsharedConvolution<Trace>.Correlate(X, Trace.Symbols("w", 4, 2))[3], "w(3,0)x(3) + w(3,1)x(4)");
    }

    [Test, Formula("S4.43", "S1.45", "S3.23")]
    public void Layers_with_channels_write_out_channel_by_channel()
    {
        Trace[,,] x = Samples.Fill(2, 1, 2, Trace.Symbols("x", 4));

        Written(Channels<Trace>.Layer(x, Samples.Fill(1, 2, 1, 1, W[..2]), [B])[0, 0, 1], "w(0)x(1) + w(1)x(3) + b");
        Written(PointwiseConvolution<Trace>.Layer(x, Trace.Symbols("w", 1, 2), [B])[0, 0, 1], "w(0,0)x(1) + w(0,1)x(3) + b");
        Written(Depthwise<Trace>.Correlate(x, Samples.Fill(2, 1, 2, Trace.Symbols("w", 4)))[1, 0, 0], "w(2)x(2) + w(3)x(3)");
        Written(Depthwise<Trace>.Convolve(x, Samples.Fill(2, 1, 2, Trace.Symbols("w", 4)))[1, 0, 1], "x(2)w(3) + x(3)w(2)");
    }

    [Test, Formula("S4.49", "S4.50", "S4.51", "S4.52")]
    public void Gradients_write_out_every_path_back()
    {
        Written(Backpropagation<Trace>.Forward(X, W)[1], "w(0)x(1) + w(1)x(2) + w(2)x(3)");
        Written(Backpropagation<Trace>.ToKernel(X, Dy)[1], "dy(0)x(1) + dy(1)x(2) + dy(2)x(3)");
        Written(Backpropagation<Trace>.ToInput(Dy, W)[1], "dy(0)w(1) + dy(1)w(0)");
        Written(StridedBackpropagation<Trace>.ToInput(Dy[..2], W, D: 5, stride: 2)[2], "dy(0)w(2) + dy(1)w(0)");
        Written(StridedBackpropagation<Trace>.ToKernel(X, Dy[..2], K: 3, stride: 2)[1], "dy(0)x(1) + dy(1)x(3)");
    }

    [Test, Formula("S4.52")]
    public void Gradients_of_images_write_out_every_path_back()
    {
        Trace[,] dy = Trace.Symbols("dy", 1, 2);

        Written(
            ImageBackpropagation<Trace>.ToInput(dy, Trace.Symbols("w", 1, 3), (1, 5), (1, 2), (0, 0), (1, 1))[0, 2],
            "dy(0,0)w(0,2) + dy(0,1)w(0,0)");
        Written(
            ImageBackpropagation<Trace>.ToKernel(Trace.Symbols("x", 1, 5), dy, (1, 3), (1, 2), (0, 0), (1, 1))[0, 1],
            "dy(0,0)x(0,1) + dy(0,1)x(0,3)");
    }

    [Test, Formula("S4.54", "S4.58")]
    public void Transposed_sums_write_out_where_copies_of_the_kernel_overlap()
    {
        Trace[] y = Trace.Symbols("y", 2);
        Trace[,] image = Trace.Symbols("y", 1, 2);
        Trace[,] kernel = Trace.Symbols("w", 1, 3);

        Written(TransposedConvolution<Trace>.Of(y, W, 2)[2], "y(0)w(2) + y(1)w(0)");
        Written(ZeroInsertion<Trace>.TransposedConvolve(y, W, 2)[2], "y(0)w(2) + y(1)w(0)");
        Written(TransposedConvolution<Trace>.Of(image, kernel, (1, 2), (0, 0), (0, 0))[0, 2], "y(0,0)w(0,2) + y(0,1)w(0,0)");
        Written(ZeroInsertion<Trace>.TransposedConvolve(image, kernel, (1, 2), (0, 0), (0, 0))[0, 2], "y(0,0)w(0,2) + y(0,1)w(0,0)");
    }

    private static void Written(Trace sum, string text) => Assert.That(sum.ToString(), Is.EqualTo(text));
}
