using System.Globalization;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Judging;

/// <summary>
/// How a candidate rounds, as it declares itself: the class decides which error is legal, and claiming one is checked, because a
/// candidate is judged by the bound of its class.
/// </summary>
/// <remarks>
/// With u = 2⁻ᵖ, L the most terms of a result, b the same sum over magnitudes, γ(n) = nu/(1−nu) (Higham, Accuracy and Stability of
/// Numerical Algorithms, 2002, §3.1) and τ the smallest subnormal:
/// <code>
/// direct            γ(L)·b + L·τ                      any order, fused or not
/// wide accumulator  u·|y| + L·u²/(1−L·u²)·(1+u)·b + L·τ   sums in at least twice the bits, rounded once
/// reduced m         ((1+2⁻ᵐ)²·(1+γ(L)) − 1)·b + L·τ    operands rounded to m bits first
/// transforming κ    κ·u·L·max|first|·max|second|       products recombined (Winograd, FFT): only the norm is bounded; a greater bias in its place
/// </code>
/// A term meets one rounding of its product and L − 1 of additions, in any order. The b at hand is itself computed, at least (1−Lu)·b; so
/// γ(L) times it is at least Lu·b, which bounds the error already (Jeannerod, Rump: Improved error bounds for inner products in
/// floating-point arithmetic, 2013).
/// </remarks>
public sealed record Exactness
{
    private readonly Kind kind;
    private readonly double factor;

    private Exactness(Kind kind, double factor = 0) => (this.kind, this.factor) = (kind, factor);

    private enum Kind
    {
        Direct,
        Wide,
        Reduced,
        Transforming,
    }

    /// <summary>Products and sums in the number type, in any order, fused or not.</summary>
    public static Exactness Direct { get; } = new(Kind.Direct);

    /// <summary>Sums in at least twice as many bits, rounded once at the end.</summary>
    public static Exactness WideAccumulator { get; } = new(Kind.Wide);

    /// <summary>Whether only the norm of the error is bounded: integers need not come out exactly, and one NaN may spread.</summary>
    public bool IsTransforming => kind == Kind.Transforming;

    /// <summary>κ; null for every other class.</summary>
    public double? TransformingFactor => kind == Kind.Transforming ? factor : null;

    /// <summary>Whether errors of different results can be taken for independent, so that their variance says something.</summary>
    public bool HasVariance => kind == Kind.Direct;

    /// <summary>
    /// Operands rounded to nearest in m bits before they are multiplied: 8 for bf16, 11 for TF32. Exponents keep their range, which half's
    /// do not.
    /// </summary>
    /// <exception cref="ArgumentException">m is not in 2..53.</exception>
    public static Exactness Reduced(int significandBits) =>
        significandBits is >= 2 and <= 53
            ? new(Kind.Reduced, significandBits)
            : throw new ArgumentException($"significand bits must be in 2..53, was {significandBits}");

    /// <summary>Products recombined: |error| ≤ κ·u·L·max|first|·max|second|.</summary>
    /// <exception cref="ArgumentException">κ is not a positive number.</exception>
    public static Exactness Transforming(double factor) =>
        double.IsFinite(factor) && factor > 0
            ? new(Kind.Transforming, factor)
            : throw new ArgumentException($"the factor of a transforming class must be a positive number, was {factor}");

    /// <summary>Reads <c>direct</c>, <c>wide</c>, <c>reduced:11</c> or <c>transforming:50</c>.</summary>
    /// <exception cref="ArgumentException">The text is none of these.</exception>
    public static Exactness Parse(string text)
    {
        switch (text.Split(':'))
        {
            case ["direct"]:
                return Direct;
            case ["wide"]:
                return WideAccumulator;
            case ["reduced", var bits] when int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out int m):
                return Reduced(m);
            case ["transforming", var kappa] when double.TryParse(kappa, CultureInfo.InvariantCulture, out double factor):
                return Transforming(factor);
            default:
                throw new ArgumentException($"class must be direct, wide, reduced:BITS or transforming:FACTOR, was '{text}'");
        }
    }

    /// <summary>Whether the class keeps every operand that is an integer of this magnitude or less.</summary>
    public bool Keeps(long magnitude) => kind != Kind.Reduced || magnitude <= 1L << (int)factor;

    /// <summary>The integers for a fill: as wide as the sums stay exact, and no wider than the operands that the class keeps.</summary>
    /// <returns>Null where no such fill would tell anything.</returns>
    public ExactRange? Range(Fill fill, long terms, int significandBits)
    {
        ExactRange? exact = ExactRange.Widest(fill, terms, significandBits);
        if (exact is not { } range || kind != Kind.Reduced || factor >= significandBits)
            return exact;

        long widest = (1L << (int)factor) - 1;
        return new ExactRange(Math.Min(range.First, widest), Math.Min(range.Second, widest));
    }

    /// <summary>The greatest legal error of each result, the oracle's own included; null if exact equality is demanded.</summary>
    /// <param name="magnitude">b.</param>
    /// <param name="expected">y.</param>
    /// <param name="terms">L.</param>
    /// <param name="largest">max|first|·max|second|, or max|bias| if that is greater.</param>
    /// <param name="unitRoundoff">u.</param>
    /// <param name="smallestSubnormal">τ.</param>
    /// <param name="oracleRoundoff">The oracle's u, or 0 if it is exact on these numbers.</param>
    public double[] Tolerance(
        double[] magnitude,
        double[] expected,
        long terms,
        double largest,
        double unitRoundoff,
        double smallestSubnormal,
        double oracleRoundoff)
    {
        double gamma = Gamma(terms, unitRoundoff);
        double underflow = terms * smallestSubnormal;
        double oracle = Gamma(terms, oracleRoundoff);
        var tolerance = new double[magnitude.Length];
        for (int e = 0; e < tolerance.Length; e++)
        {
            double own = kind switch
            {
                Kind.Direct => gamma * magnitude[e],
                Kind.Wide => (unitRoundoff * Math.Abs(expected[e]))
                    + (Gamma(terms, unitRoundoff * unitRoundoff) * (1 + unitRoundoff) * magnitude[e]),
                Kind.Reduced => ((Math.Pow(1 + Math.ScaleB(1, -(int)factor), 2) * (1 + gamma)) - 1) * magnitude[e],
                _ => factor * unitRoundoff * terms * largest,
            };
            tolerance[e] = own + underflow + (oracle * magnitude[e]);
        }

        return tolerance;
    }

    /// <summary>γ(n) = nu/(1−nu); ∞ where nu ≥ 1 and nothing is promised.</summary>
    public static double Gamma(long n, double unitRoundoff) =>
        n * unitRoundoff < 1 ? n * unitRoundoff / (1 - (n * unitRoundoff)) : double.PositiveInfinity;

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => kind switch
    {
        Kind.Direct => "direct",
        Kind.Wide => "wide",
        Kind.Reduced => $"reduced:{factor}",
        _ => string.Create(CultureInfo.InvariantCulture, $"transforming:{factor}"),
    };
}
