using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>Numbers chosen for what they show, with what must come out.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static class TestVectors<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Step = 1.0 / (1UL << 53);
    private const double FalseAlarm = 1e-12;   // per vector, under the model of the variance test

    private static readonly double OracleRoundoff = NumberFormat<double>.UnitRoundoff;

    /// <summary>
    /// Odd integers whose sums are exact in any order: results must be equal, and a lost product changes one by at least 1.
    /// </summary>
    public static TestVector<T>? Integers(OperatorCase instance, Capabilities capabilities, Fill fill)
    {
        if (fill == Fill.PrecisionOfSecond && !instance.HasSecondOperand)
            return null;
        Exactness exactness = capabilities.For(instance.Operator).Exactness;
        if (exactness.Range(fill, instance.MostTerms, NumberFormat<T>.SignificandBits) is not { } range)
            return null;

        long[] ranges = [range.First, range.Second, Math.Max(range.First, range.Second)];
        Operands<T> operands =
            instance.Draw((input, e) => T.CreateChecked(Draw.Odd((3 * instance.Seed) + (ulong)input, (ulong)e, ranges[input])));
        return exactness.IsTransforming || instance.Operator.IsAverage()
            ? Bounded(instance, operands, exactness)
            : Exact(operands, smallest: 1) with { IsWeak = IsChosen(instance) };
    }

    /// <summary>Magnitudes in [1, 2) with all bits of the significand drawn.</summary>
    public static TestVector<T>? Real(OperatorCase instance, Capabilities capabilities) =>
        Bounded(instance, instance.Draw((input, e) => Significand(instance, input, e, 1)), capabilities.For(instance.Operator).Exactness);

    /// <summary>
    /// Magnitudes over a third of the exponents m … −m, every eighth an exact power of two; in most cases both operands are shifted as
    /// well, against each other by 3m or together by m, so that large and small numbers occur and no product overflows or loses bits to
    /// underflow.
    /// </summary>
    public static TestVector<T>? WideExponents(OperatorCase instance, Capabilities capabilities)
    {
        int most = NumberFormat<T>.LargestExponent / 6;
        (int First, int Second)[] shifts = [(3 * most, -3 * most), (-3 * most, 3 * most), (most, most), (-most, -most), (0, 0)];
        (int first, int second) = shifts[Bits(instance, 0, 0, 1) % (ulong)shifts.Length];
        return Bounded(
            instance,
            instance.Draw((input, e) =>
            {
                ulong bits = Bits(instance, input, e, 1);
                int shift = input == 0 ? first : input == 1 ? second : 0;
                double scale = PowerOfTwo((int)(bits % (ulong)((2 * most) + 1)) - most + shift);
                return (bits >> 40) % 8 == 0
                    ? T.CreateChecked((bits >> 50) % 2 == 0 ? scale : -scale)
                    : Significand(instance, input, e, scale);
            }),
            capabilities.For(instance.Operator).Exactness);
    }

    /// <summary>Nearly equal magnitudes with alternating signs: results are small beside what is summed.</summary>
    public static TestVector<T>? Cancellation(OperatorCase instance, Capabilities capabilities) =>
        Bounded(
            instance,
            instance.Draw((input, e) =>
            {
                double nearOne = 1 + ((Bits(instance, input, e, 2) >> 11) * Step / 64);
                return T.CreateChecked(input == 0 && e % 2 == 1 ? -nearOne : nearOne);
            }),
            capabilities.For(instance.Operator).Exactness);

    /// <summary>Subnormal numbers times ±1: exact, unless they are taken for zero.</summary>
    public static TestVector<T>? Subnormals(OperatorCase instance, Capabilities capabilities)
    {
        Capabilities claims = capabilities.For(instance.Operator);
        bool isTold = claims.KeepsSubnormals && !claims.Exactness.IsTransforming && !instance.Operator.IsAverage();
        if (!isTold || claims.Exactness.Range(Fill.Structure, instance.MostTerms, NumberFormat<T>.SignificandBits) is not { } range)
            return null;
        Operands<T> whole = instance.Draw(
            (input, e) => T.CreateChecked(Draw.Odd((3 * instance.Seed) + (ulong)input, (ulong)e, input == 1 ? 1 : range.First)));
        bool isProduct = ConvolutionOperators.Trilinear.Contains(instance.Operator);
        T[][] scaled = [.. whole.Inputs.Select((numbers, input) => isProduct && input == 1
            ? numbers
            : Array.ConvertAll(numbers, static number => number * T.Epsilon))];
        return Exact(
            new Operands<T>(whole.Geometry, whole.Operator, whole.CountsPadding, [.. scaled]), NumberFormat<T>.SmallestSubnormal) with
        {
            Conventions = [new("subnormal numbers were taken for zero", "--subnormals flushed", static (_, got) => got == 0)],
        };
    }

    /// <summary>Results must be equal.</summary>
    public static TestVector<T> Exact(Operands<T> operands, double smallest) =>
        new(operands, Oracle.Of(operands.ToDouble()), null) { SmallestFault = smallest, IsWeak = false };

    /// <summary>
    /// Results within the bound of the class, and under the direct class their variance too. In the model that roundings have mean 0 given
    /// those before them (Connolly, Higham, Mary 2021), an error is a sum of L − 1 of at most u·b each, from additions, and of those of the
    /// products, whose squares sum to at most (u·b)²; so it is sub-Gaussian with proxy L·(u·b)² (Azuma), partial sums being themselves up
    /// to 1 + γ(L) greater. If each rounding is part of at most m results, Σ(error/u·b)² over T results exceeds L·(T + 2√(m·T·s) + 2m·s)
    /// with probability at most e⁻ˢ (Hsu, Kakade, Zhang 2012: the trace of the covariance proxy is ≤ L·T, its norm ≤ m·L, the trace of its
    /// square no more than the product of both). The oracle's own error is of the same kind, so deviations add: a factor 1 + its u/u.
    /// </summary>
    public static TestVector<T>? Bounded(OperatorCase instance, Operands<T> operands, Exactness exactness)
    {
        Operands<double> wide = operands.ToDouble();
        double[] expected = Oracle.Of(wide);
        if (instance.Operator == ConvolutionOperator.MaxPooling)
            return new TestVector<T>(operands, expected, null) { SmallestFault = 0, IsWeak = IsChosen(instance) };

        Operands<double> magnitudes = Oracle.Magnitudes(wide);
        double[] magnitude = Oracle.Of(magnitudes);
        long terms = instance.MostTerms + (instance.Operator.IsAverage() ? 1 : 0);   // L − 1 additions, then a division or two roundings by a reciprocal
        double u = NumberFormat<T>.UnitRoundoff;
        double largest = LargestTerm(operands);
        double[] tolerance = exactness.Tolerance(magnitude, expected, terms, largest, u, NumberFormat<T>.SmallestSubnormal, OracleRoundoff);
        double widest = tolerance.Length == 0 ? 0 : tolerance.Max();
        if (double.IsPositiveInfinity(widest))
            return null;

        double[] smallest = Oracle.SmallestProduct(magnitudes);
        bool isWeak = false;
        for (int e = 0; e < smallest.Length; e++)
            isWeak |= smallest[e] <= 2 * tolerance[e];
        var vector = new TestVector<T>(operands, expected, tolerance) { SmallestFault = 2 * widest, IsWeak = isWeak };
        if (!exactness.HasVariance || instance.Operator.IsAverage())
            return vector;

        double s = -Math.Log(FalseAlarm);
        double results = expected.Length;
        double shared = SharedProducts.Most(instance.Geometry, instance.Operator);
        double proxies = terms * Math.Pow((1 + (OracleRoundoff / u)) * (1 + Exactness.Gamma(terms, u)), 2);
        return vector with
        {
            Deviation = Array.ConvertAll(magnitude, b => u * b),
            VarianceLimit = proxies * (results + (2 * Math.Sqrt(shared * results * s)) + (2 * shared * s)),
        };
    }

    /// <summary>Drawn bits of an element of a case, in one of four streams.</summary>
    public static ulong Bits(OperatorCase instance, int input, int e, ulong stream) =>
        Draw.Bits((instance.Seed * 16) + (stream * 4) + (ulong)input + 0x5EED, (ulong)e);

    /// <summary>Whether an input is chosen among several: to lose one of the others changes nothing.</summary>
    private static bool IsChosen(OperatorCase instance) => !instance.Operator.IsMultilinear() && instance.Geometry.Relation.Taps > 1;

    /// <summary>2 to an exponent of normal numbers, −1022 … 1023.</summary>
    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);

    private static T Significand(OperatorCase instance, int input, int e, double scale)
    {
        ulong bits = Bits(instance, input, e, 0);
        double magnitude = 1 + ((bits >> 11) * Step);
        return T.CreateChecked((bits & 1) == 0 ? magnitude : -magnitude) * T.CreateChecked(scale);
    }

    /// <summary>
    /// max|first|·max|second|, or max|bias| if that is greater; without a second operand to multiply by, the greatest number added.
    /// </summary>
    private static double LargestTerm(Operands<T> operands)
    {
        bool isProduct = ConvolutionOperators.Trilinear.Contains(operands.Operator);
        double product = isProduct ? Largest(operands.Inputs[0]) * Largest(operands.Inputs[1]) : Largest(operands.Inputs[^1]);
        return operands.Inputs.Length == 3 ? Math.Max(product, Largest(operands.Inputs[2])) : product;
    }

    private static double Largest(T[] numbers)
    {
        double largest = 0;
        foreach (T number in numbers)
            largest = Math.Max(largest, Math.Abs(double.CreateChecked(number)));
        return largest;
    }
}
