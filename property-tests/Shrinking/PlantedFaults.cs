using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.PropertyTests.Shrinking;

/// <summary>Convolutions that are wrong on purpose.</summary>
internal static class PlantedFaults
{
    /// <summary>Pads at the end what belongs to the beginning, and the other way round.</summary>
    public sealed class ExchangedPadding : Faulty
    {
        protected override ConvolutionGeometry Misread(ConvolutionGeometry geometry) => Over(
            geometry,
            static axis => new Axis(
                axis.Input, axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(axis.End, axis.Begin), axis.Border, axis.Tile));
    }

    /// <summary>Takes the zeros border for every border.</summary>
    public sealed class ForgottenBorder : Faulty
    {
        protected override ConvolutionGeometry Misread(ConvolutionGeometry geometry) => Over(
            geometry,
            static axis =>
                new Axis(axis.Input, axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(axis.Begin, axis.End), tile: axis.Tile));
    }

    /// <summary>Drops the last tap of every kernel.</summary>
    public sealed class DroppedTap : Faulty
    {
        protected override int[] Misread(ConvolutionGeometry geometry, ReadOnlySpan<int> w)
        {
            int[] without = w.ToArray();
            for (int last = geometry.Relation.Taps - 1; last < without.Length; last += geometry.Relation.Taps)
                without[last] = 0;
            return without;
        }
    }

    internal abstract class Faulty : IConvolution<int>
    {
        private static readonly ScalarConvolution<int> Right = new();

        public void Forward(ConvolutionGeometry geometry, ReadOnlySpan<int> x, ReadOnlySpan<int> w, ReadOnlySpan<int> bias, Span<int> y) =>
            Right.Forward(Misread(geometry), x, Misread(geometry, w), bias, y);

        public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<int> w, ReadOnlySpan<int> dy, Span<int> dx) =>
            Right.DataGradient(Misread(geometry), Misread(geometry, w), dy, dx);

        public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<int> x, ReadOnlySpan<int> dy, Span<int> dw)
        {
            Right.WeightGradient(Misread(geometry), x, dy, dw);
            Misread(geometry, dw).CopyTo(dw);
        }

        protected static ConvolutionGeometry Over(ConvolutionGeometry geometry, Func<Axis, Axis> change) =>
            new(geometry.Batch, geometry.InChannels, geometry.OutChannels, geometry.Groups, geometry.Axes.Select(change));

        protected virtual ConvolutionGeometry Misread(ConvolutionGeometry geometry) => geometry;

        protected virtual int[] Misread(ConvolutionGeometry geometry, ReadOnlySpan<int> w) => w.ToArray();
    }
}
