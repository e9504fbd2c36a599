using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReferenceConv.Benchmarks.Peers;

namespace ReferenceConv.Benchmarks.Ladder;

/// <summary>All numbers as one JSON object, layer by layer.</summary>
internal static class LadderJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // a layer's name has a >, and this is no web page
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Writes the file anew.</summary>
    public static void Write(FileInfo file, ImmutableArray<LadderRow> ladder, ImmutableArray<LadderRow> special)
    {
        var document = new
        {
            Machine = RuntimeInformation.RuntimeIdentifier,
            Runtime = RuntimeInformation.FrameworkDescription,
            Processors = Environment.ProcessorCount,
            VectorBits = FmaPeak.WidestVector,
            Ladder = Rungs(ladder),
            SpecialShapes = Rungs(special),
        };
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(document, Format) + "\n");
    }

    private static object Rungs(ImmutableArray<LadderRow> rows) => rows.Select(static row => new
    {
        Rung = row.Rung.Name,
        row.Rung.Idea,
        Layers = row.Loaded.Select((loaded, l) => new
        {
            Layer = loaded.Layer.Name,
            Gflops = row.Rates[l],
            Gain = row.Steps is [] ? null : (double?)row.Steps[l].Gain,
            MedianGain = row.Steps is [] ? null : (double?)row.Steps[l].MedianGain,
            loaded.ScratchBytes,
        }),
    });
}
