using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// What the errors say about the class that is claimed: how much of the bound of a transforming one was used, and where a rule about
/// numbers is broken, under which class the errors that are told would be legal.
/// </summary>
public static class ClassAdvice
{
    private const string Apart = "special values and subnormals";   // which have claims of their own

    private static readonly ImmutableArray<string> NoMatterOfRounding =
        ["special values", "subnormals", new EmptyWindowRule<float>().Name];

    private const double GreatestFactor = 100;   // Winograd and FFT need less; what needs more is no matter of recombined products

    /// <summary>The lines; none where there is nothing to say.</summary>
    /// <param name="results">One per number type, one or more.</param>
    public static IEnumerable<string> Lines(ImmutableArray<CheckResult> results)
    {
        Capabilities claims = results[0].Capabilities;
        IEnumerable<string> used =
            from op in claims.Operators
            group op by claims.For(op).Exactness.TransformingFactor into ops
            where ops.Key is not null
            from line in Used(results, [.. ops], ops.Key!.Value)
            select line;
        IEnumerable<string> legal =
            from result in results
            from op in result.Breaks.Where(static broken => broken.Level == RuleLevel.Must).GroupBy(
                static broken => broken.Smallest.Operator)
            where !claims.For(op.Key).Exactness.IsTransforming
            let legalClass = result.NumberType == NumberFormat<float>.Name ? Legal<float>(result, [.. op]) : Legal<double>(result, [.. op])
            where legalClass is not null
            group op.Key.Name() by legalClass into ops
            let more = ops.Key.IsTransforming
                ? $" or more (claim {Exactness.Transforming(GreatestFactor)}, and it is told how much is used)"
                : ""
            let claim = $"--class {ops.Key}{more}"
            from line in Wrapping.Words(
                $"{string.Join(", ", ops.Distinct())}: the errors told, {Apart} apart, would be legal under {claim}", "", "  ")
            select line;
        return used.Concat(legal);
    }

    private static IEnumerable<string> Used(ImmutableArray<CheckResult> results, ImmutableArray<ConvolutionOperator> ops, double factor)
    {
        IEnumerable<double> margins =
            results.SelectMany(static result => result.Tallies).Where(tally => ops.Contains(tally.Operator)).Select(static tally => tally.Margin);
        double used = margins.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        if (used == 0 || (used > 1 && used * factor > GreatestFactor))
            return [];
        string part = used.ToString("0.##", CultureInfo.InvariantCulture);
        string of = ops.Length == results[0].Capabilities.Operators.Length ? "" : $"{string.Join(", ", ops.Select(static op => op.Name()))}: ";
        return Wrapping.Words(
            $"{of}{(used < 0.01 ? "less than 0.01" : part)} of FACTOR was used: {Transforming(used * factor)} would have held", "", "  ");
    }

    /// <summary>The class under which everything told of an operator would be legal, or null.</summary>
    private static Exactness? Legal<T>(CheckResult result, Break[] breaks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Break[] told = [.. breaks.Where(static broken => broken.Finding.Evidence is not null
            && !NoMatterOfRounding.Contains(broken.Rule))];
        if (told.Length == 0 || Array.Exists(breaks, static broken => broken.Finding.Conduct is not null))
            return null;

        int[] kept = [.. told.Select(
            static broken => RoundedOperands.Of(broken.Finding.Evidence!)?.Bits).OfType<int>().Distinct().OrderDescending()];
        Exactness[] plain = [Exactness.Direct, .. kept.Select(Exactness.Reduced)];
        foreach (Exactness exactness in plain)
            if (exactness != result.Capabilities.Exactness && Array.TrueForAll(told, broken => IsLegal<T>(broken, exactness)))
                return exactness;

        double needed = told.Max(FactorNeeded<T>);
        return needed <= GreatestFactor ? Transforming(needed) : null;
    }

    /// <summary>The least factor under which the errors are legal; ∞ where they are not even finite.</summary>
    private static double FactorNeeded<T>(Break broken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Evidence evidence = broken.Finding.Evidence!;
        bool isFinite =
            evidence.Expected.Zip(evidence.Actual).All(static pair => double.IsFinite(pair.First) == double.IsFinite(pair.Second));
        return isFinite && Graded<T>(broken, Exactness.Transforming(1)) is { Margin: > 0 } graded ? graded.Margin : double.PositiveInfinity;
    }

    /// <summary>Within the bound of the class; and integers that the class keeps must come out as they are.</summary>
    private static bool IsLegal<T>(Break broken, Exactness exactness)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Evidence evidence = broken.Finding.Evidence!;
        bool isKept = evidence.Tolerance is null
            && evidence.Operands.Inputs.All(
                input => Array.TrueForAll(input, number => !double.IsFinite(number) || exactness.Keeps((long)Math.Abs(number))));
        return !isKept && Graded<T>(broken, exactness) is { Standing: Standing.Holds };
    }

    private static Finding? Graded<T>(Break broken, Exactness exactness)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Evidence evidence = broken.Finding.Evidence!;
        Operands<T> operands = evidence.Operands.Select(T.CreateChecked);
        var vector = new TestVector<T>(operands, evidence.Expected, null) { SmallestFault = 0, IsWeak = false };
        return vector.Within(broken.Smallest, exactness) is { } bounded
            ? Grader.Grade<T>(bounded, Array.ConvertAll(evidence.Actual, T.CreateChecked))
            : null;
    }

    /// <summary>Two digits, rounded up.</summary>
    private static Exactness Transforming(double least)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(least)) - 1);
        return Exactness.Transforming(Math.Round(Math.Ceiling(least / unit) * unit, 12));
    }
}
