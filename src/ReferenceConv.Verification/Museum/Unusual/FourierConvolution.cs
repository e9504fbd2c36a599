using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.IntegralTransforms;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Museum.Unusual;

/// <summary>
/// Convolution by the fast Fourier transform in single precision: the spectra of a row and of the reversed kernel are multiplied.
/// </summary>
/// <remarks>
/// A transform of N = 2ᵗ points has a relative error ≤ 6.7·t·u in the 2-norm (Higham 2002, theorem 24.2). Two transforms there, one back, a
/// product and a sum over C channels make at most (20.1·t + 3 + C)·u·√N·Σ‖x‖₂‖w‖₂ with ‖x‖₂ ≤ √I·max|x| and ‖w‖₂ ≤ √k·max|w|. The small
/// cases have N ≤ 32, I ≤ 19 and C ≤ 33, so κ = 137·√(32·19) ≤ 4096 in units of L = C·k.
/// </remarks>
internal static class FourierConvolution
{
    /// <summary>The forward operator on one axis with a zeros border, with κ = 4096.</summary>
    public static Capabilities Claims { get; } = Capabilities.Convolution with
    {
        Operators = [ConvolutionOperator.Forward],
        Ranks = [1],
        Borders = [Border.Zeros],
        Tiles = false,
        Exactness = Exactness.Transforming(4096),
    };

    /// <summary>y from x, w and a bias.</summary>
    public static void Answer(Operands<float> operands, Span<float> y)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        Axis axis = geometry.Axes[0];
        int full = Math.Max(axis.Input, 1) + axis.Extent - 1;
        int points = (int)BitOperations.RoundUpToPowerOf2((uint)full);
        for (int plane = 0; plane < geometry.Batch * geometry.OutChannels; plane++)
        {
            int k = plane % geometry.OutChannels;
            var spectrum = new Complex32[points];
            for (int c = 0; c < geometry.GroupInChannels; c++)
            {
                int channel = (plane / geometry.OutChannels * geometry.InChannels)
                    + (k / geometry.GroupOutChannels * geometry.GroupInChannels) + c;
                ReadOnlySpan<float> row = operands.Inputs[0].AsSpan(channel * axis.Input, axis.Input);
                ReadOnlySpan<float> kernel = operands.Inputs[1].AsSpan(((k * geometry.GroupInChannels) + c) * axis.Kernel, axis.Kernel);
                Complex32[] x = Spectrum(points, row, 0, 1);
                Complex32[] w = Spectrum(points, kernel, axis.Extent - 1, -axis.Dilation);
                for (int f = 0; f < points; f++)
                    spectrum[f] += x[f] * w[f];
            }

            Fourier.Inverse(spectrum, FourierOptions.AsymmetricScaling);
            for (int o = 0; o < axis.Output; o++)
            {
                long at = axis.Position(o, axis.Kernel - 1);
                float sum = 0 <= at && at < full ? spectrum[at].Real : 0;
                y[(plane * axis.Output) + o] = operands.Bias.IsEmpty ? sum : sum + operands.Bias[k];
            }
        }
    }

    private static Complex32[] Spectrum(int points, ReadOnlySpan<float> numbers, int start, int step)
    {
        var spectrum = new Complex32[points];
        for (int e = 0; e < numbers.Length; e++)
            spectrum[start + (e * step)] = numbers[e];
        Fourier.Forward(spectrum, FourierOptions.AsymmetricScaling);
        return spectrum;
    }
}
