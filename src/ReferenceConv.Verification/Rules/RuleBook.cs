using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Rules;

/// <summary>Every rule a candidate is held to, the sharpest look first.</summary>
/// <typeparam name="T">float or double.</typeparam>
public static class RuleBook<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The rules about numbers, each on one call: the fills of a judgement.</summary>
    public static ImmutableArray<DataRule<T>> Data { get; } =
    [
        new(
            "structure",
            "On odd integers that add exactly, every result is equal.",
            "which tap, channel, image or border the first wrong result meets",
            static (instance, capabilities) => TestVectors<T>.Integers(instance, capabilities, Fill.Structure)),
        new(
            "precision of first",
            "With the first operand as wide as sums stay exact, every result is equal.",
            "whether the first operand is rounded to fewer bits, or summed in fewer",
            static (instance, capabilities) => TestVectors<T>.Integers(instance, capabilities, Fill.PrecisionOfFirst)),
        new(
            "precision of second",
            "With the second operand as wide as sums stay exact, every result is equal.",
            "whether the second operand is rounded to fewer bits, or summed in fewer",
            static (instance, capabilities) => TestVectors<T>.Integers(instance, capabilities, Fill.PrecisionOfSecond)),
        new(
            "real numbers",
            "On real numbers every error is within the bound of the class, and their variance too.",
            "how sums are accumulated, and whether the class that is claimed is the one that is built",
            TestVectors<T>.Real),
        new(
            "wide exponents",
            "On magnitudes over many octaves every error is within the bound of the class.",
            "scaling, recombined products (Winograd, FFT), and intermediate formats with fewer exponents",
            TestVectors<T>.WideExponents),
        new(
            "cancellation",
            "Where results are small beside what is summed, every error is within the bound of the class.",
            "accumulators with fewer bits",
            TestVectors<T>.Cancellation),
        new(
            "special values",
            "A NaN or ∞ reaches the results that meet it and no other, padding as declared.",
            "lanes beyond the end, zero times NaN, and padding that is multiplied on some paths only",
            TestVectors<T>.Specials),
        new(
            "subnormals",
            "Subnormal numbers are computed with, unless declared otherwise.",
            "flush-to-zero modes",
            TestVectors<T>.Subnormals),
    ];
}
