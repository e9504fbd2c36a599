using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>What one call leaves behind for a next one that differs in a size.</summary>
internal static class SizeStateFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Wrong(
            "places of the transposed convolution looked up again only if its input has another size",
            "https://github.com/google/XNNPACK/pull/10791",
            "two calls that differ in the output padding alone, data gradient",
            LookedUpOnce,
            Fault.DataGradient),
        Wrong(
            "half of the weights lost where the same layer of three axes is asked with another batch",
            "https://github.com/tenstorrent/tt-metal/pull/44599",
            "two calls that differ in the batch alone, three axes",
            PreparedForBatch,
            Fault.Forward),
    ];

    private static Exhibit<float> Wrong(string name, string report, string lesson, Func<Computation<float>> make, Capabilities claims) =>
        Fault.Whole(name, report, lesson, make, claims) with
        {
            CaughtBy =
            [
                .. Fault.ByStructure, .. Fault.ByPrecision,
                "real numbers", "wide exponents", "special values", "bilinear", "repeats", "concurrent calls",
            ],
        };

    /// <summary>A table of inputs is kept with every layer; past its end there is nothing.</summary>
    private static Computation<float> LookedUpOnce()
    {
        var tables = new Dictionary<string, (string Sizes, ConvolutionGeometry Filled)>();
        return (operands, dx) =>
        {
            ConvolutionGeometry geometry = operands.Geometry;
            if (!SpecialShape.IsZeroPadded(geometry))
            {
                Bent.Compute(operands, dx);
                return;
            }

            string layer = $"{Channels(geometry)} {string.Join(" | ", geometry.Axes.Select(Kernel))}";
            string sizes = string.Join(" | ", geometry.Axes.Select(static axis => axis.Output));
            ConvolutionGeometry filled;
            lock (tables)
            {
                filled = tables.TryGetValue(layer, out var table) && table.Sizes == sizes ? table.Filled : geometry;
                tables[layer] = (sizes, filled);
            }

            var looked = new ConvolutionGeometry(geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups, filled.Axes);
            float[] found = Bent.Compute(new Operands<float>(looked, operands.Operator, operands.CountsPadding, operands.Inputs));
            int places = looked.Relation.Inputs;
            for (int e = 0; e < dx.Length; e++)
            {
                (int plane, int place) = Math.DivRem(e, geometry.Relation.Inputs);
                dx[e] = place < places ? found[(plane * places) + place] : 0;
            }
        };
    }

    private static Computation<float> PreparedForBatch()
    {
        var batches = new Dictionary<string, int>();
        return (operands, y) =>
        {
            ConvolutionGeometry geometry = operands.Geometry;
            string layer = $"{Channels(geometry)} {string.Join(" | ", geometry.Axes)}";
            bool isPreparedAgain;
            lock (batches)
            {
                isPreparedAgain = geometry.Axes.Length == 3 && batches.TryGetValue(layer, out int batch) && batch != geometry.Batch;
                batches[layer] = geometry.Batch;
            }

            Bent.Compute(isPreparedAgain ? Bent.WithZeros(operands, 1, e => e < (geometry.WeightLength + 1) / 2) : operands, y);
        };
    }

    private static string Kernel(Axis axis) => $"{axis.Kernel} {axis.Stride} {axis.Dilation} {axis.Begin} {axis.End}";

    private static string Channels(ConvolutionGeometry geometry) => $"{geometry.InChannels} {geometry.OutChannels} {geometry.Groups}";
}
