using System.Numerics;
using System.Runtime.Intrinsics;
using ReferenceConv.Fast.Kernels;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Gemm;

/// <summary>
/// Rungs 2, 3 and 4: the products Y = W · X of <see cref="Im2ColConvolution{T}"/>, which a
/// <see cref="BlockedGemm{T, TVector, TLanes, TShape}"/>
/// adds to the bias in Y. Two switches tell the rungs apart:
/// <code>
/// 2  blocked    one number at a time   X written out          the caches
/// 3  vector     as many as there are   X written out          the registers
/// 4  implicit   as many as there are   X read from the image  no matrix in memory
/// </code>
/// The gradients are the textbook's.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public sealed class BlockedConvolution<T> : IConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    private readonly ColumnMatrix columns;
    private readonly Blocking blocking;
    private readonly Im2ColConvolution<T> textbook = new();

    /// <summary>One of the rungs.</summary>
    /// <param name="width">How many bits a multiply-add takes at once; one number at a time if the platform has no vectors of T.</param>
    /// <param name="columns">Whether the column matrix is written out.</param>
    /// <param name="blocking">Sizes of the blocks; the usual ones if left out.</param>
    public BlockedConvolution(VectorWidth width, ColumnMatrix columns, Blocking? blocking = null)
    {
        Width = Vector128<T>.IsSupported ? width : VectorWidth.Scalar;
        this.columns = columns;
        this.blocking = blocking ?? Blocking.Default;
    }

    /// <summary>The width in use.</summary>
    public VectorWidth Width { get; }

    /// <inheritdoc/>
    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, Span<T> y)
    {
        ContiguousSpans.Assert(geometry, x.Length, w.Length, y.Length);
        switch (Width)
        {
            case VectorWidth.Bits512:
                Forward<Vector512<T>, Lanes512<T>, Planes<Eight, Three>>(geometry, x, w, bias, y);
                break;
            case VectorWidth.Bits256:
                Forward<Vector256<T>, Lanes256<T>, Planes<Four, Three>>(geometry, x, w, bias, y);
                break;
            case VectorWidth.Bits128:
                Forward<Vector128<T>, Lanes128<T>, Planes<Four, Three>>(geometry, x, w, bias, y);
                break;
            default:
                Forward<T, ScalarLane<T>, Planes<Four, Three>>(geometry, x, w, bias, y);
                break;
        }
    }

    /// <inheritdoc/>
    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> dy, Span<T> dx) =>
        textbook.DataGradient(geometry, w, dy, dx);

    /// <inheritdoc/>
    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dw) =>
        textbook.WeightGradient(geometry, x, dy, dw);

    private void Forward<TVector, TLanes, TShape>(
        ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, Span<T> y)
        where TLanes : ILanes<T, TVector>
        where TShape : ITileShape
    {
        (int inputs, int taps) = (geometry.Relation.Inputs, geometry.Relation.Taps);
        int depth = geometry.GroupInChannels * taps;
        var gemm = new BlockedGemm<T, TVector, TLanes, TShape>(blocking, geometry.GroupOutChannels, depth, geometry.Relation.Outputs);
        InputRuns[] runs = [.. Enumerable.Range(0, geometry.Relation.Phases).Select(
            tile => new InputRuns(geometry.Relation, tile, BlockedGemm<T, TVector, TLanes, TShape>.PanelColumns))];

        foreach (ColumnBlock block in ColumnBlock.All(geometry))
        {
            var product =
                new OutputRows<T>(y[block.OutputStart(0)..], geometry.Relation.Outputs, geometry.GroupOutChannels, block.Positions);
            for (int k = 0; k < product.Rows; k++)
                product.Fill(k, bias.IsEmpty ? T.AdditiveIdentity : bias[block.FirstOutChannel + k]);

            ReadOnlySpan<T> weights = w.Slice(block.WeightStart, geometry.GroupOutChannels * depth);
            if (columns == ColumnMatrix.Explicit)
                gemm.AddProduct(weights, depth, new ExplicitColumns<T>(block.Columns(x)), product);
            else
                gemm.AddProduct(
                    weights,
                    depth,
                    new ImplicitColumns<T>(x.Slice(block.InputStart(0), geometry.GroupInChannels * inputs), inputs, taps, runs[block.Tile]),
                    product);
        }
    }
}
