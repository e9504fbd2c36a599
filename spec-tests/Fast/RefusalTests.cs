using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>What does not fit is refused by rule, value and range, before anything is computed.</summary>
public sealed class RefusalTests
{
    /// <summary>x 2·2·5 = 20, w 3·2·3 = 18, y 2·3·3 = 18.</summary>
    private static readonly ConvolutionGeometry Layer = new(2, 2, 3, 1, new Axis(5, 3));

    private static readonly FastConvolution<float> Convolution = new();

    [TestCase(17)]
    [TestCase(19)]
    [TestCase(0)]
    public void Weights_of_another_length(int length)
    {
        string message = $"w must have 18 elements, had {length}";
        Refused(() => Convolution.Prepare(Layer, new float[length]), message);
        Refused(() => Convolution.PrepareTransposed(Layer, new float[length]), message);
        Refused(() => Convolution.Forward(Layer, new float[20], new float[length], [], new float[18]), message);
        Refused(() => Convolution.DataGradient(Layer, new float[length], new float[18], new float[20]), message);
    }

    [TestCase(1)]
    [TestCase(4)]
    public void A_bias_of_another_length(int length)
    {
        Refused(() => Convolution.Prepare(Layer, new float[18], new float[length]),
            $"bias must have one number per channel that is written, 3, or none, had {length}");
        Refused(() => Convolution.PrepareTransposed(Layer, new float[18], new float[length]),
            $"bias must have one number per channel that is written, 2, or none, had {length}");
    }

    [TestCase(19)]
    [TestCase(21)]
    [TestCase(0)]
    public void An_input_of_another_length(int length)
    {
        string message = $"x must have 20 elements, had {length}";
        Refused(() => Convolution.Prepare(Layer, new float[18]).Run(new float[length], new float[18]), message);
        Refused(() => Convolution.Forward(Layer, new float[length], new float[18], [], new float[18]), message);
        Refused(() => Convolution.PrepareTransposed(Layer, new float[18]).Run(new float[length], new float[20]),
            $"x must have 18 elements, had {length}");
    }

    [TestCase(17)]
    [TestCase(19)]
    [TestCase(0)]
    public void An_output_of_another_length(int length)
    {
        string message = $"y must have 18 elements, had {length}";
        Refused(() => Convolution.Prepare(Layer, new float[18]).Run(new float[20], new float[length]), message);
        Refused(() => Convolution.Forward(Layer, new float[20], new float[18], [], new float[length]), message);
        Refused(() => Convolution.PrepareTransposed(Layer, new float[18]).Run(new float[18], new float[length]),
            $"y must have 20 elements, had {length}");
    }

    [TestCase(0, 0)]
    [TestCase(0, 19)]
    [TestCase(17, 0)]
    public void An_output_over_the_input(int input, int output)
    {
        var shared = new float[40];
        Refused(() => Convolution.Prepare(Layer, new float[18]).Run(shared.AsSpan(input, 20), shared.AsSpan(output, 18)),
            "x and y must not overlap");
    }

    [TestCase(0, 20)]
    [TestCase(18, 0)]
    public void An_output_beside_the_input_is_none_over_it(int input, int output)
    {
        var shared = new float[40];
        Assert.That(
            () => Convolution.Prepare(Layer, new float[18]).Run(shared.AsSpan(input, 20), shared.AsSpan(output, 18)), Throws.Nothing);
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void No_threads(int threads) => Refused(() => _ = new FastConvolution<float>(threads), $"threads must be ≥ 1, was {threads}");

    [TestCase(64)]
    [TestCase(1024)]
    public void A_width_that_is_none(int bits)
    {
        string message = $"vector width must be one of Scalar, Bits128, Bits256, Bits512, was {bits}";
        Refused(() => _ = new FastConvolution<float>(width: (VectorWidth)bits), message);
        Refused(() => _ = new FastConvolution<decimal>(width: (VectorWidth)bits), message);
    }

    [TestCase(-1)]
    [TestCase(3)]
    public void A_tiling_that_is_none(int tiling) =>
        Refused(() => _ = new FastConvolution<float>(tiling: (Tiling)tiling),
            $"tiling must be one of Channels, Pixels, Rows, was {tiling}");

    [Test]
    public void A_transposed_convolution_with_kernels_in_turn() => NoPhases(ConvolutionGeometry.SingleChannel(new Axis(5, 3, tile: 2)));

    [Test]
    public void A_transposed_convolution_over_another_border_than_zeros(
        [Values(Border.Extended, Border.Cyclic, Border.Reflected)] Border border) =>
        NoPhases(ConvolutionGeometry.SingleChannel(new Axis(5, 3), new Axis(5, 3, border: border)));

    private static void NoPhases(ConvolutionGeometry geometry) => Refused(
        () => Convolution.PrepareTransposed(geometry, new float[geometry.WeightLength]),
        $"a transposed convolution by stride phases must not be tiled, and its borders must be zeros, was {geometry}");

    private static void Refused(Action act, string message) => Assert.That(act, Throws.ArgumentException.With.Message.EqualTo(message));
}
