using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Greatest inputs and means.</summary>
internal static class PoolingFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Pooling(
            "padding takes part in a maximum as 0",
            null,
            "padding and negative inputs",
            static () => new() { Choose = static (_, greatest, isPadded) => isPadded ? Math.Max(greatest, 0) : greatest },
            ConvolutionOperator.MaxPooling),
        Fault.Pooling(
            "a maximum begins at the smallest positive number",
            null,
            "windows of negative inputs",
            static () => new() { Choose = static (_, greatest, _) => Math.Max(greatest, float.Epsilon) },
            ConvolutionOperator.MaxPooling),
        Fault.Pooling(
            "a maximum begins at the lowest finite number",
            null,
            "a window of −∞",
            static () => new() { Choose = static (_, greatest, _) => Math.Max(greatest, float.MinValue) },
            ConvolutionOperator.MaxPooling) with { CaughtBy = ["special values"] },
        Fault.Pooling(
            "the last of equal inputs takes the gradient",
            null,
            "equal inputs in a window",
            static () => new() { IsBetter = static (input, best) => input >= best },
            ConvolutionOperator.MaxPoolingGradient),
        Fault.Pooling(
            "the greatest magnitude taken for the greatest input",
            null,
            "negative inputs",
            static () => new() { IsBetter = static (input, best) => Math.Abs(input) > Math.Abs(best) },
            ConvolutionOperator.MaxPooling,
            ConvolutionOperator.MaxPoolingGradient),
        Fault.Pooling(
            "the gradient of a maximum overwritten where windows overlap",
            null,
            "stride < kernel",
            static () => new() { Add = static (_, share) => share },
            ConvolutionOperator.MaxPoolingGradient),
        Fault.Pooling(
            "a mean always counts the padding",
            null,
            "padding that is not counted",
            static () => new() { Count = static (geometry, _, _) => geometry.Relation.Taps },
            ConvolutionOperator.AveragePooling),
        Fault.Pooling(
            "a mean never counts the padding",
            null,
            "padding that is counted",
            static () => new() { Count = static (_, _, met) => met },
            ConvolutionOperator.AveragePooling),
        Fault.Pooling(
            "the gradient of a mean divided by the whole kernel at the border",
            null,
            "padding that is not counted, gradient",
            static () => new() { Count = static (geometry, _, _) => geometry.Relation.Taps },
            ConvolutionOperator.AveragePoolingGradient),
        Fault.Pooling(
            "the gradient of a mean not divided",
            null,
            "more than one tap, gradient",
            static () => new() { Divide = static (sum, _) => sum },
            ConvolutionOperator.AveragePoolingGradient),
        Fault.Pooling(
            "a mean by a reciprocal of 12 bits",
            null,
            "a divisor that is no power of two",
            static () => new() { Divide = static (sum, count) => sum * Significand.Round(1f / count, 12) },
            ConvolutionOperator.AveragePooling,
            ConvolutionOperator.AveragePoolingGradient),
        Fault.Pooling(
            "windows of a pooling side by side, as if stride were kernel",
            null,
            "stride ≠ kernel",
            static () => new() { Position = static (p, a) => Math.Min(p.Position(a, stride: p.Axis(a).Kernel), p.Axis(a).Input - 1) },
            ConvolutionOperator.MaxPooling,
            ConvolutionOperator.AveragePooling),
        Fault.Pooling(
            "dilation of a pooling ignored",
            null,
            "dilation > 1",
            static () => new() { Position = static (p, a) => p.Position(a, dilation: 1) },
            ConvolutionOperator.MaxPooling,
            ConvolutionOperator.AveragePoolingGradient),
        Fault.Pooling(
            "begin and end padding of a pooling exchanged",
            null,
            "begin ≠ end",
            static () => new() { Position = static (p, a) => p.Position(a, begin: p.Axis(a).End) },
            [.. ConvolutionOperators.Pooling]),
    ];
}
