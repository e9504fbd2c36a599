using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>What one call leaves behind for the next, or for another one at the same time.</summary>
internal static class StateFaults
{
    private static readonly ImmutableArray<string> OtherNumbers =
        ["precision of first", "precision of second", "real numbers", "wide exponents", "cancellation", "special values", "subnormals",
            "bilinear", "repeats"];

    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Wrong(
            "answers kept for a geometry",
            "https://github.com/gpu-mode/pygpubench/pull/7",
            "other numbers for the same geometry",
            () => Cached(static _ => "")) with { CaughtBy = OtherNumbers },
        Wrong("answers kept for a geometry and a first number", null, "other numbers behind the same first",
            () => Cached(static operands => $"{operands.Inputs[0].FirstOrDefault()}")) with
        {
            CaughtBy = OtherNumbers,
        },
        Wrong(
            "weights packed once for a geometry",
            null,
            "other weights for the same geometry",
            PackedOnce,
            Fault.Forward) with { CaughtBy = OtherNumbers },
        Wrong(
            "sums begun where the last call of the same size ended",
            "https://github.com/ARM-software/ComputeLibrary/pull/395",
            "two calls of one size",
            Uncleared) with { CaughtBy = ["structure", .. OtherNumbers] },
        Wrong(
            "sums added to the last ones if the operands are the same",
            null,
            "the same call twice",
            AddedWhenRepeated) with { CaughtBy = ["adjoint", "repeats"] },
        Wrong(
            "the image stored with its padding in a buffer that is cleared only when it grows",
            null,
            "padding with zeros, after a call with another geometry",
            Stored,
            Fault.Forward with { IsReentrant = false }) with { CaughtBy = ["structure", .. OtherNumbers] },
        Wrong(
            "weights packed into one buffer for all threads",
            "https://github.com/FluxML/NNlib.jl/issues/158",
            "concurrent calls",
            SharedPack) with { CaughtBy = ["concurrent calls"] },
        Wrong("one place for the geometry of all threads", null, "concurrent calls with different geometries",
            SharedGeometry) with { CaughtBy = ["concurrent calls"] },
        Wrong("one counter of finished results for all threads", null, "concurrent calls",
            SharedCounter) with { CaughtBy = ["concurrent calls"] },
    ];

    private static Exhibit<float> Wrong(
        string name, string? report, string lesson, Func<Computation<float>> make, Capabilities? claims = null) =>
        Fault.Whole(name, report, lesson, make, claims ?? Capabilities.Convolution);

    private static void Compute(Operands<float> operands, Span<float> result) => operands.Apply(new ScalarConvolution<float>(), result);

    private static Computation<float> Cached(Func<Operands<float>, string> key)
    {
        var answers = new Dictionary<string, float[]>();
        return (operands, result) =>
        {
            string asked = $"{operands.Operator} {operands.Geometry} {operands.Inputs.Length} {key(operands)}";
            lock (answers)
            {
                if (answers.TryGetValue(asked, out float[]? kept))
                    kept.CopyTo(result);
                else
                    Compute(operands, result);
                answers[asked] = result.ToArray();
            }
        };
    }

    private static Computation<float> PackedOnce()
    {
        var packed = new Dictionary<string, float[]>();
        return (operands, y) =>
        {
            float[] w;
            lock (packed)
                w = packed.TryGetValue($"{operands.Geometry}", out float[]? kept)
                    ? kept
                    : packed[$"{operands.Geometry}"] = operands.Inputs[1];
            new ScalarConvolution<float>().Forward(operands.Geometry, operands.Inputs[0], w, operands.Bias, y);
        };
    }

    private static Computation<float> Uncleared()
    {
        float[] last = [];
        return (operands, result) =>
        {
            float[] before = last;
            Compute(operands, result);
            for (int e = 0; e < result.Length && before.Length == result.Length; e++)
                result[e] += before[e];
            last = result.ToArray();
        };
    }

    private static Computation<float> AddedWhenRepeated()
    {
        var calls = new Dictionary<int, int>();
        return (operands, result) =>
        {
            var hash = new HashCode();
            foreach (float number in operands.Inputs.SelectMany(static input => input))
                hash.Add(number);
            int times;
            lock (calls)
                times = calls[hash.ToHashCode()] = calls.GetValueOrDefault(hash.ToHashCode()) + 1;
            Compute(operands, result);
            foreach (ref float number in result)
                number *= times;
        };
    }

    private static Computation<float> Stored()
    {
        float[] buffer = [];
        var door = new Lock();
        return (operands, y) =>
        {
            ConvolutionGeometry geometry = operands.Geometry;
            Axis[] padded = [.. geometry.Axes.Select(
                static axis => new Axis(axis.Begin + axis.Input + axis.End, axis.Kernel, axis.Stride, axis.Dilation, tile: axis.Tile))];
            var stored = new ConvolutionGeometry(geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups, padded);
            lock (door)
            {
                if (buffer.Length < stored.InputLength)
                    buffer = new float[stored.InputLength];
                for (int place = 0; place < stored.InputLength; place++)
                    if (Source(geometry, stored, place) is var e and >= 0)
                        buffer[place] = operands.Inputs[0][e];
                new ScalarConvolution<float>().Forward(stored, buffer.AsSpan(0, stored.InputLength), operands.Inputs[1], operands.Bias, y);
            }
        };
    }

    /// <summary>The element of x that stands at a place of the padded image; negative for zero.</summary>
    private static int Source(ConvolutionGeometry geometry, ConvolutionGeometry stored, int place)
    {
        int[] at = RowMajor.Coordinates(place % stored.Relation.Inputs, [.. stored.Axes.Select(static axis => axis.Input)]);
        int e = place / stored.Relation.Inputs;
        for (int a = 0; a < at.Length && e >= 0; a++)
            e = NaiveBorder.InputAt(geometry.Axes[a], at[a] - geometry.Axes[a].Begin) is var i and >= 0
                ? (e * geometry.Axes[a].Input) + i
                : -1;
        return e;
    }

    /// <summary>The sleep stands for the work between packing and use.</summary>
    private static Computation<float> SharedPack()
    {
        float[] first = [];
        return (operands, result) =>
        {
            first = operands.Inputs[0];
            Thread.Sleep(1);
            float[] mine = first.Length == operands.Inputs[0].Length ? first : operands.Inputs[0];
            Compute(new Operands<float>(operands.Geometry, operands.Operator, operands.CountsPadding, operands.Inputs.SetItem(0, mine)),
                result);
        };
    }

    /// <summary>Arrays that are too short for the geometry go on with zeros.</summary>
    private static Computation<float> SharedGeometry()
    {
        ConvolutionGeometry? shared = null;
        return (operands, result) =>
        {
            Volatile.Write(ref shared, operands.Geometry);
            Thread.Sleep(1);
            ConvolutionGeometry geometry = Volatile.Read(ref shared)!;
            Operands<float> read = Operands.Drawn(
                geometry,
                operands.Operator,
                operands.Inputs.Length == 3,
                (input, e) => e < operands.Inputs[input].Length ? operands.Inputs[input][e] : 0);
            float[] all = read.Apply(new ScalarConvolution<float>());
            result.Clear();
            all.AsSpan(0, Math.Min(all.Length, result.Length)).CopyTo(result);
        };
    }

    private static Computation<float> SharedCounter()
    {
        int next = 0;
        return (operands, result) =>
        {
            next = 0;
            Thread.Sleep(1);
            var all = new float[result.Length];
            Compute(operands, all);
            for (int e = next++; e < all.Length; e = next++)
                result[e] = all[e];
        };
    }
}
