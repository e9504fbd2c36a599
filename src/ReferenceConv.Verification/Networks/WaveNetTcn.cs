namespace ReferenceConv.Verification.Networks;

/// <summary>
/// Causal convolutions over sequences. WaveNet: two taps, dilations 1, 2, 4, … 512 into a gate (tanh and σ), 1×1 to the residual and to the
/// skip path, 256 μ-law classes, over 3840 samples, the 240 ms that its speech model sees at 16 kHz. TCN: seven taps, eight levels of
/// dilation 1 … 128, 25 channels, over the 784 pixels of sequential MNIST. Sources: van den Oord et al.: WaveNet: A Generative Model for
/// Raw Audio, 2016, sections 2 and 3.2; Bai, Kolter, Koltun: An Empirical Evaluation of Generic Convolutional and Recurrent Networks for
/// Sequence Modeling, 2018, section 3 and appendix A.
/// </summary>
/// <remarks>The WaveNet paper gives no channel counts: 64 residual and 256 skip channels are this table's choice.</remarks>
public static class WaveNetTcn
{
    private const int Samples = 3840;
    private const int Residual = 64;
    private const int Skip = 256;
    private const int Classes = 256;
    private const int Pixels = 784;
    private const int Hidden = 25;

    /// <summary>The network.</summary>
    public static Network Network { get; } = new("WaveNet-TCN", "van den Oord et al. 2016; Bai et al. 2018", [.. WaveNet(), .. Tcn()]);

    private static IEnumerable<Layer> WaveNet()
    {
        yield return Layer.Causal("wave.input", Samples, Classes, Residual, 2);
        for (int dilation = 1; dilation <= 512; dilation *= 2)
            yield return Layer.Causal($"wave.gate{dilation}", Samples, Residual, 2 * Residual, 2, dilation);
        yield return Layer.Causal("wave.residual", Samples, Residual, Residual, 1);
        yield return Layer.Causal("wave.skip", Samples, Residual, Skip, 1);
        yield return Layer.Causal("wave.classes", Samples, Skip, Classes, 1);
    }

    private static IEnumerable<Layer> Tcn()
    {
        yield return Layer.Causal("tcn.input", Pixels, 1, Hidden, 7);
        yield return Layer.Causal("tcn.match", Pixels, 1, Hidden, 1);   // around the first level, whose input has one channel
        yield return Layer.Causal("tcn.level1", Pixels, Hidden, Hidden, 7);
        for (int dilation = 2; dilation <= 128; dilation *= 2)
            for (int convolution = 0; convolution < 2; convolution++)
                yield return Layer.Causal($"tcn.level{dilation}", Pixels, Hidden, Hidden, 7, dilation);
    }
}
