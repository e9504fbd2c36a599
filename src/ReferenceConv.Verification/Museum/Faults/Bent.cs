using System.Collections.Immutable;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>
/// Exhibits that are right but for what is bent where a condition holds. They compute with the scalar reference, so that shapes which only
/// large sizes have are answered in a moment.
/// </summary>
internal static class Bent
{
    /// <summary>Calls at the same time are of other sizes, which may be the first to meet the condition.</summary>
    private static readonly ImmutableArray<string> BySize = [.. Fault.ByStructure, "concurrent calls"];

    /// <summary>The right result, changed afterwards.</summary>
    public static Exhibit<float> Result(
        string name,
        string? report,
        string lesson,
        Capabilities claims,
        Predicate<ConvolutionGeometry> when,
        Action<Operands<float>, Span<float>> bend) =>
        Fault.Whole(
            name,
            report,
            lesson,
            () => (operands, result) =>
            {
                Compute(operands, result);
                if (when(operands.Geometry))
                    bend(operands, result);
            },
            claims) with
        {
            CaughtBy = BySize,
        };

    /// <summary>The right result of other numbers.</summary>
    public static Exhibit<float> Inputs(
        string name,
        string? report,
        string lesson,
        Capabilities claims,
        Predicate<ConvolutionGeometry> when,
        Func<Operands<float>, Operands<float>> bend) =>
        Fault.Whole(
            name,
            report,
            lesson,
            () => (operands, result) => Compute(when(operands.Geometry) ? bend(operands) : operands, result),
            claims) with
        {
            CaughtBy = BySize,
        };

    /// <summary>The right result of any operator but the gradient of a bias.</summary>
    public static void Compute(Operands<float> operands, Span<float> result)
    {
        Relation relation = operands.Geometry.Relation;
        Tensor<float> Input(int input) =>
            Tensor.Create(operands.Inputs[input], [.. operands.Signature.Inputs[input].Sizes.Select(static size => (nint)size)]);
        switch (operands.Operator)
        {
            case ConvolutionOperator.MaxPooling:
                MaxPooling<float>.Forward(relation, Input(0)).FlattenTo(result);
                break;
            case ConvolutionOperator.MaxPoolingGradient:
                MaxPooling<float>.Gradient(relation, Input(0), Input(1)).FlattenTo(result);
                break;
            case ConvolutionOperator.AveragePooling:
                AveragePooling<float>.Forward(relation, Input(0), operands.CountsPadding).FlattenTo(result);
                break;
            case ConvolutionOperator.AveragePoolingGradient:
                AveragePooling<float>.Gradient(relation, Input(0), operands.CountsPadding).FlattenTo(result);
                break;
            default:
                operands.Apply(new ScalarConvolution<float>(), result);
                break;
        }
    }

    /// <summary>The right result in an array of its own.</summary>
    public static float[] Compute(Operands<float> operands)
    {
        var result = new float[operands.Signature.Result.Length];
        Compute(operands, result);
        return result;
    }

    /// <summary>The operands with zeros in one array where the flat index says so.</summary>
    public static Operands<float> WithZeros(Operands<float> operands, int input, Predicate<int> isLost)
    {
        var kept = (float[])operands.Inputs[input].Clone();
        for (int e = 0; e < kept.Length; e++)
            if (isLost(e))
                kept[e] = 0;
        return With(operands, input, kept);
    }

    /// <summary>The operands of the forward operator or the data gradient without these taps, given by their coordinates.</summary>
    public static Operands<float> WithoutTaps(Operands<float> operands, Predicate<int[]> isLost)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        int[] kernel = [.. geometry.Axes.Select(static axis => axis.Kernel)];
        bool[] lost = [.. Enumerable.Range(0, geometry.Relation.Taps).Select(tap => isLost(RowMajor.Coordinates(tap, kernel)))];
        return WithZeros(operands, operands.Operator == ConvolutionOperator.Forward ? 1 : 0, e => lost[e % lost.Length]);
    }

    /// <summary>The operands with another array in one place.</summary>
    public static Operands<float> With(Operands<float> operands, int input, float[] numbers) =>
        new(operands.Geometry, operands.Operator, operands.CountsPadding, operands.Inputs.SetItem(input, numbers));
}
