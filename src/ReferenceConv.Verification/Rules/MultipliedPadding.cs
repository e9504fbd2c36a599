using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// The convention <see cref="PaddingConvention.Multiplied"/>: where a NaN or ∞ meets nothing it is multiplied by zero, and the result is NaN.
/// An operator on ones and flags counts how many flagged numbers a result meets; if it has fewer than its range holds, one met nothing.
/// </summary>
internal static class MultipliedPadding
{
    /// <summary>Turns results that multiply a NaN or ∞ by nothing into NaN.</summary>
    /// <returns>Whether the convention says anything about this geometry: zeros borders, no tiles, no pooling.</returns>
    public static bool Apply(Operands<double> operands, double[] results)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        if (!ConvolutionOperators.Trilinear.Contains(operands.Operator))
            return operands.Operator == ConvolutionOperator.BiasGradient;
        if (geometry.IsTiled || geometry.Axes.Any(static axis => axis.Border != Border.Zeros))
            return false;

        int flagged = operands.Operator == ConvolutionOperator.DataGradient ? 0 : 1;   // w or dy: what meets nothing beside x
        double[] flags = Array.ConvertAll(operands.Inputs[flagged], static number => double.IsFinite(number) ? 0.0 : 1.0);
        double[] ones = Array.ConvertAll(operands.Inputs[1 - flagged], static _ => 1.0);
        double[][] counted = flagged == 0 ? [flags, ones] : [ones, flags];
        double[] met = new Operands<double>(geometry, operands.Operator, false, [.. counted]).Apply(new ScalarConvolution<double>());
        for (int e = 0; e < results.Length; e++)
            if (met[e] < Range(geometry, operands.Operator, flags, e))
                results[e] = double.NaN;
        return true;
    }

    /// <summary>How many flagged numbers the range of a result holds.</summary>
    private static double Range(ConvolutionGeometry geometry, ConvolutionOperator op, double[] flags, int e)
    {
        int kernel = geometry.GroupInChannels * geometry.Relation.Taps;
        switch (op)
        {
            case ConvolutionOperator.Forward:
                int k = e / geometry.Relation.Outputs % geometry.OutChannels;
                return flags.AsSpan(k * kernel, kernel).ToArray().Sum();
            case ConvolutionOperator.WeightGradient:
                int of = e / kernel;
                double sum = 0;
                for (int n = 0; n < geometry.Batch; n++)
                    sum += flags.AsSpan((n * geometry.OutChannels + of) * geometry.Relation.Outputs, geometry.Relation.Outputs).ToArray().Sum();
                return sum;
            default:
                int c = e / geometry.Relation.Inputs % geometry.InChannels;
                double over = 0;
                for (int o = 0; o < geometry.GroupOutChannels; o++)
                {
                    int row = (c / geometry.GroupInChannels * geometry.GroupOutChannels) + o;
                    over += flags.AsSpan((row * geometry.GroupInChannels + (c % geometry.GroupInChannels)) * geometry.Relation.Taps, geometry.Relation.Taps).ToArray().Sum();
                }

                return over;
        }
    }
}
