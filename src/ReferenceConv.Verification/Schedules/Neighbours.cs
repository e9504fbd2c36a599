using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// Histories: a call that differs from the one before in one number only, and the way back. What is kept between calls, for sizes that did
/// not change, shows.
/// </summary>
internal static class Neighbours
{
    /// <summary>A case that differs in one number, or null if the number drawn cannot be another or is not claimed.</summary>
    public static ConvolutionCase? Of(ConvolutionCase instance, Capabilities capabilities, Dice dice)
    {
        ConvolutionGeometry geometry = instance.Geometry;
        int a = dice.Below(geometry.Axes.Length);
        Axis axis = geometry.Axes[a];
        int Near(int size) => Math.Max(1, dice.One(size - 1, size + 1, size + 1, 2 * size, size / 2));
        ConvolutionGeometry? other = dice.Below(9) switch
        {
            0 or 1 => With(geometry, batch: Near(geometry.Batch)),
            2 => With(geometry, inChannels: Near(geometry.GroupInChannels)),
            3 => With(geometry, outChannels: Near(geometry.GroupOutChannels)),
            4 when capabilities.Groups => With(geometry, groups: Near(geometry.Groups)),
            5 => With(geometry, a, axis, kernel: Near(axis.Kernel)),
            6 when capabilities.Stride => With(geometry, a, axis, stride: Near(axis.Stride)),
            7 when axis.Begin > 0 => With(geometry, a, axis, less: 1),
            _ => With(geometry, a, axis, input: Near(axis.Input)),
        };
        long most = Math.Max(4 * geometry.MultiplyAdds, 1 << 16);
        return other is not null && other.MultiplyAdds <= most
            && capabilities.Lacks(other, capabilities.Operators[0], instance.HasBias) is null
            ? ConvolutionCase.Of(other, dice.Below(256), instance.HasBias)
            : null;
    }

    private static ConvolutionGeometry With(
        ConvolutionGeometry geometry, int? batch = null, int? groups = null, int? inChannels = null, int? outChannels = null)
    {
        int of = groups ?? geometry.Groups;
        return new ConvolutionGeometry(
            batch ?? geometry.Batch,
            of * (inChannels ?? geometry.GroupInChannels),
            of * (outChannels ?? geometry.GroupOutChannels),
            of,
            geometry.Axes);
    }

    private static ConvolutionGeometry? With(
        ConvolutionGeometry geometry, int a, Axis axis, int? kernel = null, int? stride = null, int? input = null, int less = 0)
    {
        int taps = kernel ?? axis.Kernel;
        int inputs = input ?? axis.Input;
        (int begin, int end) = axis.Begin == axis.End ? (axis.Begin - less, axis.End - less) : (axis.Begin - less, axis.End);
        if (inputs + begin + end < OutputSize.Extent(taps, axis.Dilation))
            return null;
        var other = new Axis(inputs, taps, stride ?? axis.Stride, axis.Dilation, Padding.Explicit(begin, end), axis.Border, axis.Tile);
        return new ConvolutionGeometry(
            geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups, geometry.Axes.SetItem(a, other));
    }
}
