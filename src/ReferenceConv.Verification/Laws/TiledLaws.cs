using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>P13: a tiled convolution [S2.36] next to regular ones.</summary>
internal static class TiledLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("A tiled forward is a regular forward at every tile", ForwardByTile),
        new("A tiled data gradient is the sum of regular ones", DataByTile),
        new("A tiled weight gradient is a regular one at every tile", WeightByTile),
        new("Equal kernels in every tile make a regular convolution", EqualKernels),
        new("As many tiles as outputs make an unshared layer", Unshared),
    ];

    /// <summary>y[o] = the regular y of kernel o mod t, at o. With one tile that is the regular convolution.</summary>
    private static string? ForwardByTile(ConvolutionCase instance)
    {
        Trilinear<int> form = Draw(instance);
        var y = new int[form.G.Length];
        foreach ((int tile, Trilinear<int> regular) in Regular(form))
            y = y.Plus(Masked(form.Geometry, tile, regular.Y()));
        return Vector.Mismatch("y", y, form.Y());
    }

    /// <summary>dx = Σ over the kernels of the regular dx, each from the g of its own outputs.</summary>
    private static string? DataByTile(ConvolutionCase instance)
    {
        Trilinear<int> form = Draw(instance);
        var dx = new int[form.X.Length];
        foreach ((int tile, Trilinear<int> regular) in Regular(form))
            dx = dx.Plus((regular with { G = Masked(form.Geometry, tile, form.G) }).DX());
        return Vector.Mismatch("dx", dx, form.DX());
    }

    private static string? WeightByTile(ConvolutionCase instance)
    {
        Trilinear<int> form = Draw(instance);
        int[] dw = [.. Regular(form).SelectMany(each => (each.Form with { G = Masked(form.Geometry, each.Tile, form.G) }).DW())];
        return Vector.Mismatch("dw", dw, form.DW());
    }

    private static string? EqualKernels(ConvolutionCase instance)
    {
        Trilinear<int> form = Draw(instance);
        Trilinear<int> regular = Regular(form).First().Form;
        int[] repeated = [.. Enumerable.Repeat(regular.W, form.Geometry.Relation.Phases).SelectMany(static kernel => kernel)];
        return Vector.Mismatch("y", regular.Y(), (form with { W = repeated }).Y());
    }

    /// <summary>t ≥ o on every axis: output o has a kernel of its own. Spare kernels are never read: t = o + 1.</summary>
    private static string? Unshared(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry =
            instance.Geometry.Over(static axis => axis.But(tile: Math.Min(axis.Output, 3) + 1, input: Shrunk(axis), padding: (0, 0)));
        var form = Trilinear<int>.Draw(geometry, instance.Seed, static n => (int)n);
        int[] y = form.Y();
        var output = new Grid(geometry.Axes.Select(static axis => axis.Output));
        var tiles = new Grid(geometry.Axes.Select(static axis => axis.Tile));
        for (int o = 0; o < output.Length; o++)
        {
            int[] place = output.Coordinates(o);
            Trilinear<int> own = Regular(form, tiles.Index(place)!.Value);
            int[] alone = own.Y();
            for (int plane = 0; plane < y.Length / output.Length; plane++)
                if (Vector.Mismatch(
                    $"y of plane {plane} at {o}", alone[plane * output.Length + o], y[plane * output.Length + o]) is { } mismatch)
                    return mismatch;
        }

        return null;
    }

    /// <summary>An input with at most three outputs, so that few kernels are enough.</summary>
    private static int Shrunk(Axis axis) => axis.Extent + (Math.Min(axis.Output, 3) - 1) * axis.Stride;

    private static Trilinear<int> Draw(ConvolutionCase instance) =>
        Trilinear<int>.Draw(instance.Geometry, instance.Seed, static n => (int)n);

    private static IEnumerable<(int Tile, Trilinear<int> Form)> Regular(Trilinear<int> form) =>
        Enumerable.Range(0, form.Geometry.Relation.Phases).Select(tile => (tile, Regular(form, tile)));

    /// <summary>The regular convolution with the kernel of one tile.</summary>
    private static Trilinear<int> Regular(Trilinear<int> form, int tile)
    {
        ConvolutionGeometry regular = form.Geometry.Over(static axis => axis.But(tile: 1));
        return form with { Geometry = regular, W = form.W[(tile * regular.WeightLength)..((tile + 1) * regular.WeightLength)] };
    }

    /// <summary>Zero at every output that uses another kernel than this tile's.</summary>
    private static int[] Masked(ConvolutionGeometry geometry, int tile, int[] y)
    {
        var output = new Grid(geometry.Axes.Select(static axis => axis.Output));
        var tiles = new Grid(geometry.Axes.Select(static axis => axis.Tile));
        int[] wanted = tiles.Coordinates(tile);
        return
        [
            .. y.Select((value, e) =>
                output.Coordinates(e % output.Length).Select((o, axis) => o % geometry.Axes[axis].Tile).SequenceEqual(wanted) ? value : 0),
        ];
    }
}
