using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>P10: the convolution as a product of matrices, over the columns that the sliding window writes out [S2.10].</summary>
internal static class MatrixLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("Forward is the weights times the columns", WeightsTimesColumns),
        new("Col2im is the transpose of im2col", Transpose),
    ];

    /// <summary>y[n,k,o] = Σ w[k, q] · columns[n, q, o] over the rows q of k's group; tiled, with the weights of o's tile.</summary>
    private static string? WeightsTimesColumns(ConvolutionCase instance)
    {
        var form = Trilinear<int>.Draw(instance.Geometry, instance.Seed, static n => (int)n);
        ConvolutionGeometry geometry = instance.Geometry;
        int[] columns = Im2Col<int>.Columns(geometry.Relation, Tensors.Of(form.X, geometry.InputShape)).Elements();
        int outputs = geometry.Relation.Outputs;
        int rows = geometry.InChannels * geometry.Relation.Taps;
        int groupRows = rows / geometry.Groups;
        var output = new Grid(geometry.Axes.Select(static axis => axis.Output));
        var tiles = new Grid(geometry.Axes.Select(static axis => axis.Tile));

        var product = new int[geometry.OutputLength];
        for (int e = 0; e < product.Length; e++)
        {
            int o = e % outputs;
            int k = e / outputs % geometry.OutChannels;
            int n = e / outputs / geometry.OutChannels;
            int[] tile = [.. output.Coordinates(o).Select((coordinate, axis) => coordinate % geometry.Axes[axis].Tile)];
            int row = (tiles.Index(tile)!.Value * geometry.OutChannels + k) * groupRows;
            int first = k / geometry.GroupOutChannels * groupRows;
            for (int q = 0; q < groupRows; q++)
                product[e] += form.W[row + q] * columns[(n * rows + first + q) * outputs + o];
        }

        return Vector.Mismatch("y", product, form.Y());
    }

    /// <summary>⟨columns(x), c⟩ = ⟨x, images(c)⟩ for every c.</summary>
    private static string? Transpose(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry = instance.Geometry;
        int[] x = Trilinear<int>.Draw(geometry, instance.Seed, static n => (int)n).X;
        ImmutableArray<int> shape = [geometry.Batch, geometry.InChannels * geometry.Relation.Taps, geometry.Relation.Outputs];
        int[] columns = Im2Col<int>.Columns(geometry.Relation, Tensors.Of(x, geometry.InputShape)).Elements();
        var c = new int[columns.Length];
        for (int e = 0; e < c.Length; e++)
            c[e] = (int)Draw.Odd((ulong)instance.Seed + 1000, (ulong)e, int.MaxValue);

        int[] images = Im2Col<int>.Images(geometry.Relation, Tensors.Of(c, shape)).Elements();
        return Vector.Mismatch("⟨x, images(c)⟩", Vector.Dot(columns, c), Vector.Dot(x, images));
    }
}
