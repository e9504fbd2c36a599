using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Schedules;

/// <summary>Capabilities as candidates have them, wide and narrow and odd.</summary>
internal static class Claims
{
    public static readonly (string Name, Capabilities Capabilities)[] All =
    [
        ("everything", Capabilities.Convolution),
        ("a plain 2-D library", Capabilities.Convolution with
        {
            Ranks = [2], Groups = false, Dilation = false, Borders = [Border.Zeros], AsymmetricPadding = false, Tiles = false,
        }),
        ("the native interface", Capabilities.Convolution with { Borders = [Border.Zeros], Tiles = false }),
        ("a cyclic line", Capabilities.Convolution with { Ranks = [1], Borders = [Border.Cyclic] }),
        ("lines and volumes that copy",
            Capabilities.Convolution with { Ranks = [3, 1], Borders = [Border.Reflected, Border.Extended], Stride = false }),
        ("symmetric only", Capabilities.Convolution with { AsymmetricPadding = false }),
        ("images without bias and without none",
            Capabilities.Convolution with { Ranks = [2], Bias = false, EmptyBatch = false, Tiles = false }),
        ("as little as can be", Capabilities.Convolution with
        {
            Operators = [ConvolutionOperator.Forward], Ranks = [1], Borders = [Border.Zeros], Groups = false, Dilation = false, Stride =
                false,
            AsymmetricPadding = false, Tiles = false, Bias = false, EmptyBatch = false,
        }),
        ("a gradient alone",
            Capabilities.Convolution with { Operators = [ConvolutionOperator.WeightGradient], Ranks = [3], Dilation = false }),
    ];

    public static IEnumerable<string> Names => All.Select(static claim => claim.Name);

    public static Capabilities Of(string name) => All.Single(claim => claim.Name == name).Capabilities;

    /// <summary>Why a case is not admitted by any claimed operator, or null.</summary>
    public static string? Lacks(Capabilities capabilities, ConvolutionCase instance)
    {
        string?[] lacks = [.. capabilities.Operators.Select(op => capabilities.Lacks(instance.Geometry, op, instance.HasBias))];
        return lacks.Contains(null) ? null : lacks[0];
    }
}
