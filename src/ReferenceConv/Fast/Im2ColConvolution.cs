using System.Numerics;
using ReferenceConv.Geometry;

namespace ReferenceConv.Fast;

/// <summary>
/// Rung 1, the picture every lecture draws: write the sliding window out as the columns of a matrix, and the convolution is one product.
/// For each image, group and tile, with W [K/g × C/g·|r|], columns X [C/g·|r| × |o|] and Y [K/g × |o|]:
/// <code>
/// forward          Y  = W · X
/// data gradient    dX = Wᵀ · dY, and every column adds itself back to the image (col2im)
/// weight gradient  dW = Σₙ dY · Xᵀ
/// </code>
/// It shares no line with the scalar operators but the geometry.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied; float and double go through MathNet.Numerics.</typeparam>
public sealed class Im2ColConvolution<T> : IConvolution<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <inheritdoc/>
    public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> bias, Span<T> y)
    {
        ContiguousSpans.Assert(geometry, x.Length, w.Length, y.Length);
        foreach (ColumnBlock block in ColumnBlock.All(geometry))
        {
            RowMajor<T> product = MatrixProduct<T>.Multiply(block.Weights(w), block.Columns(x));
            for (int k = 0; k < product.Rows; k++)
                for (int j = 0; j < product.Columns; j++)
                    y[block.OutputIndex(k, j)] = bias.IsEmpty ? product[k, j] : bias[block.FirstOutChannel + k] + product[k, j];
        }
    }

    /// <inheritdoc/>
    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> w, ReadOnlySpan<T> dy, Span<T> dx)
    {
        ContiguousSpans.Assert(geometry, dx.Length, w.Length, dy.Length);
        dx.Fill(T.AdditiveIdentity);
        foreach (ColumnBlock block in ColumnBlock.All(geometry))
            block.AddToImage(MatrixProduct<T>.Multiply(block.Weights(w).Transposed(), block.Outputs(dy)), dx);
    }

    /// <inheritdoc/>
    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dw)
    {
        ContiguousSpans.Assert(geometry, x.Length, dw.Length, dy.Length);
        dw.Fill(T.AdditiveIdentity);
        foreach (ColumnBlock block in ColumnBlock.All(geometry))
        {
            RowMajor<T> product = MatrixProduct<T>.Multiply(block.Outputs(dy), block.Columns(x).Transposed());
            for (int e = 0; e < product.Elements.Length; e++)
                dw[block.WeightStart + e] += product.Elements[e];
        }
    }
}
