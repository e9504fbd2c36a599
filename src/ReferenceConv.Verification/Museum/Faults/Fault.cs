using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>
/// Makes wrong exhibits. Unless said otherwise a fault is in all operators of its kind, and the structure of odd integers shows it.
/// </summary>
internal static class Fault
{
    /// <summary>The forward operator alone.</summary>
    public static Capabilities Forward { get; } = Only(ConvolutionOperator.Forward);

    /// <summary>The data gradient alone.</summary>
    public static Capabilities DataGradient { get; } = Only(ConvolutionOperator.DataGradient);

    /// <summary>The weight gradient alone.</summary>
    public static Capabilities WeightGradient { get; } = Only(ConvolutionOperator.WeightGradient);

    /// <summary>Where structure shows a fault.</summary>
    public static ImmutableArray<string> ByStructure { get; } = ["structure"];

    /// <summary>Where too few bits show.</summary>
    public static ImmutableArray<string> ByPrecision { get; } = ["precision of first", "precision of second"];

    /// <summary>These operators alone.</summary>
    public static Capabilities Only(params ImmutableArray<ConvolutionOperator> operators) =>
        Capabilities.Convolution with { Operators = operators };

    /// <summary>The plain loops with a fault.</summary>
    public static Exhibit<float> Convolution(
        string name, string? report, string lesson, Func<NaiveConvolution<float>> make, Capabilities? claims = null) =>
        Wrapped(name, report, lesson, make, static (convolution, operands, result) => operands.Apply(convolution, result), claims);

    /// <summary>The plain loops, with a fault around them.</summary>
    public static Exhibit<float> Wrapped(
        string name,
        string? report,
        string lesson,
        Func<NaiveConvolution<float>> make,
        Action<NaiveConvolution<float>, Operands<float>, Span<float>> call,
        Capabilities? claims = null) =>
        Whole(
            name,
            report,
            lesson,
            () =>
            {
                NaiveConvolution<float> convolution = make();
                return (operands, result) => call(convolution, operands, result);
            },
            claims ?? Capabilities.Convolution);

    /// <summary>
    /// A pooling with a fault. A window of many small integers often has the same greatest one with and without the fault; wider numbers do
    /// not.
    /// </summary>
    public static Exhibit<float> Pooling(
        string name,
        string? report,
        string lesson,
        Func<NaivePooling<float>> make,
        params ImmutableArray<ConvolutionOperator> operators) =>
        Whole(name, report, lesson, () => make().Answer,
            Only(operators)) with
        { CaughtBy = [.. ByStructure, .. ByPrecision, "real numbers"] };

    /// <summary>Any function.</summary>
    public static Exhibit<float> Whole(string name, string? report, string lesson, Func<Computation<float>> make, Capabilities claims) =>
        new(name, report, lesson, claims, ByStructure, make);
}
