using System.CommandLine;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.Benchmarks;

/// <summary><c>scalar</c>: the scalar forward operator beside a hand-flattened loop.</summary>
internal static class ScalarBenchmark
{
    public static Command Create()
    {
        var command =
            new Command("scalar", "The scalar forward operator beside a hand-flattened loop with bounds tests, double, one thread.");
        command.SetAction(static _ => Run());
        return command;
    }

    private static void Run()
    {
        Console.WriteLine($"{"layer",-28}{"operator",12}{"flattened",12}{"ratio",9}{"median",9}");
        foreach ((string name, ConvolutionGeometry geometry) in Layers.All)
        {
            double[] x = Layers.Numbers(geometry.InputLength);
            double[] w = Layers.Numbers(geometry.WeightLength);
            var y = new double[geometry.OutputLength];
            var expected = new double[geometry.OutputLength];
            var scalar = new ScalarConvolution<double>();

            SideBySide times = SideBySide.Measure(
                () => scalar.Forward(geometry, x, w, [], y),
                () => FlattenedLoop.Forward<double>(geometry, x, w, expected));
            if (!y.AsSpan().SequenceEqual(expected))
                throw new InvalidOperationException($"{name}: the two loops disagree");

            double millions = geometry.MultiplyAdds / 1e6;
            Console.WriteLine(
                $"{name,-28}{millions / times.BestA,10:F0} M{millions / times.BestB,10:F0} M{times.Ratio,8:F2}x{times.MedianRatio,8:F2}x");
        }

        Console.WriteLine(
            "M = million multiply-adds a second (padding counted), best of 25 turns of 10 ms; ratio = operator over flattened.");
    }
}
