using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Power;

/// <summary>
/// The policies of harnesses that people use, as their sources state them (2024–2026): data and accept rule alone, on our cases, so that
/// only the judging is compared. Where a harness states no data for convolutions, U(−1, 1) is taken.
/// </summary>
public static class PolicyBook
{
    private const double Ulp = 1.1920928955078125e-7;   // ε of float, 2⁻²³

    /// <summary>All of them.</summary>
    public static ImmutableArray<Policy> All { get; } =
    [
        new(
            "benchdnn",
            "integers in ±32, bias ±8; beyond 16384 products the density drops to 16384/K",
            "equal; poolings, for their division: |error| ≤ 10ε·|y|, or 10ε where |y| ≤ 1e-5",
            BenchdnnNumber,
            static evidence =>
                evidence.IsWithin(e => ConvolutionOperators.Pooling.Contains(evidence.Operator) ? Division(evidence.Expected[e]) : 0)),
        new(
            "XNNPACK",
            "U(0.1, 1)",
            "|error| ≤ max(1e-4, 1e-4·|y|)",
            static (instance, input, e) => (float)(0.1 + (0.9 * Unit(instance, input, e))),
            static evidence => evidence.IsWithin(e => Math.Max(1e-4, 1e-4 * Math.Abs(evidence.Expected[e])))),
        new(
            "hipDNN",
            "U(−1, 1)",
            "|error| ≤ t + t·|y|, t = γ·n·max|x|·max|w|, γ = 2nε/(1−2nε)",
            Symmetric,
            HipDnn),
        new(
            "TOSA",
            "U(−1, 1)",
            "|error| ≤ 6k·2⁻²⁴·Σ max|x|·|w|, and in that unit Σ error² ≤ 1.6·k·T",
            Symmetric,
            Tosa),
        new(
            "ONNX",
            "U(−1, 1)",
            "|error| ≤ 1e-7 + 1e-3·|y|",
            Symmetric,
            static evidence => evidence.IsWithin(e => 1e-7 + (1e-3 * Math.Abs(evidence.Expected[e])))),
        new(
            "allclose",
            "U(−1, 1)",
            "|error| ≤ 1e-8 + 1e-5·|y|",
            Symmetric,
            static evidence => evidence.IsWithin(e => 1e-8 + (1e-5 * Math.Abs(evidence.Expected[e])))),
    ];

    private static float BenchdnnNumber(OperatorCase instance, int input, int e)
    {
        const long Safe = 16384;
        bool isKept = instance.MostTerms <= Safe || Unit(instance, input + 3, e) * instance.MostTerms < Safe;
        int range = input == 2 ? 8 : 32;
        return isKept ? (float)(Math.Floor(Unit(instance, input, e) * ((2 * range) + 1)) - range) : 0;
    }

    /// <summary>As its pool driver compares: relatively, but for the smallest.</summary>
    private static double Division(double expected) => 10 * Ulp * (Math.Abs(expected) > 1e-5 ? Math.Abs(expected) : 1);

    private static bool HipDnn(PolicyEvidence evidence)
    {
        double n = evidence.Terms;
        double tolerance = 2 * n * Ulp / (1 - (2 * n * Ulp)) * n * evidence.LargestFirst * evidence.LargestSecond;
        return evidence.IsWithin(e => tolerance + (tolerance * Math.Abs(evidence.Expected[e])));
    }

    /// <summary>
    /// TOSA 1.x: errors in units of 2⁻²⁴ times the operator on magnitudes, in which by default |x| is its maximum (so that transforms
    /// pass). Each is at most 2·ksb, thrice that for float inputs, and their squares sum to at most 1.6·ksb·T.
    /// </summary>
    private static bool Tosa(PolicyEvidence evidence)
    {
        const double SmallestNormal = 1.1754943508222875e-38;
        double k = evidence.Terms;
        double Unit(int e) => Math.Max(evidence.MagnitudeAtMost[e] * Ulp / 2, SmallestNormal);
        double squares = 0;
        for (int e = 0; e < evidence.Expected.Length; e++)
            squares += Math.Pow((evidence.Actual[e] - evidence.Expected[e]) / Unit(e), 2);
        return evidence.IsWithin(e => 3 * 2 * k * Unit(e)) && squares <= 4 * 0.4 * k * evidence.Expected.Length;
    }

    private static float Symmetric(OperatorCase instance, int input, int e) => (float)((2 * Unit(instance, input, e)) - 1);

    private static double Unit(OperatorCase instance, int input, int e) =>
        (Draw.Bits((instance.Seed * 8) + (ulong)input + 0x90DD, (ulong)e) >> 11) * (1.0 / (1UL << 53));
}
