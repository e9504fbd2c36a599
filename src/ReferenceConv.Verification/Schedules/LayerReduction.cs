using ReferenceConv.Geometry;
using ReferenceConv.Verification.Networks;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// Makes a layer smaller in its channels first, so that its image stays one of a real layer: rows beyond two vectors, whole and partial
/// tiles. Channels keep their remainder by 16.
/// </summary>
internal static class LayerReduction
{
    private const int Vector = 16;
    private const int Row = 36;   // beyond two vectors of sixteen, whole tiles of 2, 4 and 6
    private const int Column = 13;

    /// <summary>The layer with as few channels, and then with as small an image, as the budget demands.</summary>
    /// <param name="multiplyAdds">The most that it may take; where nothing is left to give way it takes more.</param>
    /// <param name="geometry">The layer: zeros borders, no tiles.</param>
    public static ConvolutionGeometry ByChannels(long multiplyAdds, ConvolutionGeometry geometry)
    {
        int groups = geometry.GroupInChannels == 1 && geometry.Groups > 1 ? geometry.Groups : 1;
        (int inChannels, int outChannels) = (geometry.GroupInChannels, geometry.GroupOutChannels);
        ConvolutionGeometry reduced = geometry;
        while (reduced.MultiplyAdds > multiplyAdds && Math.Max(groups, Math.Max(inChannels, outChannels)) >= 2 * Vector)
        {
            if (groups > 1)
                groups = Fewer(groups);
            else if (inChannels >= outChannels)
                inChannels = Fewer(inChannels);
            else
                outChannels = Fewer(outChannels);
            int of = groups > 1 ? groups : geometry.Groups;
            reduced = new ConvolutionGeometry(geometry.Batch, of * inChannels, of * outChannels, of, geometry.Axes);
        }

        for (int a = 0; a < geometry.Axes.Length && reduced.MultiplyAdds > multiplyAdds; a++)
            if (geometry.Axes[a].Dilation == 1)
                reduced = new ConvolutionGeometry(
                    reduced.Batch,
                    reduced.InChannels,
                    reduced.OutChannels,
                    reduced.Groups,
                    reduced.Axes.SetItem(a, Shorter(geometry.Axes[a], a == geometry.Axes.Length - 1 ? Row : Column)));
        return reduced.MultiplyAdds > multiplyAdds ? Reduction.Within(multiplyAdds, reduced) : reduced;
    }

    /// <summary>About half as many, with the same remainder.</summary>
    private static int Fewer(int channels) => Math.Max(Vector, channels / 2 / Vector * Vector) + (channels % Vector);

    /// <summary>So many outputs, the last window as far from the border as before.</summary>
    private static Axis Shorter(Axis axis, int outputs) => axis.Output <= outputs
        ? axis
        : new Axis(axis.Input - ((axis.Output - outputs) * axis.Stride), axis.Kernel, axis.Stride, axis.Dilation,
            Padding.Explicit(axis.Begin, axis.End));
}
