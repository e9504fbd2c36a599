using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers.Report;

/// <summary>Under the table: geometric means, the worst layer, and which goals are missed.</summary>
internal static class PeersSummary
{
    private const double LeastOfOnnxRuntimeEach = 0.85;
    private const double LeastOfOnnxRuntime = 1.20;
    private const double LeastOfOneDnnBlocked = 0.97;
    private const double LeastShareOfPeakOnResNet = 0.86;
    private const double LeastShareOfForcedPeakOnResNet = 0.80;
    private const double MostRunsToPrepare = 1.0;
    private const double MostScratchMegabytes = 4.0;
    private const double Megabyte = 1024 * 1024;

    /// <summary>The layer with most weights for its multiply-adds: 512 × 4608 of them for 49 pixels.</summary>
    private const string LayerToPrepare = "3x3 512>512 @7";

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="results">One of each layer.</param>
    /// <param name="isForced">
    /// Whether vectors are narrower than the machine has them; the peers' are not, and goals against them have no sense.
    /// </param>
    public static void Write(TextWriter output, IReadOnlyList<LayerResult> results, bool isForced)
    {
        LayerResult[] resNet = [.. results.Where(static result => result.Layer.IsResNet)];
        output.WriteLine();
        output.WriteLine($"{"geometric mean",-31}{"all " + results.Count,10}{"median",8}{"ResNet " + resNet.Length,12}{"median",8}");
        foreach (Comparison comparison in Comparison.All)
            output.WriteLine(
                $"{"  x " + comparison.Title,-31}{Mean(results, comparison, false),10}{Mean(results, comparison, true),8}"
                + $"{Mean(resNet, comparison, false),12}{Mean(resNet, comparison, true),8}");
        output.WriteLine($"{"  of the peak",-31}{PeersTable.Ratio(Share(results)),10}{"",8}{PeersTable.Ratio(Share(resNet)),12}");
        output.WriteLine($"  peak {results.Max(static result => result.Peak):F0} GFLOP/s");

        if (results.Where(static result => Comparison.OnnxRuntime.At(result) is not null).MinBy(
            static result => Comparison.OnnxRuntime.At(result)) is { } worst)
            output.WriteLine($"  worst layer {worst.Layer.Name}: {PeersTable.Ratio(Comparison.OnnxRuntime.At(worst))} x ONNX Runtime");
        WritePreparation(output, results);
        if (results.Max(static result => result.ScratchBeyondInput) is long beyond)
            output.WriteLine($"  scratch beyond one padded input {PeersTable.Ratio(Math.Max(0, beyond / Megabyte))} MB at most");
        WriteMissed(output, [.. Goals(results, isForced)]);
    }

    private static void WritePreparation(TextWriter output, IReadOnlyList<LayerResult> results)
    {
        double? mean = Statistics.GeometricMean(results.Select(static result => result.RunsToPrepare).OfType<double>());
        string most = results.SingleOrDefault(static result => result.Layer.Name == LayerToPrepare) is { RunsToPrepare: double runs }
            ? $", {LayerToPrepare} in {PeersTable.Ratio(runs)}"
            : "";
        output.WriteLine($"  weights prepared in {PeersTable.Ratio(mean)} runs of a layer{most}");
    }

    /// <summary>The goals of each layer, and those of the means where all their layers were measured.</summary>
    private static IEnumerable<Goal> Goals(IReadOnlyList<LayerResult> results, bool isForced)
    {
        foreach (LayerResult result in results)
        {
            if (!isForced)
                yield return new Goal($"{result.Layer.Name}: x ONNX Runtime", LeastOfOnnxRuntimeEach, Comparison.OnnxRuntime.At(result));
            yield return new Goal(
                $"{result.Layer.Name}: scratch in MB", MostScratchMegabytes, result.ScratchBeyondInput / Megabyte, IsMost: true);
            if (result.Layer.Name == LayerToPrepare)
                yield return new Goal($"{LayerToPrepare}: runs to prepare", MostRunsToPrepare, result.RunsToPrepare, IsMost: true);
        }

        LayerResult[] resNet = [.. results.Where(static result => result.Layer.IsResNet)];
        if (resNet.Length == NetworkLayers.All.Count(static layer => layer.IsResNet))
            yield return new Goal(
                "ResNet-50: share of the peak", isForced ? LeastShareOfForcedPeakOnResNet : LeastShareOfPeakOnResNet, Share(resNet));
        if (isForced || results.Count < NetworkLayers.All.Length)
            yield break;
        yield return new Goal("all: x ONNX Runtime", LeastOfOnnxRuntime, MeanOf(results, Comparison.OnnxRuntime));
        yield return new Goal("all: x oneDNN blocked", LeastOfOneDnnBlocked, MeanOf(results, Comparison.OneDnnBlocked));
    }

    private static void WriteMissed(TextWriter output, Goal[] goals)
    {
        Goal[] missed = [.. goals.Where(static goal => goal.IsMissed)];
        int measured = goals.Count(static goal => goal.Measured is not null);
        output.WriteLine(missed.Length == 0 ? $"  goals missed: none of {measured}" : $"  goals missed: {missed.Length} of {measured}");
        foreach (Goal goal in missed)
            output.WriteLine($"    {goal.Name} {goal.Measured:F2}, goal {(goal.IsMost ? "at most" : "at least")} {goal.Limit:F2}");
    }

    private static double? MeanOf(IEnumerable<LayerResult> results, Comparison comparison, bool byMedian = false) =>
        Statistics.GeometricMean(results.Select(result => comparison.At(result, byMedian)).OfType<double>());

    private static string Mean(IEnumerable<LayerResult> results, Comparison comparison, bool byMedian) =>
        PeersTable.Ratio(MeanOf(results, comparison, byMedian));

    private static double? Share(IEnumerable<LayerResult> results) =>
        Statistics.GeometricMean(results.Select(static result => result.ShareOfPeak).OfType<double>());
}
