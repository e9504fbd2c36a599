using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// f(2a − 3b, …) = 2·f(a, …) − 3·f(b, …) in each operand, on integers that stay exact. Together with the impulses it proves a shape: a
/// multilinear map is known by what it makes of the unit impulses.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class BilinearRule<T>()
    : Rule<T>(
        "bilinear",
        RuleLevel.Must,
        "The operator is linear in each of its operands.",
        "thresholds, caches, and paths chosen by the numbers")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Range = 7;
    private const int Combined = 5 * Range;   // |2a − 3b|

    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        Exactness exactness = candidate.Capabilities.For(instance.Operator).Exactness;
        bool isExact = Combined * Range * instance.MostTerms <= 1L << NumberFormat<T>.SignificandBits && exactness.Keeps(Combined);
        if (!isExact || !instance.Operator.IsMultilinear() || instance.Operator.IsAverage() || exactness.IsTransforming)
            return Finding.NotApplicable;

        var unbiased = new OperatorCase(instance.Geometry, instance.Operator, instance.Seed, flag: false);
        Operands<T> a = Drawn(unbiased, 0);
        Operands<T> b = Drawn(unbiased, 1);
        long outputs = 0;
        for (int input = 0; input < a.Inputs.Length; input++)
        {
            Operands<T> other = With(a, input, b.Inputs[input]);
            Operands<T> sum = With(a, input,
                [.. a.Inputs[input].Zip(b.Inputs[input], static (one, two) => T.CreateChecked(2) * one - T.CreateChecked(3) * two)]);
            var results = new T[3][];
            foreach ((Operands<T> asked, int call) in new[] { a, other, sum }.Select(static (asked, call) => (asked, call)))
            {
                results[call] = new T[asked.Signature.Result.Length];
                if (Finding.Without(candidate.Answer(asked, results[call])) is { } unanswered)
                    return unanswered;
            }

            for (int e = 0; e < results[0].Length; e++)
                if (results[2][e] != T.CreateChecked(2) * results[0][e] - T.CreateChecked(3) * results[1][e])
                    return new Finding(Standing.Broken)
                    {
                        Fault = $"not linear in {a.Signature.Inputs[input].Name}: {a.Signature.Result.At(e)} is {results[0][e]} for a, {results[1][e]} for b, and {results[2][e]} for 2a − 3b",
                    };
            outputs += results[0].Length;
        }

        return new Finding(Standing.Holds) { Outputs = outputs, SmallestFault = 1 };
    }

    private static Operands<T> Drawn(OperatorCase instance, int which) =>
        instance.Draw(
            (input, e) => T.CreateChecked(Cases.Draw.Odd((instance.Seed * 8) + (ulong)(4 * which) + (ulong)input, (ulong)e, Range)));

    private static Operands<T> With(Operands<T> operands, int input, T[] numbers) =>
        new(operands.Geometry, operands.Operator, operands.CountsPadding, operands.Inputs.SetItem(input, numbers));
}
