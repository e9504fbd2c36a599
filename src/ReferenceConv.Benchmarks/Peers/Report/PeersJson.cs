using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReferenceConv.Benchmarks.Peers.Report;

/// <summary>All numbers as one JSON object, for a script that compares two runs. Times are seconds of one run.</summary>
internal static class PeersJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // a layer's name has a >, and this is no web page
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = null,
    };

    /// <summary>Writes the file anew.</summary>
    public static void Write(FileInfo file, PeersOptions options, IEnumerable<LayerResult> results)
    {
        var document = new
        {
            Machine = RuntimeInformation.RuntimeIdentifier,
            Runtime = RuntimeInformation.FrameworkDescription,
            Processors = Environment.ProcessorCount,
            VectorBits = options.Width ?? FmaPeak.WidestVector,
            options.Rounds,
            options.BlockMilliseconds,
            Results = results.Select(static result => new
            {
                Layer = result.Layer.Name,
                result.Threads,
                result.Layer.Geometry.MultiplyAdds,
                result.Layer.IsResNet,
                PeakGflops = result.Peak,
                PreparationSeconds = result.Preparation,
                result.ScratchBytes,
                result.Layer.PaddedInputBytes,
                Peers = result.Timings.OrderBy(static pair => PeerKind.All.IndexOf(pair.Key)).ToDictionary(
                    static pair => pair.Key.Name,
                    pair => new { pair.Value.Best, pair.Value.Median, Gflops = result.Rate(pair.Key) }),
                result.Faults,
            }),
        };
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(document, Format) + "\n");
    }
}
