using System.Numerics;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast;

/// <summary>
/// One image, one group, one tile: the part of a convolution that is a single matrix product. A convolution that is not tiled has one tile;
/// a tiled one has one product per tile, over the outputs that use its kernel.
/// </summary>
internal sealed class ColumnBlock
{
    private readonly ConvolutionGeometry geometry;
    private readonly int image;
    private readonly int group;
    private readonly int tile;
    private readonly int[] outputs;

    private ColumnBlock(ConvolutionGeometry geometry, int image, int group, int tile, int[] outputs) =>
        (this.geometry, this.image, this.group, this.tile, this.outputs) = (geometry, image, group, tile, outputs);

    /// <summary>All blocks of a convolution.</summary>
    public static IEnumerable<ColumnBlock> All(ConvolutionGeometry geometry)
    {
        for (int tile = 0; tile < geometry.Relation.Phases; tile++)
        {
            int[] outputs = OutputsOf(geometry, tile);
            for (int image = 0; image < geometry.Batch; image++)
                for (int group = 0; group < geometry.Groups; group++)
                    yield return new ColumnBlock(geometry, image, group, tile, outputs);
        }
    }

    /// <summary>Output channel of row 0.</summary>
    public int FirstOutChannel => group * geometry.GroupOutChannels;

    /// <summary>Where the block's weights begin in w [t…, K, C/g, r…].</summary>
    public int WeightStart => (tile * geometry.OutChannels + FirstOutChannel) * Rows;

    /// <summary>Which of the kernels that outputs cycle through the block uses; 0 unless the convolution is tiled.</summary>
    public int Tile => tile;

    /// <summary>Column j is output o = Positions[j].</summary>
    public ReadOnlySpan<int> Positions => outputs;

    /// <summary>C/g·|r|: the height of a column.</summary>
    public int Rows => geometry.GroupInChannels * geometry.Relation.Taps;

    /// <summary>Where channel c of the group begins in x [N, C, i…].</summary>
    public int InputStart(int c) =>
        (image * geometry.InChannels + group * geometry.GroupInChannels + c) * geometry.Relation.Inputs;

    /// <summary>Where row k of the product begins in y [N, K, o…].</summary>
    public int OutputStart(int k) => (image * geometry.OutChannels + FirstOutChannel + k) * geometry.Relation.Outputs;

    /// <summary>Where row k, column j of the product belongs in y.</summary>
    public int OutputIndex(int k, int j) => OutputStart(k) + outputs[j];

    /// <summary>The weights as a matrix [K/g × C/g·|r|]: row-major they already are one.</summary>
    public RowMajor<T> Weights<T>(ReadOnlySpan<T> w) =>
        new(geometry.GroupOutChannels, Rows, w.Slice(WeightStart, geometry.GroupOutChannels * Rows).ToArray());

    /// <summary>The block's part of y as a matrix [K/g × |o|].</summary>
    public RowMajor<T> Outputs<T>(ReadOnlySpan<T> y)
    {
        var matrix = new RowMajor<T>(geometry.GroupOutChannels, outputs.Length, new T[geometry.GroupOutChannels * outputs.Length]);
        for (int k = 0; k < matrix.Rows; k++)
            for (int j = 0; j < matrix.Columns; j++)
                matrix[k, j] = y[OutputIndex(k, j)];
        return matrix;
    }

    /// <summary>
    /// im2col: column j holds what the window of output j sees, channel by channel, tap by tap; zero where a tap meets nothing.
    /// </summary>
    public RowMajor<T> Columns<T>(ReadOnlySpan<T> x)
        where T : IAdditiveIdentity<T, T>
    {
        RowMajor<T> columns = RowMajor<T>.Filled(Rows, outputs.Length, T.AdditiveIdentity);
        int j = 0;
        foreach (Window window in geometry.Windows)
            if (window.Phase == tile)
            {
                for (int c = 0; c < geometry.GroupInChannels; c++)
                    foreach ((int r, int i) in window.Pairs)
                        columns[c * geometry.Relation.Taps + r, j] = x[InputStart(c) + i];
                j++;
            }

        return columns;
    }

    /// <summary>col2im: every entry of column j goes back, added, to the input that it was read from.</summary>
    public void AddToImage<T>(RowMajor<T> columns, Span<T> x)
        where T : IAdditionOperators<T, T, T>
    {
        int j = 0;
        foreach (Window window in geometry.Windows)
            if (window.Phase == tile)
            {
                for (int c = 0; c < geometry.GroupInChannels; c++)
                    foreach ((int r, int i) in window.Pairs)
                        x[InputStart(c) + i] += columns[c * geometry.Relation.Taps + r, j];
                j++;
            }
    }

    private static int[] OutputsOf(ConvolutionGeometry geometry, int tile)
    {
        if (!geometry.IsTiled)
            return [.. Enumerable.Range(0, geometry.Relation.Outputs)];

        var outputs = new List<int>();
        foreach (Window window in geometry.Windows)
            if (window.Phase == tile)
                outputs.Add(window.Output);
        return [.. outputs];
    }
}
