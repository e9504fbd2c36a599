using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReferenceConv.Benchmarks.Peers;

namespace ReferenceConv.Benchmarks.Scaling;

/// <summary>All numbers as one JSON object. Times are seconds.</summary>
internal static class ScalingJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // a layer's name has a >, and this is no web page
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Writes the file anew.</summary>
    public static void Write(FileInfo file, IEnumerable<(ScalingSeries Series, ImmutableArray<ScalingRow> Rows)> tables)
    {
        var document = new
        {
            Machine = RuntimeInformation.RuntimeIdentifier,
            Runtime = RuntimeInformation.FrameworkDescription,
            Processors = Environment.ProcessorCount,
            VectorBits = FmaPeak.WidestVector,
            Series = tables.Select(static table => new
            {
                table.Series.Title,
                Rows = table.Rows.Select(static row => new
                {
                    row.Point.Label,
                    Layer = row.Point.Layer.Name,
                    row.Point.Threads,
                    row.Point.Layer.Geometry.MultiplyAdds,
                    row.Seconds,
                    Gflops = row.Rate,
                    PeakGflops = row.Peak,
                    row.ScratchBytes,
                    row.Point.Layer.PaddedInputBytes,
                    row.PreparationSeconds,
                    row.PreparationRuns,
                }),
            }),
        };
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(document, Format) + "\n");
    }
}
