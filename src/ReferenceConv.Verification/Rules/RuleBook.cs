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
            Specials<T>.Of),
        new(
            "subnormals",
            "Subnormal numbers are computed with, unless declared otherwise.",
            "flush-to-zero modes",
            TestVectors<T>.Subnormals),
    ];

    /// <summary>
    /// The rules that ask more than once, about linearity and conduct; <see cref="CheckedRule{T}.Every"/> says on which cases.
    /// </summary>
    public static ImmutableArray<CheckedRule<T>> Repeated { get; } =
    [
        new(new AdjointRule<T>(), 1),
        new(new DirectShapeRule<T>(), 1),
        new(new RepeatRule<T>(), 8) { IsOfEveryKind = true },
        new(new BilinearRule<T>(), 4),
        new(new ConcurrencyRule<T>(), 8),
        new(new ReproducibleRule<T>(), 8),
        new(new RefusalRule<T>(), 32) { IsOfEveryKind = true },
        new(new EmptyWindowRule<T>(), 32) { IsOfEveryKind = true },
    ];

    /// <summary>The index map of small shapes.</summary>
    public static Rule<T> Impulses { get; } = new ImpulseRule<T>();

    /// <summary>All of them.</summary>
    public static ImmutableArray<Rule<T>> All { get; } = [.. Data, .. Repeated.Select(static repeated => repeated.Rule), Impulses];

    /// <summary>What matters, and is not looked at.</summary>
    public static ImmutableArray<string> Untested { get; } =
    [
        "arrays with gaps or in other layouts: every array is contiguous, NCHW and OIHW",
        "sizes beyond 2³¹ elements: the largest array asked has some 2²⁰",
        "the floating-point environment that a library leaves behind",
        "memory that is lost call by call",
        "speed",
    ];
}
