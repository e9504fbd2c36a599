using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.Cli.Verify;

/// <summary>Short words for tables and lines.</summary>
internal static class Words
{
    /// <summary>The fill.</summary>
    public static string Of(Fill fill) => fill switch
    {
        Fill.Structure => "structure fill",
        Fill.PrecisionOfFirst => "precision fill of the first operand",
        _ => "precision fill of the second operand",
    };

    /// <summary>For example <c>3 laws</c>.</summary>
    public static string Count(long count, string thing) => $"{count:N0} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>C→K, with the groups if there are several.</summary>
    public static string Channels(SizedLayer sized)
    {
        ConvolutionGeometry g = sized.Large;
        (int from, int to) = sized.Layer.IsTransposed ? (g.OutChannels, g.InChannels) : (g.InChannels, g.OutChannels);
        return $"{from}→{to}{(g.Groups == 1 ? "" : $" g{g.Groups}")}";
    }

    /// <summary>
    /// Kernel, stride and dilation, for example <c>3×3 /2</c> or <c>3×3 d18→5</c>; a transposed stride is written <c>↑2</c>.
    /// </summary>
    public static string Kernel(SizedLayer sized)
    {
        Axis paper = sized.Layer.Geometry.Axes[0];
        Axis run = sized.Large.Axes[0];
        string stride = paper.Stride == 1 ? "" : $" {(sized.Layer.IsTransposed ? "↑" : "/")}{paper.Stride}";
        string dilation = paper.Dilation == 1 ? "" : $" d{Arrow($"{paper.Dilation}", $"{run.Dilation}")}";
        return string.Join('×', sized.Large.Axes.Select(static axis => axis.Kernel)) + stride + dilation;
    }

    /// <summary>What the layer reads in the paper and, if it is reduced, here: <c>224²→60²</c>.</summary>
    public static string Image(SizedLayer sized) => Arrow(Image(sized, sized.Layer.Geometry), Image(sized, sized.Large));

    private static string Image(SizedLayer sized, ConvolutionGeometry geometry)
    {
        int[] sizes = [.. geometry.Axes.Select(axis => sized.Layer.IsTransposed ? axis.Output : axis.Input)];
        return sizes switch
        {
            [var length] => $"{length}",
            [var height, var width] when height == width => $"{height}²",
            [var depth, var height, var width] when height == width => $"{depth}×{height}²",
            _ => string.Join('×', sizes),
        };
    }

    private static string Arrow(string paper, string run) => paper == run ? paper : $"{paper}→{run}";
}
