using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>The bias and its gradient.</summary>
internal static class BiasFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "bias added twice",
            null,
            "a bias",
            static () => new() { Bias = static (_, bias, _, k) => bias[k] + bias[k] },
            Fault.Forward),
        Fault.Convolution(
            "bias added to the first image only",
            null,
            "a bias and batch > 1",
            static () => new() { Bias = static (_, bias, n, k) => n == 0 ? bias[k] : 0 },
            Fault.Forward),
        Fault.Convolution(
            "bias of the next channel",
            null,
            "a bias of other numbers",
            static () => new() { Bias = static (_, bias, _, k) => bias[(k + 1) % bias.Length] },
            Fault.Forward),
        Fault.Convolution(
            "every group has the bias of the first",
            "https://github.com/onnx/onnx/blob/main/onnx/reference/ops/op_conv_transpose.py",
            "a bias and groups > 1",
            static () => new() { Bias = static (geometry, bias, _, k) => bias[k % geometry.GroupOutChannels] },
            Fault.Forward),
        Fault.Convolution(
            "bias forgotten for groups",
            null,
            "a bias and groups > 1",
            static () => new() { Bias = static (geometry, bias, _, k) => geometry.Groups > 1 ? 0 : bias[k] },
            Fault.Forward),
        Fault.Convolution(
            "bias added by every group",
            null,
            "a bias and groups > 1",
            static () => new() { Bias = static (geometry, bias, _, k) => bias[k] * geometry.Groups },
            Fault.Forward),
        Gradient("bias gradient of the first image only", "batch > 1", static (_, _, _, n) => n == 0 ? 1 : 0),
        Gradient("bias gradient divided by the batch", "batch > 1", static (geometry, _, _, _) => 1f / geometry.Batch),
        Gradient("bias gradient without the last output", "a look at every gradient",
            static (geometry, _, o, _) => o == geometry.Relation.Outputs - 1 ? 0 : 1),
        Gradient("bias gradient of the first group only", "groups > 1", static (geometry, k, _, _) => k < geometry.GroupOutChannels
            ? 1
            : 0),
    ];

    private static Exhibit<float> Gradient(string name, string lesson, Func<ConvolutionGeometry, int, int, int, float> weight) =>
        Fault.Whole(
            name, null, lesson, () => (operands, result) => Sum(operands, result, weight), Fault.Only(ConvolutionOperator.BiasGradient));

    private static void Sum(Operands<float> operands, Span<float> db, Func<ConvolutionGeometry, int, int, int, float> weight)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        int outputs = geometry.Relation.Outputs;
        db.Clear();
        for (int e = 0; e < operands.Inputs[0].Length; e++)
        {
            int k = e / outputs % geometry.OutChannels;
            db[k] += operands.Inputs[0][e] * weight(geometry, k, e % outputs, e / outputs / geometry.OutChannels);
        }
    }
}
