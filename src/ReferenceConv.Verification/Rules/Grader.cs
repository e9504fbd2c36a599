using System.Globalization;
using System.Numerics;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>Holds an answer against what must come out.</summary>
public static class Grader
{
    /// <summary>Looks at every result.</summary>
    public static Finding Grade<T>(TestVector<T> vector, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int first = -1;
        int wrong = 0;
        double margin = 0;
        double variance = 0;
        (int worst, double greatest) = (0, 0);
        for (int e = 0; e < actual.Length; e++)
        {
            double got = double.CreateChecked(actual[e]);
            double must = vector.Expected[e];
            if (must == got || IsGranted(vector, e, actual[e]))
                continue;

            double tolerance = vector.Tolerance?[e] ?? 0;
            if (IsWrong(vector, e, actual[e]))
            {
                first = first < 0 ? e : first;
                wrong++;
            }

            double error = Math.Abs(got - must);
            if (!double.IsFinite(error))
                continue;
            margin = Math.Max(margin, tolerance > 0 ? error / tolerance : double.PositiveInfinity);
            if (vector.Deviation is not { } deviation || deviation[e] == 0)
                continue;
            double square = Math.Pow(error / deviation[e], 2);
            variance += square;
            if (square > greatest)
                (worst, greatest) = (e, square);
        }

        var finding = new Finding(Standing.Holds)
        {
            Outputs = actual.Length,
            Margin = margin,
            SmallestFault = vector.SmallestFault,
            IsWeak = vector.IsWeak,
        };
        if (wrong > 0)
        {
            string remedy = Remedy(vector, actual);
            return finding with
            {
                Standing = Standing.Broken,
                Fault = Describe(vector, actual, first, wrong) + remedy,
                IsExplained = remedy.Length > 0,
                Evidence = Evidence(vector, actual, first, wrong)
            };
        }

        if (variance > vector.VarianceLimit)
            return finding with
            {
                Standing = Standing.Broken,
                Fault = string.Create(CultureInfo.InvariantCulture,
                    $"every error is legal, all together are not: Σ(error/u·b)² is {variance:G3}, must be ≤ {vector.VarianceLimit:G3}"),
                Evidence = Evidence(vector, actual, worst, 0),
            };
        return finding;
    }

    private static bool IsWrong<T>(TestVector<T> vector, int e, T got)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        !IsGranted(vector, e, got)
        && (NumberFormat<T>.IsUnwritten(got)
            || Deviation.IsWrong(vector.Expected[e], double.CreateChecked(got), vector.Tolerance?[e] ?? 0));

    private static bool IsGranted<T>(TestVector<T> vector, int e, T got)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        vector.MayBeNaN is { } mayBe && mayBe[e] && T.IsNaN(got) && !NumberFormat<T>.IsUnwritten(got);

    /// <summary>What must come out, with NaN where that is granted and came.</summary>
    private static double[] Granted<T>(TestVector<T> vector, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] expected = [.. vector.Expected];
        for (int e = 0; e < expected.Length; e++)
            expected[e] = IsGranted(vector, e, actual[e]) ? double.NaN : expected[e];
        return expected;
    }

    private static Evidence Evidence<T>(TestVector<T> vector, ReadOnlySpan<T> actual, int first, int wrong)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(
            vector.Operands.ToDouble(),
            Granted(vector, actual),
            Array.ConvertAll(actual.ToArray(), double.CreateChecked),
            vector.Tolerance,
            first,
            wrong);

    private static string Describe<T>(TestVector<T> vector, ReadOnlySpan<T> actual, int first, int wrong)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string where = vector.Operands.Signature.Result.At(first);
        string answer = NumberFormat<T>.IsUnwritten(actual[first])
            ? "was never written, or added to what stood there"
            : $"got {Number(double.CreateChecked(actual[first]))}";
        string bound = vector.Tolerance is { } tolerance ? $" within {tolerance[first].ToString("G3", CultureInfo.InvariantCulture)}" : "";
        return $"{where} expected {Number(vector.Expected[first])}{bound}, {answer}; {wrong:N0} of {actual.Length:N0} outputs are wrong";
    }

    /// <summary>What to claim, if every wrong result would be right under a convention, or under several together.</summary>
    private static string Remedy<T>(TestVector<T> vector, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var wrong = new List<(int Element, double Got)>();
        for (int e = 0; e < actual.Length; e++)
            if (NumberFormat<T>.IsUnwritten(actual[e]))
                return "";
            else if (IsWrong(vector, e, actual[e]))
                wrong.Add((e, double.CreateChecked(actual[e])));

        Convention[] alone = [.. vector.Conventions.Where(one => wrong.TrueForAll(result => one.Explains(result.Element, result.Got)))];
        Convention[] any = alone.Length > 0 ? alone : [.. vector.Conventions];
        bool isExplained = wrong.TrueForAll(result => any.Any(one => one.Explains(result.Element, result.Got)));
        return isExplained
            ? string.Concat(any.Select(static one => $"; {one.What}: if this is your convention, claim it: {one.Claim}"))
            : "";
    }

    private static string Number(double number) => number.ToString("G9", CultureInfo.InvariantCulture);
}
