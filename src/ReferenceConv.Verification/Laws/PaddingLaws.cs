using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>What the padding words promise, and that no window is claimed where none fits [S4.24–S4.26, S4.38].</summary>
internal static class PaddingLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("A kernel that does not fit is refused", Refused),
        new("Same padding keeps one output per stride and puts the odd zero where it says", Same),
        new("Full padding has every window that meets the input", Full),
        new("Half padding keeps the size of an odd kernel", Half),
    ];

    /// <summary>The smallest kernel that is larger than the padded input, at any stride.</summary>
    private static string? Refused(ConvolutionCase instance)
    {
        foreach (Axis axis in instance.Geometry.Axes)
        {
            int padded = axis.Input + axis.Begin + axis.End;
            int kernel = padded == 0 ? 1 : (padded - 1) / axis.Dilation + 2;
            int extent = OutputSize.Extent(kernel, axis.Dilation);
            int windows = OutputSize.Count(axis.Input, extent, axis.Stride, axis.Begin, axis.End);
            if (Vector.Mismatch(
                $"windows of a kernel of {extent} over {padded} positions, stride {axis.Stride},", 0, windows) is { } mismatch)
                return mismatch;

            try
            {
                return $"an axis must be refused, is {axis.But(kernel: kernel)}";
            }
            catch (ArgumentException)
            {
            }
        }

        return null;
    }

    /// <summary>o = ⌈i/s⌉ with the least padding, in halves that differ by at most one.</summary>
    private static string? Same(ConvolutionCase instance)
    {
        foreach (Axis axis in instance.Geometry.Axes)
        {
            int input = Math.Max(axis.Input, 1);
            int outputs = (input + axis.Stride - 1) / axis.Stride;
            int total = Math.Max((outputs - 1) * axis.Stride + axis.Extent - input, 0);
            (int smaller, int larger) = (total / 2, total - total / 2);
            var upper = new Axis(input, axis.Kernel, axis.Stride, axis.Dilation, Padding.SameUpper);
            var lower = new Axis(input, axis.Kernel, axis.Stride, axis.Dilation, Padding.SameLower);

            string? mismatch = Vector.Mismatch("same-upper", (outputs, smaller, larger), (upper.Output, upper.Begin, upper.End))
                ?? Vector.Mismatch("same-lower", (outputs, larger, smaller), (lower.Output, lower.Begin, lower.End));
            if (mismatch is not null)
                return $"{mismatch} for {upper}";
        }

        return null;
    }

    /// <summary>At stride 1 the first window ends on the first input, the last begins on the last one, and o = i + k̂ − 1.</summary>
    private static string? Full(ConvolutionCase instance)
    {
        foreach (Axis axis in instance.Geometry.Axes)
        {
            var full = new Axis(Math.Max(axis.Input, 1), axis.Kernel, dilation: axis.Dilation, padding: Padding.Full);
            string? mismatch = Vector.Mismatch("end of the first window", 0, full.Position(0, full.Kernel - 1))
                ?? Vector.Mismatch("start of the last window", full.Input - 1, full.Position(full.Output - 1, 0))
                ?? Vector.Mismatch("outputs", full.Input + full.Extent - 1, full.Output);
            if (mismatch is not null)
                return $"{mismatch} for {full}";
        }

        return null;
    }

    /// <summary>k̂ odd: o = i at stride 1; k̂ even: one more.</summary>
    private static string? Half(ConvolutionCase instance)
    {
        foreach (Axis axis in instance.Geometry.Axes)
        {
            var half = new Axis(Math.Max(axis.Input, 1), axis.Kernel, dilation: axis.Dilation, padding: Padding.Half);
            if (Vector.Mismatch($"outputs of {half}", half.Input + 1 - half.Extent % 2, half.Output) is { } mismatch)
                return mismatch;
        }

        return null;
    }
}
