using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Onnx;

/// <summary>The axes that the attributes of a node describe.</summary>
internal static class OnnxAxes
{
    /// <summary>For Conv and the pools: kernel_shape, strides, dilations, pads or auto_pad, ceil_mode.</summary>
    public static Axis[] Of(OnnxNode node, int[] input, int[] kernel)
    {
        int[] strides = node.Integers("strides", Repeated(1, input.Length));
        int[] dilations = node.Integers("dilations", Repeated(1, input.Length));
        Rounding rounding = node.Integer("ceil_mode", 0) == 1 ? Rounding.Ceiling : Rounding.Floor;
        return [.. input.Select(
            (size, a) => new Axis(size, kernel[a], strides[a], dilations[a], PaddingOf(node, a, input.Length), rounding: rounding))];
    }

    /// <summary>For ConvTranspose: also output_padding, or output_shape, which lets the padding follow.</summary>
    public static Axis[] Transposed(OnnxNode node, int[] input, int[] kernel)
    {
        int[] strides = node.Integers("strides", Repeated(1, input.Length));
        int[] dilations = node.Integers("dilations", Repeated(1, input.Length));
        int[] outputPadding = node.Integers("output_padding", Repeated(0, input.Length));
        int[] outputShape = node.Integers("output_shape", []);

        // Given output_shape, ONNX puts the odd one at the beginning unless SAME_UPPER is asked for.
        Padding following = node.Word("auto_pad", "NOTSET") == "SAME_UPPER" ? Padding.SameUpper : Padding.SameLower;
        return
        [
            .. input.Select((size, a) => outputShape.Length > 0
                ? Axis.TransposedTo(outputShape[a], size, kernel[a], strides[a], dilations[a], following)
                : Axis.Transposed(size, kernel[a], strides[a], dilations[a], PaddingOf(node, a, input.Length), outputPadding[a])),
        ];
    }

    /// <summary>ONNX writes [begins…, ends…].</summary>
    private static Padding PaddingOf(OnnxNode node, int axis, int axes)
    {
        int[] pads = node.Integers("pads", Repeated(0, 2 * axes));
        return node.Word("auto_pad", "NOTSET") switch
        {
            "NOTSET" or "" => Padding.Explicit(pads[axis], pads[axes + axis]),
            "VALID" => Padding.Valid,
            "SAME_UPPER" => Padding.SameUpper,
            "SAME_LOWER" => Padding.SameLower,
            string other => throw new NotSupportedException($"auto_pad {other}"),
        };
    }

    private static int[] Repeated(int value, int count) => [.. Enumerable.Repeat(value, count)];
}
