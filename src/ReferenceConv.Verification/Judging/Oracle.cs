using System.Numerics.Tensors;
using System.Runtime.InteropServices;
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
        Tensor<double> Input(int input) =>
            Tensor.Create(operands.Inputs[input], [.. operands.Signature.Inputs[input].Sizes.Select(static size => (nint)size)]);
        return operands.Operator switch
        {
            ConvolutionOperator.BiasGradient => Elements(BiasGradient<double>.Of(geometry, Input(0))),
            ConvolutionOperator.MaxPooling => Elements(MaxPooling<double>.Forward(geometry.Relation, Input(0))),
            ConvolutionOperator.MaxPoolingGradient => Elements(MaxPooling<double>.Gradient(geometry.Relation, Input(0), Input(1))),
            ConvolutionOperator.AveragePooling =>
                Elements(AveragePooling<double>.Forward(geometry.Relation, Input(0), operands.CountsPadding)),
            ConvolutionOperator.AveragePoolingGradient =>
                Elements(AveragePooling<double>.Gradient(geometry.Relation, Input(0), operands.CountsPadding)),
            _ => operands.Apply(new ScalarConvolution<double>()),
        };
    }

    /// <summary>
    /// |x| and |w|: the operator on them is b, which every error bound is a multiple of. What is only compared, the input of a max pooling,
    /// stays.
    /// </summary>
    public static Operands<double> Magnitudes(Operands<double> operands)
    {
        bool isCompared = operands.Operator == ConvolutionOperator.MaxPoolingGradient;
        return new Operands<double>(
            operands.Geometry, operands.Operator, operands.CountsPadding, [.. operands.Inputs.Select((numbers, input) =>
        {
            if (isCompared && input == 0)
                return numbers;
            var magnitudes = new double[numbers.Length];
            TensorPrimitives.Abs(numbers, magnitudes);
            return magnitudes;
        })]);
    }

    /// <summary>The smallest product in each result, ∞ where there is none: what a lost tap would at least change.</summary>
    /// <param name="magnitudes">As <see cref="Magnitudes"/> gives them.</param>
    public static double[] SmallestProduct(Operands<double> magnitudes)
    {
        ConvolutionGeometry geometry = magnitudes.Geometry;
        var smallest = new double[magnitudes.Signature.Result.Length];
        Span<MinTimes> result = MemoryMarshal.Cast<double, MinTimes>(smallest.AsSpan());
        ReadOnlySpan<MinTimes> Input(int input) => MemoryMarshal.Cast<double, MinTimes>(magnitudes.Inputs[input].AsSpan());
        var semiring = new ScalarConvolution<MinTimes>();
        switch (magnitudes.Operator)
        {
            case ConvolutionOperator.Forward:
                semiring.Forward(geometry, Input(0), Input(1), magnitudes.Inputs.Length == 3 ? Input(2) : [], result);
                break;
            case ConvolutionOperator.DataGradient:
                semiring.DataGradient(geometry, Input(0), Input(1), result);
                break;
            case ConvolutionOperator.WeightGradient:
                semiring.WeightGradient(geometry, Input(0), Input(1), result);
                break;
            default:
                double[] summed = magnitudes.Inputs[^1];
                double divisor = magnitudes.Operator.IsAverage() ? geometry.Relation.Taps : 1;
                Array.Fill(smallest, summed.Length == 0 ? double.PositiveInfinity : summed.Min() / divisor);
                break;
        }

        return smallest;
    }

    private static double[] Elements(Tensor<double> tensor)
    {
        var elements = new double[tensor.FlattenedLength];
        tensor.FlattenTo(elements);
        return elements;
    }
}
