using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Museum.Loops;
using ReferenceConv.Verification.Museum.Unusual;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Fewer bits than claimed.</summary>
internal static class PrecisionFaults
{
    /// <summary>Those inside float.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Rounded("first operand rounded to bf16", "numbers of 24 bits", static (first, second) => Significand.Round(first, 8) * second),
        Rounded("second operand rounded to bf16", "numbers of 24 bits", static (first, second) => first * Significand.Round(second, 8)),
        Rounded(
            "both operands rounded to bf16",
            "numbers of 24 bits",
            static (first, second) => Significand.Round(first, 8) * Significand.Round(second, 8)),
        Rounded(
            "both operands rounded to TF32",
            "numbers of 24 bits",
            static (first, second) => Significand.Round(first, 11) * Significand.Round(second, 11)),
        Rounded("both operands rounded to half", "numbers of 24 bits", static (first, second) => (float)(Half)first * (float)(Half)second),
        Rounded(
            "both operands in two bf16 pieces, the product of the small ones left out",
            "numbers of 24 bits",
            static (first, second) => InTwoPieces(first, second)),
        Rounded("products rounded to TF32", "numbers of 24 bits", static (first, second) => Significand.Round(first * second, 11)),
        Fault.Convolution(
            "sums kept in half",
            null,
            "long sums, numbers of 24 bits",
            static () => new() { Add = static (sum, product) => (float)(Half)(sum + product) }) with { CaughtBy =
                ["structure", .. Fault.ByPrecision] },
        Fault.Convolution(
            "results stored as bf16",
            null,
            "results of more than 8 bits",
            static () => new() { Store = static sum => Significand.Round(sum, 8) }),
        Fault.Convolution(
            "a float accumulator claimed to be wide",
            null,
            "the bound of the class that is claimed",
            static () => new(),
            Capabilities.Convolution with { Exactness = Exactness.WideAccumulator }) with { CaughtBy =
                ["real numbers", "wide exponents", "cancellation"] },
        Fault.Convolution(
            "operands of 8 bits claimed to have 11",
            null,
            "the bound of the class that is claimed",
            static () => new() { Multiply = static (first, second) => Significand.Round(first, 8) * Significand.Round(second, 8) },
            Capabilities.Convolution with { Exactness = Exactness.Reduced(11) }) with { CaughtBy = Fault.ByPrecision },
        Fault.Whole(
            "Winograd claimed to be direct",
            "https://github.com/ROCm/MIOpen/issues/2492",
            "integers of 24 bits, an ∞ that must not turn into NaN",
            static () => new WinogradConvolution().Answer,
            WinogradConvolution.Claims with { Exactness = Exactness.Direct }) with { CaughtBy =
                [.. Fault.ByPrecision, "wide exponents", "special values"] },
        Fault.Whole(
            "FFT claimed to be direct",
            null,
            "integers that add exactly",
            static () => FourierConvolution.Answer,
            FourierConvolution.Claims with { Exactness = Exactness.Direct }) with { CaughtBy =
                ["structure", .. Fault.ByPrecision, "wide exponents", "special values"] },
    ];

    /// <summary>Those inside double.</summary>
    public static ImmutableArray<Exhibit<double>> InDouble { get; } =
    [
        Double(
            "products and sums in float inside double",
            static () => new() { Multiply = static (a, b) => (float)(a * b), Add = static (sum, product) => (float)(sum + product) }),
        Double("sums kept in float inside double", static () => new() { Add = static (sum, product) => (float)(sum + product) }),
        Double("first operand converted to float inside double",
            static () => new() { Multiply = static (first, second) => (float)first * second }),
        Double("second operand converted to float inside double",
            static () => new() { Multiply = static (first, second) => first * (float)second }),
        Double("results stored as float inside double", static () => new() { Store = static sum => (float)sum }),
    ];

    private static Exhibit<float> Rounded(string name, string lesson, Func<float, float, float> multiply) =>
        Fault.Convolution(name, null, lesson, () => new() { Multiply = multiply }) with { CaughtBy = Fault.ByPrecision };

    private static Exhibit<double> Double(string name, Func<NaiveConvolution<double>> make) =>
        new(
            name,
            null,
            "numbers of 53 bits",
            Capabilities.Convolution,
            Fault.ByPrecision,
            () =>
            {
                NaiveConvolution<double> convolution = make();
                return (operands, result) => operands.Apply(convolution, result);
            });

    private static float InTwoPieces(float first, float second)
    {
        float a = Significand.Round(first, 8);
        float b = Significand.Round(second, 8);
        return (a * b) + (a * Significand.Round(second - b, 8)) + (Significand.Round(first - a, 8) * b);
    }
}
