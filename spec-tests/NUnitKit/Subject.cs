using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.NUnitKit;

/// <summary>The reference, and convolutions inside it whose forward operator differs from it on purpose.</summary>
internal class Subject : IConvolution<float>
{
    private readonly ScalarConvolution<float> right = new();

    public virtual void Forward(
        ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y) =>
        right.Forward(geometry, x, w, bias, y);

    public void DataGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> w, ReadOnlySpan<float> dy, Span<float> dx) =>
        right.DataGradient(geometry, w, dy, dx);

    public void WeightGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw) =>
        right.WeightGradient(geometry, x, dy, dw);

    /// <summary>Forgets the last weight where there is dilation.</summary>
    public sealed class LosesATap : Subject
    {
        public override void Forward(
            ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y)
        {
            float[] weights = [.. w];
            if (geometry.Axes.Any(static axis => axis.Dilation > 1))
                weights[^1] = 0;
            base.Forward(geometry, x, weights, bias, y);
        }
    }

    /// <summary>Takes subnormal inputs for zero.</summary>
    public sealed class FlushesSubnormals : Subject
    {
        public override void Forward(
            ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y)
        {
            float[] normal = [.. x];
            for (int e = 0; e < normal.Length; e++)
                if (float.IsSubnormal(normal[e]))
                    normal[e] = 0;
            base.Forward(geometry, normal, w, bias, y);
        }
    }

    /// <summary>Sums in double on every other call, which is as right and gives other bits.</summary>
    public sealed class Wavers : Subject
    {
        private int calls;

        public override void Forward(
            ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y)
        {
            if (Interlocked.Increment(ref calls) % 2 == 0)
            {
                base.Forward(geometry, x, w, bias, y);
                return;
            }

            var wide = new double[y.Length];
            new ScalarConvolution<double>().Forward(geometry, Wide(x), Wide(w), Wide(bias), wide);
            for (int e = 0; e < wide.Length; e++)
                y[e] = (float)wide[e];
        }

        private static double[] Wide(ReadOnlySpan<float> numbers) => Array.ConvertAll(numbers.ToArray(), static number => (double)number);
    }

    /// <summary>Does no groups, and says so by an exception.</summary>
    public sealed class ThrowsOnGroups : Subject
    {
        public override void Forward(
            ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, Span<float> y)
        {
            if (geometry.Groups > 1)
                throw new NotSupportedException("no groups here");
            base.Forward(geometry, x, w, bias, y);
        }
    }
}
