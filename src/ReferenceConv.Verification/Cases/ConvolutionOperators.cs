using System.Collections.Immutable;

namespace ReferenceConv.Verification.Cases;

/// <summary>The operators in groups, and their names.</summary>
public static class ConvolutionOperators
{
    /// <summary>The three derivatives of the trilinear form T(x, w, g).</summary>
    public static ImmutableArray<ConvolutionOperator> Trilinear { get; } =
        [ConvolutionOperator.Forward, ConvolutionOperator.DataGradient, ConvolutionOperator.WeightGradient];

    /// <summary>The operators over single channels, without weights.</summary>
    public static ImmutableArray<ConvolutionOperator> Pooling { get; } =
    [
        ConvolutionOperator.MaxPooling,
        ConvolutionOperator.MaxPoolingGradient,
        ConvolutionOperator.AveragePooling,
        ConvolutionOperator.AveragePoolingGradient,
    ];

    /// <summary>Every operator.</summary>
    public static ImmutableArray<ConvolutionOperator> All { get; } = [.. Enum.GetValues<ConvolutionOperator>()];

    /// <summary>Whether the operator is linear in each of its operands, the bias aside; only taking a greatest input is not.</summary>
    public static bool IsMultilinear(this ConvolutionOperator op) =>
        op is not (ConvolutionOperator.MaxPooling or ConvolutionOperator.MaxPoolingGradient);

    /// <summary>Whether a mean is taken, so that a result is divided and rounded once more.</summary>
    public static bool IsAverage(this ConvolutionOperator op) =>
        op is ConvolutionOperator.AveragePooling or ConvolutionOperator.AveragePoolingGradient;

    /// <summary>For example <c>data gradient</c>.</summary>
    public static string Name(this ConvolutionOperator op) => op switch
    {
        ConvolutionOperator.Forward => "forward",
        ConvolutionOperator.DataGradient => "data gradient",
        ConvolutionOperator.WeightGradient => "weight gradient",
        ConvolutionOperator.BiasGradient => "bias gradient",
        ConvolutionOperator.MaxPooling => "max pooling",
        ConvolutionOperator.MaxPoolingGradient => "max pooling gradient",
        ConvolutionOperator.AveragePooling => "average pooling",
        _ => "average pooling gradient",
    };
}
