using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// Whether wrong results are what operands of fewer bits give. The operator is computed over rounded operands; they explain the results if
/// that leaves so little of the errors that chance would not: of T errors, each shrunk by a factor r, with a probability of some r⁻ᵀ.
/// </summary>
/// <param name="Bits">Significant bits that are kept, the implicit one among them.</param>
/// <param name="IsCertain">Whether fewer bits would not explain the results as well.</param>
internal sealed record RoundedOperands(int Bits, bool IsCertain)
{
    private const double LeastGain = 16;             // Σ(error/b)² before over after
    private const double ChanceDigits = 4;           // the least −log₁₀ of the probability

    private static readonly (int Bits, string Format)[] Formats = [(24, "float32"), (11, "TF32 or half"), (8, "bf16")];

    /// <summary>For a report.</summary>
    public string Text => IsCertain
        ? $"operands keep {Bits} significant bits: {Formats.Single(format => format.Bits == Bits).Format}"
        : $"operands keep no more than {Bits} significant bits";

    /// <summary>The most bits that explain the results; null if no format does.</summary>
    public static RoundedOperands? Of(Evidence evidence)
    {
        double[] magnitude = Oracle.Of(Oracle.Magnitudes(evidence.Operands));
        IEnumerable<int> all = Enumerable.Range(0, evidence.Expected.Length);
        int[] told = [.. all.Where(e => magnitude[e] > 0 && double.IsFinite(evidence.Actual[e] - evidence.Expected[e]))];
        double before = Squares(evidence.Expected);
        int errors = told.Count(e => evidence.Actual[e] != evidence.Expected[e]);
        int[] explain = [.. Formats.Select(static format => format.Bits).Where(bits => Roundings(evidence.Operands, bits).Any(Explains))];
        return explain.Length == 0 ? null : new RoundedOperands(explain[0], explain.Length == 1);

        double Squares(double[] results) => told.Sum(e => Math.Pow((evidence.Actual[e] - results[e]) / magnitude[e], 2));

        bool Explains(Operands<double> rounded)
        {
            double gain = before / Squares(Oracle.Of(rounded));   // of no errors NaN, of no errors left ∞
            return gain >= LeastGain && errors * Math.Log10(gain) / 2 >= ChanceDigits;
        }
    }

    /// <summary>Both operands or one of them, to nearest or towards zero; a bias is mostly added as it is.</summary>
    private static IEnumerable<Operands<double>> Roundings(Operands<double> operands, int bits) =>
        from inputs in (int[][])[[0, 1], [0, 1, 2], [0], [1]]
        where inputs[^1] < Math.Max(2, operands.Inputs.Length)
        from round in (Func<double, double>[])[Math.Round, Math.Truncate]
        select new Operands<double>(
            operands.Geometry,
            operands.Operator,
            operands.CountsPadding,
            [
                .. operands.Inputs.Select((numbers, input) =>
                    inputs.Contains(input) ? Array.ConvertAll(numbers, number => Keep(number, bits, round)) : numbers),
            ]);

    private static double Keep(double number, int bits, Func<double, double> round)
    {
        if (number == 0 || !double.IsFinite(number))
            return number;
        int shift = bits - 1 - Math.ILogB(number);
        return Math.ScaleB(round(Math.ScaleB(number, shift)), -shift);
    }
}
