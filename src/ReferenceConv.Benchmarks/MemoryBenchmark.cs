using System.CommandLine;
using System.Diagnostics;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks;

/// <summary><c>memory</c>: the peak memory of the textbook rung beside the column matrix it builds.</summary>
internal static class MemoryBenchmark
{
    private const double MiB = 1 << 20;

    public static Command Create()
    {
        var layer = new Option<string?>("--layer") { Hidden = true };
        var command = new Command("memory", "Peak memory of the im2col rung beside the column matrix it builds, double; a process of its own for each layer.")
        {
            layer,
        };
        command.SetAction(result =>
        {
            if (result.GetValue(layer) is string name)
                MeasureHere(Layers.Named(name));
            else
                MeasureAll();
        });
        return command;
    }

    private static void MeasureAll()
    {
        Console.WriteLine($"{"layer",-28}{"columns",12}{"x, w and y",12}{"peak",12}");
        foreach ((string name, ConvolutionGeometry geometry) in Layers.All)
        {
            double columns = 8.0 * geometry.GroupInChannels * geometry.Relation.Taps * geometry.Relation.Outputs / MiB;
            double arrays = 8.0 * ((long)geometry.InputLength + geometry.WeightLength + geometry.OutputLength) / MiB;
            Console.WriteLine($"{name,-28}{columns,8:F1} MiB{arrays,8:F1} MiB{PeakInAProcessOfItsOwn(name),8:F1} MiB");
        }

        Console.WriteLine("columns = one image and group at a time; peak = what the forward operator adds to the resident set of its process.");
    }

    private static double PeakInAProcessOfItsOwn(string layer)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(MemoryBenchmark).Assembly.Location);
        foreach (string argument in new[] { "memory", "--layer", layer })
            start.ArgumentList.Add(argument);
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.Parse(output);
    }

    private static void MeasureHere(ConvolutionGeometry geometry)
    {
        double[] x = Layers.Numbers(geometry.InputLength);
        double[] w = Layers.Numbers(geometry.WeightLength);
        var y = new double[geometry.OutputLength];
        long before = Process.GetCurrentProcess().PeakWorkingSet64;
        new Im2ColConvolution<double>().Forward(geometry, x, w, [], y);
        Console.WriteLine((Process.GetCurrentProcess().PeakWorkingSet64 - before) / MiB);
    }
}
