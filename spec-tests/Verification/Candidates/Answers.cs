using System.Numerics;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Candidates;

/// <summary>Right answers to every operator in the number type itself, and candidates that give them or spoil them.</summary>
internal static class Answers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static Capabilities Everything { get; } = new() { Operators = ConvolutionOperators.All };

    public static InProcessCandidate<T> Right { get; } = new("right", Write, Everything);

    /// <summary>The scalar operators of the library.</summary>
    public static void Write(Operands<T> operands, Span<T> result)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        Tensor<T> Input(int input) =>
            Tensor.Create(operands.Inputs[input], [.. operands.Signature.Inputs[input].Sizes.Select(static size => (nint)size)]);
        switch (operands.Operator)
        {
            case ConvolutionOperator.BiasGradient:
                BiasGradient<T>.Of(geometry, Input(0)).FlattenTo(result);
                break;
            case ConvolutionOperator.MaxPooling:
                MaxPooling<T>.Forward(geometry.Relation, Input(0)).FlattenTo(result);
                break;
            case ConvolutionOperator.MaxPoolingGradient:
                MaxPooling<T>.Gradient(geometry.Relation, Input(0), Input(1)).FlattenTo(result);
                break;
            case ConvolutionOperator.AveragePooling:
                AveragePooling<T>.Forward(geometry.Relation, Input(0), operands.CountsPadding).FlattenTo(result);
                break;
            case ConvolutionOperator.AveragePoolingGradient:
                AveragePooling<T>.Gradient(geometry.Relation, Input(0), operands.CountsPadding).FlattenTo(result);
                break;
            default:
                operands.Apply(new ScalarConvolution<T>(), result);
                break;
        }
    }

    /// <summary>The right answer to other operands.</summary>
    public static InProcessCandidate<T> OfOther(Func<Operands<T>, Operands<T>> other, Capabilities? capabilities = null) =>
        new("of other operands", (operands, result) => Write(other(operands), result), capabilities ?? Everything);

    /// <summary>The right answer to operands of which each number, array by array, is another.</summary>
    public static InProcessCandidate<T> OfNumbers(Func<int, T, T> number, Capabilities? capabilities = null) => OfOther(
        operands => new Operands<T>(
            operands.Geometry,
            operands.Operator,
            operands.CountsPadding,
            [.. operands.Inputs.Select((numbers, input) => Array.ConvertAll(numbers, element => number(input, element)))]),
        capabilities);

    /// <summary>The right answer, then spoiled.</summary>
    public static InProcessCandidate<T> Spoiled(SpoilResult spoil, Capabilities? capabilities = null) => new(
        "spoiled",
        (operands, result) =>
        {
            Write(operands, result);
            spoil(operands, result);
        },
        capabilities ?? Everything);

    /// <summary>Rounded to nearest, ties to even, in so many bits.</summary>
    public static T Rounded(T number, int bits) => T.IsZero(number) || !T.IsFinite(number)
        ? number
        : T.ScaleB(T.Round(T.ScaleB(number, bits - 1 - T.ILogB(number))), T.ILogB(number) - bits + 1);

    public delegate void SpoilResult(Operands<T> operands, Span<T> result);
}
