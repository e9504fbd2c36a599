using System.Collections.Immutable;
using System.Globalization;
using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Ladder;

/// <summary>The two tables, 80 columns wide.</summary>
internal static class LadderTable
{
    /// <summary>Rungs as rows.</summary>
    public static void WriteLadder(TextWriter output, ImmutableArray<LadderRow> rows, ImmutableArray<NetworkLayer> layers)
    {
        string headings = string.Concat(layers.Select(static (_, l) => $"{(char)('A' + l),8}"));
        output.WriteLine($"{"",-16}{"GFLOP/s",24}{"times the rung below",24}{"scratch KB",16}");
        output.WriteLine($"{"rung",-16}{headings}{"best",8}{"median",8}{headings}");
        foreach (LadderRow row in rows)
        {
            string rates = string.Concat(row.Rates.Select(static rate => $"{Number(rate),8}"));
            string scratch = string.Concat(row.Loaded.Select(static rung => $"{rung.ScratchBytes / 1024,8}"));
            output.WriteLine($"{row.Rung.Name,-16}{rates}{Number(row.Gain),8}{Number(row.MedianGain),8}{scratch}");
        }

        output.WriteLine(string.Join("; ", layers.Select(static (layer, l) => $"{(char)('A' + l)} = {layer.Name}"))
            + "; times: geometric mean of the three.");
        output.WriteLine();
        foreach (LadderRow row in rows)
            output.WriteLine($"{row.Rung.Name,-16}  {row.Rung.Idea}");
    }

    /// <summary>Layers as rows.</summary>
    public static void WriteSpecial(TextWriter output, ImmutableArray<LadderRow> rows, ImmutableArray<NetworkLayer> layers)
    {
        (LadderRow below, LadderRow above) = (rows[0], rows[1]);
        output.WriteLine();
        output.WriteLine($"{"GFLOP/s",-30}{below.Rung.Name,12}{above.Rung.Name,16}{"best",11}{"median",11}");
        for (int l = 0; l < layers.Length; l++)
            output.WriteLine(
                $"{layers[l].Name,-30}{Number(below.Rates[l]),12}{Number(above.Rates[l]),16}{Number(above.Steps[l].Gain),10}x{Number(above.Steps[l].MedianGain),10}x");
        output.WriteLine($"{above.Rung.Name}: {above.Rung.Idea}");
        output.WriteLine();
        output.WriteLine("GFLOP/s: two operations for each multiply-add, padding counted, best turn. Rungs are timed in turn, each beside the one below.");
        output.WriteLine("scratch: what a run allocates, or a prepared convolution holds. A transposed layer is the textbook's up to the rung 'implicit'.");
    }

    /// <summary>Two digits behind the point, fewer for a large one.</summary>
    private static string Number(double? number) =>
        number?.ToString(number >= 100 ? "F0" : number >= 10 ? "F1" : "F2", CultureInfo.InvariantCulture) ?? "";
}
