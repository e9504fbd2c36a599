using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// Where a NaN or ∞ meets nothing and is multiplied by zero all the same: there results are NaN under the convention
/// <see cref="PaddingConvention.Multiplied"/>,
/// and may be under <see cref="PaddingConvention.Either"/>.
/// An operator on ones and flags counts how many flagged numbers a result meets; if it has fewer than its range holds, one met nothing.
/// </summary>
internal static class MultipliedPadding
{
    /// <summary>
    /// Per result whether its range holds a NaN or ∞ that meets nothing; null where that is not defined: under other borders than zeros and
    /// tiles, and for poolings.
    /// </summary>
    public static bool[]? Spoils(Operands<double> operands)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        if (!ConvolutionOperators.Trilinear.Contains(operands.Operator))
            return operands.Operator == ConvolutionOperator.BiasGradient ? new bool[operands.Signature.Result.Length] : null;

        int flagged = operands.Operator == ConvolutionOperator.DataGradient ? 0 : 1;   // w or dy: what meets nothing beside x
        double[] flags = Array.ConvertAll(operands.Inputs[flagged], static number => double.IsFinite(number) ? 0.0 : 1.0);
        if (!flags.Contains(1.0))
            return new bool[operands.Signature.Result.Length];
        if (geometry.IsTiled || geometry.Axes.Any(static axis => axis.Border != Border.Zeros))
            return null;

        double[] ones = Array.ConvertAll(operands.Inputs[1 - flagged], static _ => 1.0);
        double[][] counted = flagged == 0 ? [flags, ones] : [ones, flags];
        double[] met = new Operands<double>(geometry, operands.Operator, false, [.. counted]).Apply(new ScalarConvolution<double>());
        return [.. met.Select((count, e) => count < Range(geometry, operands.Operator, flags, e))];
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
                    sum += flags.AsSpan(
                        (n * geometry.OutChannels + of) * geometry.Relation.Outputs, geometry.Relation.Outputs).ToArray().Sum();
                return sum;
            default:
                int c = e / geometry.Relation.Inputs % geometry.InChannels;
                double over = 0;
                for (int o = 0; o < geometry.GroupOutChannels; o++)
                {
                    int row = (c / geometry.GroupInChannels * geometry.GroupOutChannels) + o;
                    over += flags.AsSpan((row * geometry.GroupInChannels + (c % geometry.GroupInChannels)) * geometry.Relation.Taps,
                        geometry.Relation.Taps).ToArray().Sum();
                }

                return over;
        }
    }
}
