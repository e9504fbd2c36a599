using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// The layer that networks begin with: three channels under a kernel that libraries have code of its own for, on an image of even and of
/// odd width. So many numbers hang together here that pairs and triples seldom bring them all.
/// </summary>
internal static class FirstLayers
{
    private const int Colours = 3;
    private const ulong Stream = 0xF125700000000;   // other choices than those of special paths

    private static readonly ImmutableArray<(int Kernel, int Stride, int Padding)> Kernels =
        [(3, 1, 1), (3, 2, 1), (3, 2, 0), (5, 1, 2), (7, 2, 3), (11, 4, 2), (4, 4, 0)];

    /// <summary>Two cases for each kernel, as far as they are claimed.</summary>
    public static IEnumerable<ConvolutionCase> Of(Capabilities capabilities, ulong seed)
    {
        var dice = new Dice(seed ^ Stream);
        foreach ((int kernel, int stride, int padding) in Kernels)
            foreach (int odd in (int[])[0, 1])
            {
                Axis Side(int size) => new(size, kernel, stride, padding: Padding.Explicit(padding, padding));
                int width = (2 * dice.Within(6, 20)) + odd;
                int height = dice.Chance(70) ? width : dice.Within(kernel, 40);
                var geometry =
                    new ConvolutionGeometry(dice.One(1, 1, 2), Colours, dice.One(5, 8, 16, 24, 32), 1, Side(height), Side(width));
                bool hasBias = capabilities.Bias && dice.Chance(50);
                if (capabilities.Lacks(geometry, capabilities.Operators[0], hasBias) is null)
                    yield return ConvolutionCase.Of(geometry, dice.Below(256), hasBias);
            }
    }
}
