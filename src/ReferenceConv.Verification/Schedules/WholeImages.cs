using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// The images that libraries are made for: square, whole vectors wide, under the kernels that nearly every network has, padded as networks
/// pad. Two sizes, a padding and a kernel must coincide here, which pairs and triples bring about by luck only.
/// </summary>
internal static class WholeImages
{
    private const long MostWork = 1 << 18;   // of a dense image
    private const ulong Stream = 0x51DE500000000;   // other choices than those of special paths

    private static readonly ImmutableArray<int> Sides = [8, 16, 32];

    /// <summary>A case for each path and side, as far as they are claimed.</summary>
    public static IEnumerable<ScheduledCase> Of(Capabilities capabilities, ulong seed)
    {
        var dice = new Dice(seed ^ Stream);
        foreach (ShapePath path in ShapePaths.All.Where(static path => path.IsCommon))
            foreach (int side in Sides)
            {
                ConvolutionGeometry geometry = Image(path, side, dice);
                bool hasBias = capabilities.Bias && dice.Chance(50);
                if (capabilities.Lacks(geometry, capabilities.Operators[0], hasBias) is null)
                    yield return new ScheduledCase(
                        ConvolutionCase.Of(geometry, dice.Below(256), hasBias), AskedRules.Exact, path.Name);
            }
    }

    private static ConvolutionGeometry Image(ShapePath path, int side, Dice dice)
    {
        ImmutableArray<Axis> axes =
            [.. path.Kernel.Select(kernel => new Axis(side, kernel, path.Stride, path.Dilation, Padding.Half))];
        int batch = dice.One(1, 1, 2);
        int Channels() => dice.One(1, 2, 3, 4, 8, 16);
        if (path.IsDepthwise)
        {
            int groups = dice.One(2, 3, 4, 8, 16);
            return new ConvolutionGeometry(batch, groups, groups, groups, axes);
        }

        while (true)
        {
            var geometry = new ConvolutionGeometry(batch, Channels(), Channels(), 1, axes);
            if (geometry.MultiplyAdds <= MostWork)
                return geometry;
        }
    }
}
