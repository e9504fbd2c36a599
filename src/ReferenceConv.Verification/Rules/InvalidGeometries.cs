using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// The geometries that docs/examples/c/refconv.h calls invalid: each of its rules broken alone, on the first and on the last axis, the
/// numbers that depend on the wrong one made to fit where they can be.
/// </summary>
internal static class InvalidGeometries
{
    private const int MostAxes = 3;

    /// <summary>Every one that can be made of a valid geometry, with what is wrong in it.</summary>
    public static IEnumerable<(string What, RawGeometry Geometry)> Of(ConvolutionGeometry geometry)
    {
        RawGeometry valid = RawGeometry.Of(geometry);
        foreach ((string, RawGeometry) wrong in WithoutAxes(valid))
            yield return wrong;
        foreach (int axis in new[] { 0, valid.Rank - 1 }.Distinct())
            foreach ((string what, RawGeometry wrong) in OnAxis(valid, axis))
                yield return ($"{what} on the {(axis == 0 ? "first" : "last")} axis", wrong);
        foreach (int axis in new[] { valid.Rank, MostAxes - 1 }.Distinct().Where(axis => axis >= valid.Rank && axis < MostAxes))
            foreach ((string what, RawGeometry wrong) in OnUnused(valid, axis))
                yield return ($"{what} on axis {axis} of a geometry of rank {valid.Rank}", wrong);
    }

    private static IEnumerable<(string What, RawGeometry Geometry)> WithoutAxes(RawGeometry g)
    {
        yield return ("version 0", g with { Version = 0 });
        yield return ("version 2", g with { Version = 2 });
        yield return ("rank −1", WithoutAxesInUse(g) with { Rank = -1 });
        yield return ("rank 0", WithoutAxesInUse(g) with { Rank = 0 });
        yield return ("rank 4", g with { Rank = 4 });
        yield return ("a batch of −1", g with { Batch = -1 });
        yield return ("0 input channels", g with { InChannels = 0 });
        yield return ("input channels below 0", g with { InChannels = -g.Groups });
        yield return ("0 output channels", g with { OutChannels = 0 });
        yield return ("output channels below 0", g with { OutChannels = -g.Groups });
        yield return ("0 groups", g with { Groups = 0 });
        yield return ("−1 groups, which divide everything", g with { Groups = -1 });
        RawGeometry inPairs = g with { Groups = 2, InChannels = 2 * g.InChannels, OutChannels = 2 * g.OutChannels };
        yield return ("groups that do not divide the input channels", inPairs with { InChannels = inPairs.InChannels + 1 });
        yield return ("groups that do not divide the output channels", inPairs with { OutChannels = inPairs.OutChannels + 1 });
    }

    private static IEnumerable<(string What, RawGeometry Geometry)> OnAxis(RawGeometry g, int a)
    {
        long padded = g.Input[a] + g.PadBegin[a] + g.PadEnd[a];
        long most = (padded - 1) / g.Dilation[a];   // taps less one that have room
        RawGeometry tooLarge = g with { Kernel = g.Kernel.SetItem(a, most + 2) };
        yield return ("an input of −1", WithEnd(g, a, g.PadEnd[a] + g.Input[a] + 1) with { Input = g.Input.SetItem(a, -1) });
        yield return ("a kernel of 0", Fitting(g with { Kernel = g.Kernel.SetItem(a, 0) }, a));
        yield return ("a kernel of −1", Fitting(g with { Kernel = g.Kernel.SetItem(a, -1) }, a));
        yield return ("a stride of 0", g with { Stride = g.Stride.SetItem(a, 0) });
        yield return ("a stride of −1", Fitting(g with { Stride = g.Stride.SetItem(a, -1) }, a));
        yield return ("a dilation of 0", Fitting(g with { Dilation = g.Dilation.SetItem(a, 0) }, a));
        yield return ("a dilation of −1", Fitting(g with { Dilation = g.Dilation.SetItem(a, -1) }, a));
        long padding = g.PadBegin[a] + g.PadEnd[a];
        yield return ("a padding of −1", WithEnd(g, a, padding + 1) with { PadBegin = g.PadBegin.SetItem(a, -1) });
        yield return ("an end padding of −1", WithEnd(g, a, -1) with { PadBegin = g.PadBegin.SetItem(a, padding + 1) });
        yield return ("a kernel larger than the padded input", Fitting(tooLarge, a));
        yield return ("a kernel larger than the padded input, as C divides", tooLarge with { Output = g.Output.SetItem(a, 1) });
        yield return ("an output one too large", g with { Output = g.Output.SetItem(a, g.Output[a] + 1) });
        yield return ("an output one too small", g with { Output = g.Output.SetItem(a, g.Output[a] - 1) });
    }

    private static IEnumerable<(string What, RawGeometry Geometry)> OnUnused(RawGeometry g, int a)
    {
        yield return ("an input of 2", g with { Input = g.Input.SetItem(a, 2) });
        yield return ("a kernel of 2", g with { Kernel = g.Kernel.SetItem(a, 2) });
        yield return ("an output of 2", g with { Output = g.Output.SetItem(a, 2) });
        yield return ("a stride of 2", g with { Stride = g.Stride.SetItem(a, 2) });
        yield return ("a dilation of 2", g with { Dilation = g.Dilation.SetItem(a, 2) });
        yield return ("a padding of 1", g with { PadBegin = g.PadBegin.SetItem(a, 1) });
        yield return ("an end padding of 1", g with { PadEnd = g.PadEnd.SetItem(a, 1) });
    }

    private static RawGeometry WithEnd(RawGeometry g, int a, long end) => g with { PadEnd = g.PadEnd.SetItem(a, end) };

    private static RawGeometry WithoutAxesInUse(RawGeometry g) => g with
    {
        Input = [1, 1, 1],
        Kernel = [1, 1, 1],
        Output = [1, 1, 1],
        Stride = [1, 1, 1],
        Dilation = [1, 1, 1],
        PadBegin = [0, 0, 0],
        PadEnd = [0, 0, 0],
    };

    /// <summary>With the output that the rule about outputs demands, rounded down.</summary>
    private static RawGeometry Fitting(RawGeometry g, int a)
    {
        long room = g.Input[a] + g.PadBegin[a] + g.PadEnd[a] - ((g.Dilation[a] * (g.Kernel[a] - 1)) + 1);
        return g with { Output = g.Output.SetItem(a, (long)Math.Floor((double)room / g.Stride[a]) + 1) };
    }
}
