using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>Prepared once, run often: nothing of a run stays behind, and weights and bias are the convolution's own.</summary>
public sealed class PreparedConvolutionTests
{
    private static readonly Engine[] Engines = [.. Engine.All(), .. Engine.All(threads: 2)];

    private static readonly ConvolutionGeometry[] Layers =
    [
        new(2, 34, 18, 2, new Axis(5, 3, padding: Padding.Half), new Axis(9, 3, 2, padding: Padding.Half)),
        new(2, 3, 3, 3, new Axis(5, 9, padding: Padding.Half), new Axis(19, 3, padding: Padding.Half)),
        new(1, 17, 3, 1, new Axis(5, 3, 2, padding: Padding.Half), new Axis(80, 3, 2, padding: Padding.Half)),
    ];

    [Test]
    public void Each_run_gives_the_sums_of_its_own_input([ValueSource(nameof(Engines))] object engine)
    {
        foreach (ConvolutionGeometry layer in Layers)
        {
            (int[] w, int[] bias) = (Numbers(1, layer.WeightLength), Numbers(2, layer.OutChannels));
            PreparedConvolution<int> forward = ((Engine)engine).Convolution<int>().Prepare(layer, w, bias);
            PreparedConvolution<int> transposed = ((Engine)engine).Convolution<int>().PrepareTransposed(layer, w);
            for (ulong seed = 3; seed < 6; seed++)
            {
                (int[] x, int[] dy) = (Numbers(seed, layer.InputLength), Numbers(seed, layer.OutputLength));
                (int[] y, int[] dx) = (new int[layer.OutputLength], new int[layer.InputLength]);
                forward.Run(x, y);
                transposed.Run(dy, dx);
                Assert.That(y, Is.EqualTo(Forward(layer, x, w, bias)), $"{layer}");
                Assert.That(dx, Is.EqualTo(Transposed(layer, w, dy)), $"{layer}");
            }
        }
    }

    [Test]
    public void Weights_and_bias_that_change_afterwards_change_nothing([ValueSource(nameof(Engines))] object engine)
    {
        foreach (ConvolutionGeometry layer in Layers)
        {
            (int[] x, int[] w, int[] bias) = (Numbers(1, layer.InputLength), Numbers(2, layer.WeightLength), Numbers(3, layer.OutChannels));
            int[] expected = Forward(layer, x, w, bias);
            PreparedConvolution<int> prepared = ((Engine)engine).Convolution<int>().Prepare(layer, w, bias);
            Array.Clear(w);
            Array.Clear(bias);
            var y = new int[layer.OutputLength];
            prepared.Run(x, y);
            Assert.That(y, Is.EqualTo(expected), $"{layer}");
        }
    }

    [Test]
    public void Lengths_are_those_of_the_geometry()
    {
        ConvolutionGeometry layer = Layers[0];
        var w = new int[layer.WeightLength];
        PreparedConvolution<int> forward = new FastConvolution<int>().Prepare(layer, w);
        PreparedConvolution<int> transposed = new FastConvolution<int>().PrepareTransposed(layer, w);
        Assert.That((forward.InputLength, forward.OutputLength), Is.EqualTo((layer.InputLength, layer.OutputLength)));
        Assert.That((transposed.InputLength, transposed.OutputLength), Is.EqualTo((layer.OutputLength, layer.InputLength)));
    }

    [Test]
    public void A_batch_of_no_images_is_run_and_writes_nothing([ValueSource(nameof(Engines))] object engine)
    {
        var layer = new ConvolutionGeometry(0, 2, 3, 1, new Axis(5, 3), new Axis(5, 3));
        var w = new int[layer.WeightLength];
        Assert.That(() => ((Engine)engine).Convolution<int>().Prepare(layer, w).Run([], []), Throws.Nothing);
        Assert.That(() => ((Engine)engine).Convolution<int>().PrepareTransposed(layer, w).Run([], []), Throws.Nothing);
    }

    [Test]
    public void One_that_was_disposed_of_runs_no_more([ValueSource(nameof(Engines))] object engine)
    {
        ConvolutionGeometry layer = Layers[0];
        PreparedConvolution<int> prepared = ((Engine)engine).Convolution<int>().Prepare(layer, new int[layer.WeightLength]);
        prepared.Dispose();
        Assert.That(() => prepared.Run(new int[layer.InputLength], new int[layer.OutputLength]), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void Memory_that_was_given_back_belongs_to_one_at_a_time([ValueSource(nameof(Engines))] object engine)
    {
        foreach (ConvolutionGeometry layer in Layers)
        {
            FastConvolution<int> convolution = ((Engine)engine).Convolution<int>();
            PreparedConvolution<int> before = convolution.Prepare(layer, Numbers(1, layer.WeightLength));
            before.Dispose();
            before.Dispose();
            int[][] w = [Numbers(2, layer.WeightLength), Numbers(3, layer.WeightLength)];
            int[] x = Numbers(4, layer.InputLength);
            PreparedConvolution<int>[] prepared = [.. w.Select(weights => convolution.Prepare(layer, weights))];
            for (int n = 0; n < 2; n++)
            {
                var y = new int[layer.OutputLength];
                prepared[n].Run(x, y);
                Assert.That(y, Is.EqualTo(Forward(layer, x, w[n], new int[layer.OutChannels])), $"{layer}");
            }
        }
    }

    private static int[] Forward(ConvolutionGeometry layer, int[] x, int[] w, int[] bias)
    {
        var y = new int[layer.OutputLength];
        new ScalarConvolution<int>().Forward(layer, x, w, bias, y);
        return y;
    }

    private static int[] Transposed(ConvolutionGeometry layer, int[] w, int[] dy)
    {
        var dx = new int[layer.InputLength];
        new ScalarConvolution<int>().DataGradient(layer, w, dy, dx);
        return dx;
    }

    private static int[] Numbers(ulong seed, int length) => [.. Enumerable.Range(0, length).Select(e => (int)Draw.Bits(seed, (ulong)e))];
}
