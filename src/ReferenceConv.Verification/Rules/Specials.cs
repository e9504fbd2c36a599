using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// Integers and zeros with a NaN or an ∞ among them, which zero times must not hide; finite results must be exact all the same.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal static class Specials<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The numbers of a case and what must come out; null where nothing can be said.</summary>
    public static TestVector<T>? Of(OperatorCase instance, Capabilities capabilities)
    {
        Capabilities claims = capabilities.For(instance.Operator);
        if (claims.Exactness.IsTransforming || TestVectors<T>.Integers(instance, claims, Fill.Structure) is not { } plain)
            return null;
        if (!Strew(instance, claims, plain.Operands))
            return null;

        Operands<double> operands = plain.Operands.ToDouble();
        TestVector<T>? vector = ConvolutionOperators.Pooling.Contains(instance.Operator)
            ? PooledSpecials.Judged(plain, operands, claims.PoolingNaN)
            : Padded(plain, operands, claims);
        return instance.Operator == ConvolutionOperator.MaxPooling || vector is null ? vector : OfSums(vector, claims.KeepsInfinities);
    }

    /// <summary>Puts zeros and special numbers into the operands.</summary>
    /// <returns>Whether there is anything special now.</returns>
    private static bool Strew(OperatorCase instance, Capabilities claims, Operands<T> operands)
    {
        bool isPooling = ConvolutionOperators.Pooling.Contains(instance.Operator);
        ulong choice = TestVectors<T>.Bits(instance, 0, 0, 2);
        int few = Math.Min(2, operands.Inputs.Length);
        int emptied = choice % 4 == 0 ? (int)((choice >> 2) % (ulong)few) : -1;   // an operand of zeros alone
        bool isAny = emptied >= 0;
        for (int input = 0; input < operands.Inputs.Length; input++)
        {
            T[] numbers = operands.Inputs[input];
            bool isAllZero = input == emptied;
            for (int e = 0; e < numbers.Length; e++)
            {
                ulong drawn = TestVectors<T>.Bits(instance, input, e + 1, 3);
                if (isAllZero || drawn % 4 == 0)
                    numbers[e] = !isPooling && drawn % 8 == 0 ? T.NegativeZero : T.Zero;   // a pooling may tell them apart
            }

            ulong bits = TestVectors<T>.Bits(instance, input, 0, 3);
            if (isAllZero || numbers.Length == 0 || bits % 3 == 0)
                continue;
            isAny = true;
            double[] kinds = PooledSpecials.HasNaN(instance.Operator, input, claims.PoolingNaN)
                ? [double.NaN, double.PositiveInfinity, double.NegativeInfinity]
                : [double.PositiveInfinity, double.NegativeInfinity];
            numbers[(int)((bits >> 8) % (ulong)numbers.Length)] = T.CreateChecked(kinds[(int)((bits >> 4) % (ulong)kinds.Length)]);
            if (input == 0 && bits % 3 == 1)   // ∞ and −∞ side by side, so that a window may hold both
                for (int e = 0; e < Math.Min(2, numbers.Length); e++)
                    numbers[e] = e == 0 ? T.PositiveInfinity : T.NegativeInfinity;
        }

        return isAny;
    }

    /// <summary>By the claim about a NaN or ∞ that meets only padding.</summary>
    private static TestVector<T>? Padded(TestVector<T> plain, Operands<double> operands, Capabilities claims)
    {
        bool isDataGradient = operands.Operator == ConvolutionOperator.DataGradient;
        double[] skipped = Oracle.Of(operands);
        PaddingConvention padding = isDataGradient ? claims.DataGradientPadding : claims.Padding;
        var spoilt = new Lazy<bool[]?>(() => MultipliedPadding.Spoils(operands));
        var either = new Convention(
            "a NaN or ∞ met only padding",
            isDataGradient ? "--gradient-padding either" : "--padding either",
            (e, got) => spoilt.Value is { } spoils && spoils[e] && (double.IsNaN(got) || got == skipped[e]));
        if (padding == PaddingConvention.Skipped)
            return plain with { Expected = skipped, Conventions = [either] };
        if (spoilt.Value is not { } all)
            return null;
        return padding == PaddingConvention.Either
            ? plain with { Expected = skipped, MayBeNaN = all }
            : plain with { Expected = [.. skipped.Select((number, e) => all[e] ? double.NaN : number)], Conventions = [either] };
    }

    /// <summary>By the claim about sums that meet an ∞.</summary>
    private static TestVector<T> OfSums(TestVector<T> vector, bool keepsInfinities)
    {
        double[] expected = vector.Expected;
        if (!keepsInfinities)
        {
            bool[] granted = vector.MayBeNaN ?? new bool[expected.Length];
            return vector with { MayBeNaN = [.. expected.Select((number, e) => double.IsInfinity(number) || granted[e])] };
        }

        var compensated = new Convention(
            "an ∞ came out as NaN, as ∞ − ∞ in a compensated (Kahan) sum does",
            "--claims infinities=nan",
            (e, got) => double.IsInfinity(expected[e]) && double.IsNaN(got));
        return vector with { Conventions = vector.Conventions.Add(compensated) };
    }
}
