using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates;

/// <summary>
/// Gives operands to a pooling, as <see cref="Operands{T}.Apply(IConvolution{T}, Span{T})"/> gives them to a convolution.
/// </summary>
public static class PooledOperands
{
    /// <summary>Lets a pooling write y or dx into an array.</summary>
    /// <param name="operands">Geometry, operator and input arrays.</param>
    /// <param name="pooling">Who computes.</param>
    /// <param name="result">Receives the result.</param>
    /// <exception cref="ArgumentException">The operator is none of the four that a pooling has.</exception>
    public static void Apply<T>(this Operands<T> operands, IPooling<T> pooling, Span<T> result)
    {
        switch (operands.Operator)
        {
            case ConvolutionOperator.MaxPooling:
                pooling.Max(operands.Geometry, operands.Inputs[0], result);
                break;
            case ConvolutionOperator.MaxPoolingGradient:
                pooling.MaxGradient(operands.Geometry, operands.Inputs[0], operands.Inputs[1], result);
                break;
            case ConvolutionOperator.AveragePooling:
                pooling.Average(operands.Geometry, operands.CountsPadding, operands.Inputs[0], result);
                break;
            case ConvolutionOperator.AveragePoolingGradient:
                pooling.AverageGradient(operands.Geometry, operands.CountsPadding, operands.Inputs[0], result);
                break;
            default:
                throw new ArgumentException(
                    $"a pooling has the operators {string.Join(", ", ConvolutionOperators.Pooling)}, was asked for {operands.Operator}");
        }
    }
}
