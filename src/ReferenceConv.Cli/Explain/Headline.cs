using ReferenceConv.Geometry;

namespace ReferenceConv.Cli.Explain;

/// <summary>The question in a line: only what is not as usual is named.</summary>
internal static class Headline
{
    /// <summary>The parts, the last one with the result.</summary>
    public static List<string> Of(Question question)
    {
        bool isTransposed = question.Operation == Operation.Transposed;
        int[] small = question.OutputSizes, large = question.InputSizes;
        List<string> parts =
        [
            $"{question.Operation.Word()}: input {Coordinates.Sizes(isTransposed ? small : large)}",
            $"kernel {Coordinates.Sizes(question.Kernels)}",
            .. Unusual("stride", question.Axes.Select(static axis => $"{axis.Stride}"), "1"),
            .. Unusual("dilation", question.Axes.Select(static axis => $"{axis.Dilation}"), "1"),
            .. Unusual("padding", question.Paddings.Select(static padding => $"{padding}"), $"{Padding.Valid}"),
            .. Unusual("border", question.Axes.Select(static axis => BorderWord.Of(axis.Border)), "zeros"),
            .. Unusual("tile", question.Axes.Select(static axis => $"{axis.Tile}"), "1"),
        ];
        if (question.Axes[0].Rounding == Rounding.Ceiling)
            parts.Add("ceil mode");
        if (!question.IsSingleChannel)
            parts.Add(Channels(question, isTransposed));
        parts[^1] += question.Operation is Operation.Im2Col or Operation.Col2Im
            ? $" → columns {question.Geometry.Relation.Taps}×{question.Geometry.Relation.Outputs}"
            : $" → output {Coordinates.Sizes(isTransposed ? large : small)}";
        return parts;
    }

    private static IEnumerable<string> Unusual(string name, IEnumerable<string> perAxis, string usual)
    {
        string[] values = [.. perAxis];
        if (values.Any(value => value != usual))
            yield return $"{name} {(values.Distinct().Count() == 1 ? values[0] : string.Join('×', values))}";
    }

    private static string Channels(Question question, bool isTransposed)
    {
        (int read, int written) = (question.Geometry.InChannels, question.Geometry.OutChannels);
        if (isTransposed)
            (read, written) = (written, read);
        string groups = question.Geometry.Groups == 1 ? "" : $" in {question.Geometry.Groups} groups";
        return $"channels {read}→{written}{groups}";
    }
}
