using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Cli.Explain;

/// <summary>The explanation as one JSON object; <c>docs/explain.md</c> describes it.</summary>
internal static class JsonReport
{
    private const long MostPairs = 10_000;

    private static readonly JsonSerializerOptions Layout = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Writes the object and a line end.</summary>
    public static void Write(Question question, TextWriter output)
    {
        ConvolutionGeometry geometry = question.Geometry;
        Sum? sum = question.Result.IsEmpty ? null : SumTrace.Of(question);
        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                Operation = question.Operation.Word(),
                InputShape = geometry.InputShape,
                WeightShape = geometry.WeightShape,
                OutputShape = geometry.OutputShape,
                Groups = geometry.Groups,
                Axes = Enumerable.Range(0, question.Axes.Length).Select(a => AxisObject(question, a)),
                Windows = Windows(question),
                Matrix = Matrix(question),
                Sum = sum is null ? null : new
                {
                    sum.Result,
                    sum.Terms,
                    Text = sum.ToString(),
                    Numbers = sum.Value is null
                    ? null
                    : sum.Numbers,
                    sum.Value,
                    sum.Note
                },
            },
            Layout));
    }

    private static object AxisObject(Question question, int a)
    {
        Axis axis = question.Axes[a];
        return new
        {
            axis.Input,
            axis.Kernel,
            axis.Stride,
            axis.Dilation,
            Padding = question.Paddings[a].ToString(),
            axis.Begin,
            axis.End,
            Border = BorderWord.Of(axis.Border),
            axis.Tile,
            Rounding = axis.Rounding.ToString().ToLowerInvariant(),
            axis.Extent,
            axis.Output,
            Remainder = SizeSteps.Remainder(axis),
            NeverVisited = Unmet.Of(axis)?.Count,
            Steps = SizeSteps.Of(question, a),
        };
    }

    private static List<object>? Windows(Question question)
    {
        Relation relation = question.Geometry.Relation;
        if ((long)relation.Outputs * relation.Taps > MostPairs)
            return null;

        var windows = new List<object>();
        foreach (Window window in relation.Windows)
        {
            var pairs = new List<object>();
            foreach ((int r, int i) in window.Pairs)
                pairs.Add(new { Tap = RowMajor.Coordinates(r, question.Kernels), Input = RowMajor.Coordinates(i, question.InputSizes) });
            windows.Add(new { Output = RowMajor.Coordinates(window.Output, question.OutputSizes), Kernel = window.Phase, Pairs = pairs });
        }

        return windows;
    }

    private static object? Matrix(Question question)
    {
        if (SharingMatrix.Of(question) is not { } matrix)
            return null;
        IEnumerable<IEnumerable<string>> rows = Enumerable.Range(0, matrix.Rows)
            .Select(row => Enumerable.Range(0, matrix.Columns).Select(column => matrix[row, column] ?? "0"));
        return new { matrix.Caption, matrix.Rows, matrix.Columns, Entries = rows };
    }
}
