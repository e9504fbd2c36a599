using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers.Report;

/// <summary>Under the table: geometric means, the worst layer, and which goals are missed.</summary>
internal static class PeersSummary
{
    private const double LeastOfOnnxRuntimeEach = 0.85;
    private const double LeastOfOnnxRuntime = 1.20;
    private const double LeastOfOneDnnBlocked = 0.97;
    private const double LeastShareOfPeakOnResNet = 0.86;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, IReadOnlyList<LayerResult> results)
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

        if (results.Where(static result => Comparison.OnnxRuntime.At(result) is not null).MinBy(static result => Comparison.OnnxRuntime.At(result)) is { } worst)
            output.WriteLine($"  worst layer {worst.Layer.Name}: {PeersTable.Ratio(Comparison.OnnxRuntime.At(worst))} x ONNX Runtime");
        WriteMissed(output, results);
    }

    /// <summary>The goals of each layer, and those of the means where all their layers were measured.</summary>
    public static IEnumerable<Goal> Goals(IReadOnlyList<LayerResult> results)
    {
        foreach (LayerResult result in results)
            yield return new Goal($"{result.Layer.Name}: x ONNX Runtime", LeastOfOnnxRuntimeEach, Comparison.OnnxRuntime.At(result));
        if (results.Count(static result => result.Layer.IsResNet) == NetworkLayers.All.Count(static layer => layer.IsResNet))
            yield return new Goal("ResNet-50: share of the peak", LeastShareOfPeakOnResNet, Share(results.Where(static result => result.Layer.IsResNet)));
        if (results.Count < NetworkLayers.All.Length)
            yield break;
        yield return new Goal("all: x ONNX Runtime", LeastOfOnnxRuntime, MeanOf(results, Comparison.OnnxRuntime));
        yield return new Goal("all: x oneDNN blocked", LeastOfOneDnnBlocked, MeanOf(results, Comparison.OneDnnBlocked));
    }

    private static void WriteMissed(TextWriter output, IReadOnlyList<LayerResult> results)
    {
        Goal[] goals = [.. Goals(results)];
        Goal[] missed = [.. goals.Where(static goal => goal.IsMissed)];
        int measured = goals.Count(static goal => goal.Measured is not null);
        output.WriteLine(missed.Length == 0 ? $"  goals missed: none of {measured}" : $"  goals missed: {missed.Length} of {measured}");
        foreach (Goal goal in missed)
            output.WriteLine($"    {goal.Name} {goal.Measured:F2}, goal {goal.Least:F2}");
    }

    private static double? MeanOf(IEnumerable<LayerResult> results, Comparison comparison, bool byMedian = false) =>
        Statistics.GeometricMean(results.Select(result => comparison.At(result, byMedian)).OfType<double>());

    private static string Mean(IEnumerable<LayerResult> results, Comparison comparison, bool byMedian) =>
        PeersTable.Ratio(MeanOf(results, comparison, byMedian));

    private static double? Share(IEnumerable<LayerResult> results) =>
        Statistics.GeometricMean(results.Select(static result => result.ShareOfPeak).OfType<double>());
}
