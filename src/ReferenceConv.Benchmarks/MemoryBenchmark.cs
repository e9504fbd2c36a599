using System.CommandLine;
using System.Diagnostics;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks;

/// <summary><c>memory</c>: the peak memory of the textbook rung beside the column matrix it builds.</summary>
internal static class MemoryBenchmark
{
    private const double MiB = 1 << 20;

    private static readonly string[] Operators = ["forward", "data gradient", "weight gradient"];

    public static Command Create()
    {
        var layer = new Option<string?>("--layer") { Hidden = true };
        var op = new Option<string>("--operator") { Hidden = true, DefaultValueFactory = static _ => Operators[0] };
        var command = new Command(
            "memory", "Peak memory of the im2col rung beside the column matrix it builds, double; a process of its own for each figure.")
        {
            layer,
            op,
        };
        command.SetAction(result =>
        {
            if (result.GetValue(layer) is string name)
                MeasureHere(Layers.Named(name), result.GetValue(op)!);
            else
                MeasureAll();
        });
        return command;
    }

    private static void MeasureAll()
    {
        Console.WriteLine($"{"MiB",-28}{"columns",9}{"x, w, y",9}{"forward",9}{"data grad",11}{"weight grad",13}");
        foreach ((string name, ConvolutionGeometry geometry) in Layers.All)
        {
            double columns = 8.0 * geometry.GroupInChannels * geometry.Relation.Taps * geometry.Relation.Outputs / MiB;
            double arrays = 8.0 * ((long)geometry.InputLength + geometry.WeightLength + geometry.OutputLength) / MiB;
            double[] peaks = [.. Operators.Select(op => PeakInAProcessOfItsOwn(name, op))];
            Console.WriteLine($"{name,-28}{columns,9:F1}{arrays,9:F1}{peaks[0],9:F1}{peaks[1],11:F1}{peaks[2],13:F1}");
        }

        Console.WriteLine(
            "columns = one image and group at a time; the last three = what the operator adds to the peak resident set of its process.");
    }

    private static double PeakInAProcessOfItsOwn(string layer, string op)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(MemoryBenchmark).Assembly.Location);
        foreach (string argument in new[] { "memory", "--layer", layer, "--operator", op })
            start.ArgumentList.Add(argument);
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.Parse(output);
    }

    private static void MeasureHere(ConvolutionGeometry geometry, string op)
    {
        double[] x = Layers.Numbers(geometry.InputLength);
        double[] w = Layers.Numbers(geometry.WeightLength);
        double[] y = Layers.Numbers(geometry.OutputLength);
        var im2col = new Im2ColConvolution<double>();
        long before = Process.GetCurrentProcess().PeakWorkingSet64;
        switch (op)
        {
            case "data gradient":
                im2col.DataGradient(geometry, w, y, x);
                break;
            case "weight gradient":
                im2col.WeightGradient(geometry, x, y, w);
                break;
            default:
                im2col.Forward(geometry, x, w, [], y);
                break;
        }

        Console.WriteLine((Process.GetCurrentProcess().PeakWorkingSet64 - before) / MiB);
    }
}
