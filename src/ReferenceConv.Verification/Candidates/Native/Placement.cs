using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>Holds the results of two calls with the same numbers against each other, which may differ in where the arrays lie.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static class Placement<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Where they differ, as <c>y[0, 0, 2] is 1 and 2</c> with the words that are given, if more than the order of a sum explains: a kernel
    /// may sum in another order where an array begins at another multiple of its vectors.
    /// On integers whose sums are exact they must be equal; otherwise each is within the bound of its class, so they are within twice that
    /// of each other.
    /// </summary>
    public static string? Disagreement(
        Operands<T> operands,
        Exactness exactness,
        ReadOnlySpan<T> first,
        ReadOnlySpan<T> second,
        string ofFirst,
        string ofSecond)
    {
        if (MemoryMarshal.AsBytes(first).SequenceEqual(MemoryMarshal.AsBytes(second)))
            return null;

        double[]? tolerance = null;
        for (int e = 0; e < first.Length; e++)
        {
            double one = double.CreateChecked(first[e]);
            double other = double.CreateChecked(second[e]);
            if (!Deviation.IsWrong(one, other, 0))
                continue;
            tolerance ??= Tolerance(operands, exactness, first.Length);
            if (Deviation.IsWrong(one, other, tolerance[e]))
                return string.Create(
                    CultureInfo.InvariantCulture, $"{operands.Signature.Result.At(e)} is {one:G9} {ofFirst} and {other:G9} {ofSecond}");
        }

        return null;
    }

    private static double[] Tolerance(Operands<T> operands, Exactness exactness, int results)
    {
        Operands<double> wide = operands.ToDouble();
        double[] magnitude = Oracle.Of(Oracle.Magnitudes(wide));
        bool isExact = (exactness == Exactness.Direct || exactness == Exactness.WideAccumulator)
            && wide.Inputs.All(static input => input.All(double.IsInteger))
            && magnitude.All(static sum => sum <= 1 / NumberFormat<T>.UnitRoundoff);
        if (isExact)
            return new double[results];

        double largest = wide.Inputs.Aggregate(1.0, static (product, input) => product * input.Select(Math.Abs).Append(0).Max());
        double[] bound = exactness.Tolerance(
            magnitude,
            Oracle.Of(wide),
            ExactRange.MostTerms(operands.Geometry, operands.Operator),
            largest,
            NumberFormat<T>.UnitRoundoff,
            NumberFormat<T>.SmallestSubnormal,
            oracleRoundoff: 0);
        return Array.ConvertAll(bound, static own => 2 * own);
    }
}
