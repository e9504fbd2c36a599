using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Networks;

/// <summary>
/// Makes images smaller and nothing else: channels, groups, kernels and strides stay. All axes shrink by one factor until they are as small
/// as they may be, and each by multiples of its stride, so that the last window ends as far from the border as before.
/// Dilations above 1 shrink with their axis, never below 2, and padding shrinks with the dilation.
/// </summary>
public static class Reduction
{
    /// <summary>The largest reduction of a geometry that takes at most this many multiply-adds.</summary>
    /// <returns>
    /// The geometry itself if it is small enough; otherwise a smaller one in which every tap still meets an input and every axis has
    /// k−1+s inputs, room for a whole window of the undilated kernel. If no such one is within the budget, the smallest there is.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The geometry has a border, a tile or a padding that is not a multiple of its dilation.
    /// </exception>
    public static ConvolutionGeometry Within(long multiplyAdds, ConvolutionGeometry geometry)
    {
        foreach (Axis axis in geometry.Axes)
            if (axis.Border != Border.Zeros || axis.Tile != 1 || axis.Begin % axis.Dilation != 0 || axis.End % axis.Dilation != 0)
                throw new ArgumentException(
                    $"an axis to be reduced must have a zeros border, no tile and padding in multiples of its dilation, was {axis}");

        ConvolutionGeometry smallest = geometry;
        int whole = geometry.Axes.Max(static axis => axis.Input);
        for (int part = whole - 1; part > 0 && smallest.MultiplyAdds > multiplyAdds; part--)
        {
            Axis[] axes = [.. geometry.Axes.Select((axis, a) => Reduced(axis, part, whole) ?? smallest.Axes[a])];
            smallest = new ConvolutionGeometry(geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups, axes);
        }

        return smallest;
    }

    /// <summary>The axis at part/whole of its size, or null if that is too small for it.</summary>
    private static Axis? Reduced(Axis axis, int part, int whole)
    {
        long removed = (long)axis.Input * (whole - part) / whole;
        int input = axis.Input - (int)(removed / axis.Stride * axis.Stride);
        if (input < Math.Min(axis.Input, axis.Kernel - 1 + axis.Stride))
            return null;

        int dilation = Math.Max(Math.Min(axis.Dilation, 2), (int)((long)axis.Dilation * input / axis.Input));
        int begin = axis.Begin / axis.Dilation * dilation;
        int end = axis.End / axis.Dilation * dilation;
        if (OutputSize.Count(input, OutputSize.Extent(axis.Kernel, dilation), axis.Stride, begin, end) == 0)
            return null;

        var reduced = new Axis(input, axis.Kernel, axis.Stride, dilation, Padding.Explicit(begin, end));
        return UsesEveryTap(reduced) ? reduced : null;
    }

    private static bool UsesEveryTap(Axis axis)
    {
        for (int tap = 0; tap < axis.Kernel; tap++)
        {
            int output = 0;
            while (output < axis.Output && axis.InputAt(output, tap) == Axis.None)
                output++;
            if (output == axis.Output)
                return false;
        }

        return true;
    }
}
