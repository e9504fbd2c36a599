using System.Numerics.Tensors;
using ReferenceConv.Geometry;
using ReferenceConv.Numbers;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Judging;

/// <summary>What every operator must give: the scalar reference in double.</summary>
internal static class Oracle
{
    /// <summary>The result; exact where the sums are, otherwise within γ of the sum of magnitudes.</summary>
    public static double[] Of(Operands<double> operands)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        Tensor<double> Input(int input) => Tensor.Create(operands.Inputs[input], [.. operands.Signature.Inputs[input].Sizes.Select(static size => (nint)size)]);
        return operands.Operator switch
        {
            ConvolutionOperator.BiasGradient => Elements(BiasGradient<double>.Of(geometry, Input(0))),
            ConvolutionOperator.MaxPooling => Elements(MaxPooling<double>.Forward(geometry.Relation, Input(0))),
            ConvolutionOperator.MaxPoolingGradient => Elements(MaxPooling<double>.Gradient(geometry.Relation, Input(0), Input(1))),
            ConvolutionOperator.AveragePooling => Elements(AveragePooling<double>.Forward(geometry.Relation, Input(0), operands.CountsPadding)),
            ConvolutionOperator.AveragePoolingGradient => Elements(AveragePooling<double>.Gradient(geometry.Relation, Input(0), operands.CountsPadding)),
            _ => operands.Apply(new ScalarConvolution<double>()),
        };
    }

    /// <summary>The operator on magnitudes: b, which every error bound is a multiple of. What is only compared, the input of a max pooling, stays.</summary>
    public static double[] Magnitude(Operands<double> operands) => Of(
        operands.Operator == ConvolutionOperator.MaxPoolingGradient
            ? new Operands<double>(operands.Geometry, operands.Operator, operands.CountsPadding, operands.Inputs[0], Array.ConvertAll(operands.Inputs[1], Math.Abs))
            : operands.Select(Math.Abs));

    /// <summary>The smallest product in each result, ∞ where there is none: what a lost tap would at least change.</summary>
    public static double[] SmallestProduct(Operands<double> operands)
    {
        switch (operands.Operator)
        {
            case ConvolutionOperator.Forward or ConvolutionOperator.DataGradient or ConvolutionOperator.WeightGradient:
                MinTimes[] smallest = operands.Select(static number => new MinTimes(Math.Abs(number))).Apply(new ScalarConvolution<MinTimes>());
                return Array.ConvertAll(smallest, static product => product.Value);
            default:
                double least = operands.Inputs[^1].Length == 0 ? double.PositiveInfinity : operands.Inputs[^1].Min(Math.Abs);
                double divisor = operands.Operator.IsAverage() ? operands.Geometry.Relation.Taps : 1;
                var same = new double[operands.Signature.Result.Length];
                Array.Fill(same, least / divisor);
                return same;
        }
    }

    private static double[] Elements(Tensor<double> tensor)
    {
        var elements = new double[tensor.FlattenedLength];
        tensor.FlattenTo(elements);
        return elements;
    }
}
