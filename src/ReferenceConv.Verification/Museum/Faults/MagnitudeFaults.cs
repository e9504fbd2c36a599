using System.Collections.Immutable;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Finite numbers that are too large, too small or too round for what somebody had in mind.</summary>
internal static class MagnitudeFaults
{
    private static readonly ImmutableArray<string> ByExponents = ["wide exponents"];

    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        OfOperands(
            "operands above 2³⁰ taken for ∞",
            "magnitudes above 2³⁰",
            static number => MathF.Abs(number) > 1 << 30 ? number * float.PositiveInfinity : number),
        OfOperands(
            "operands below 10⁻⁹ taken for zero",
            "magnitudes below 10⁻⁹ that are no subnormal numbers",
            static number => float.IsNormal(number) && MathF.Abs(number) < 1e-9f ? 0 : number),
        Wrong(
            "results clamped at 10¹⁵",
            "results above 10¹⁵",
            static () => new() { Store = static sum => float.IsFinite(sum) ? Math.Clamp(sum, -1e15f, 1e15f) : sum }),
        OfOperands(
            "powers of two other than 1 doubled",
            "a significand of 1.0 with another exponent than 0",
            static number => IsOtherPowerOfTwo(number) ? 2 * number : number),
        OfOperands(
            "powers of two other than 1 taken for zero",
            "a significand of 1.0 with another exponent than 0",
            static number => IsOtherPowerOfTwo(number) ? 0 : number),
    ];

    private static Exhibit<float> OfOperands(string name, string lesson, Func<float, float> read) =>
        Wrong(name, lesson, () => new() { Multiply = (first, second) => read(first) * read(second) });

    private static Exhibit<float> Wrong(string name, string lesson, Func<NaiveConvolution<float>> make) =>
        Fault.Convolution(name, null, lesson, make) with { CaughtBy = ByExponents };

    private static bool IsOtherPowerOfTwo(float number) =>
        float.IsNormal(number) && MathF.Abs(number) != 1 && float.IsPow2(MathF.Abs(number));
}
