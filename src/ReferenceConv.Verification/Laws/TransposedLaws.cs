using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>P16: the sizes of the transposed convolution, and where it is a convolution with the rotated kernel.</summary>
internal static class TransposedLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("The output padding chooses the size that was convolved", Sizes),
        new("Under zeros the data gradient convolves the stretched gradient with the rotated kernel", Stretched),
        new("Under a cyclic border of equal size the data gradient convolves with the rotated kernel", Cyclic),
    ];

    /// <summary>o′ = s(i′−1) + a + k̂ − p₀ − p₁ with a = (i + p₀ + p₁ − k̂) mod s gives back the input size of the convolution.</summary>
    private static string? Sizes(ConvolutionCase instance)
    {
        foreach (Axis axis in instance.Geometry.Axes.Select(static axis => axis.But(border: Border.Zeros, tile: 1)))
        {
            int outputPadding = (axis.Input + axis.Begin + axis.End - axis.Extent) % axis.Stride;
            Padding padding = Padding.Explicit(axis.Begin, axis.End);
            Axis transposed = Axis.Transposed(axis.Output, axis.Kernel, axis.Stride, axis.Dilation, padding, outputPadding);
            string? mismatch = Vector.Mismatch("transposed axis", axis, transposed)
                ?? Vector.Mismatch("axis by target size", axis,
                    Axis.TransposedTo(axis.Input, axis.Output, axis.Kernel, axis.Stride, axis.Dilation, padding));
            if (mismatch is not null)
                return mismatch;
        }

        return null;
    }

    /// <summary>
    /// s−1 zeros between the elements of g, k̂−1−p₀ zeros before them (a negative number takes elements away), as many behind as the input
    /// is long, and a plain convolution with w[c, k] rotated by half a turn [S4.52].
    /// </summary>
    private static string? Stretched(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry = instance.Geometry.Over(static axis => axis.But(border: Border.Zeros, tile: 1));
        if (geometry.Axes.Any(static axis => axis.Input == 0))
            return null;   // nothing to compute, and no window to compute it with

        var form = Trilinear<int>.Draw(geometry, instance.Seed, static n => (int)n);
        ConvolutionGeometry back =
            Back(geometry, static axis => new Axis(axis.Input + axis.Extent - 1, axis.Kernel, dilation: axis.Dilation));
        int[] stretched = new Grid(back.InputShape).Gather(
            new Grid(geometry.OutputShape),
            form.G,
            0,
            (q, a) => Unstretched(q - (geometry.Axes[a].Extent - 1 - geometry.Axes[a].Begin), geometry.Axes[a].Stride));
        return Vector.Mismatch("dx", new Trilinear<int>(back, stretched, Rotated(geometry, form.W), [], []).Y(), form.DX());
    }

    /// <summary>Stride 1 and p₀ + p₁ = k̂−1: a cyclic convolution the other way, with the paddings exchanged.</summary>
    private static string? Cyclic(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry = instance.Geometry.Over(static axis =>
        {
            int begin = axis.Begin % axis.Extent;
            return axis.But(
                input: Math.Max(axis.Input, 1), stride: 1, padding: (begin, axis.Extent - 1 - begin), border: Border.Cyclic, tile: 1);
        });
        var form = Trilinear<int>.Draw(geometry, instance.Seed, static n => (int)n);
        ConvolutionGeometry back = Back(geometry, static axis => axis.But(padding: (axis.End, axis.Begin)));
        return Vector.Mismatch("dx", new Trilinear<int>(back, form.G, Rotated(geometry, form.W), [], []).Y(), form.DX());
    }

    private static int Unstretched(int position, int stride) => position >= 0 && position % stride == 0 ? position / stride : -1;

    /// <summary>The convolution that reads K channels and writes C.</summary>
    private static ConvolutionGeometry Back(ConvolutionGeometry geometry, Func<Axis, Axis> axis) =>
        new(geometry.Batch, geometry.OutChannels, geometry.InChannels, geometry.Groups, geometry.Axes.Select(axis));

    /// <summary>w′[c, k, r] = w[k, c, k₁−1−r], group by group.</summary>
    private static int[] Rotated(ConvolutionGeometry geometry, int[] w)
    {
        int taps = geometry.Relation.Taps;
        var rotated = new int[w.Length];
        for (int group = 0; group < geometry.Groups; group++)
            for (int k = 0; k < geometry.GroupOutChannels; k++)
                for (int c = 0; c < geometry.GroupInChannels; c++)
                    for (int r = 0; r < taps; r++)
                    {
                        int from = (group * geometry.GroupOutChannels + k) * geometry.GroupInChannels + c;
                        int to = (group * geometry.GroupInChannels + c) * geometry.GroupOutChannels + k;
                        rotated[to * taps + r] = w[from * taps + taps - 1 - r];
                    }

        return rotated;
    }
}
