using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// P14: ⟨y, g⟩ = ⟨x, dx⟩ = ⟨w, dw⟩ = T(x, w, g), on integers whose results are exact, the inner products in whole numbers. No reference is
/// asked.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class AdjointRule<T>()
    : Rule<T>(
        "adjoint",
        RuleLevel.Must,
        "Forward and both gradients are derivatives of one form: ⟨y, g⟩ = ⟨x, dx⟩ = ⟨w, dw⟩.",
        "the one of the three that differs from the other two")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        bool isAsked = instance.Operator == ConvolutionOperator.Forward
            && ConvolutionOperators.Trilinear.All(op => candidate.Capabilities.Lacks(instance.Geometry, op, hasBias: false) is null);
        if (!isAsked || Range(instance, candidate.Capabilities) is not { } range)
            return Finding.NotApplicable;

        T[] Numbers(int stream, int length)
        {
            var numbers = new T[length];
            for (int e = 0; e < length; e++)
                numbers[e] = T.CreateChecked(Draw.Odd((3 * instance.Seed) + (ulong)stream, (ulong)e, range));
            return numbers;
        }

        T[] x = Numbers(0, instance.Geometry.InputLength);
        T[] w = Numbers(1, instance.Geometry.WeightLength);
        T[] g = Numbers(2, instance.Geometry.OutputLength);
        var products = new BigInteger[3];
        (ConvolutionOperator Operator, T[] First, T[] Second, T[] Third)[] ways =
            [(ConvolutionOperator.Forward, x, w, g), (ConvolutionOperator.DataGradient, w, g, x),
                (ConvolutionOperator.WeightGradient, x, g, w)];
        for (int way = 0; way < 3; way++)
        {
            var result = new T[ways[way].Third.Length];
            Reply reply =
                candidate.Answer(new Operands<T>(instance.Geometry, ways[way].Operator, false, ways[way].First, ways[way].Second), result);
            if (reply.Kind != ReplyKind.Done && ways[way].Operator != instance.Operator)
                return Finding.NotApplicable;   // told where that operator is asked, and no fault of this one
            if (Finding.Without(reply) is { } unanswered)
                return unanswered;
            if (!result.All(T.IsInteger))
                return new Finding(Standing.Broken) { Fault = $"{ways[way].Operator.Name()} of whole numbers gives {result.First(static number => !T.IsInteger(number))}, which is none" };
            for (int e = 0; e < result.Length; e++)
                products[way] += BigInteger.CreateChecked(result[e]) * BigInteger.CreateChecked(ways[way].Third[e]);
        }

        var finding = new Finding(Standing.Holds) { Outputs = (long)x.Length + w.Length + g.Length, SmallestFault = 1 };
        return products[0] == products[1] && products[1] == products[2]
            ? finding
            : finding with
            {
                Standing = Standing.Broken,
                Fault = $"⟨y, g⟩ = {products[0]}, ⟨x, dx⟩ = {products[1]}, ⟨w, dw⟩ = {products[2]}"
            };
    }

    /// <summary>
    /// The narrowest of the three operators' structure fills serves all of them; null where one has none, or is not exact.
    /// </summary>
    private static long? Range(OperatorCase instance, Capabilities capabilities)
    {
        long narrowest = long.MaxValue;
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
        {
            Exactness exactness = capabilities.For(op).Exactness;
            ExactRange? range =
                exactness.Range(Fill.Structure, ExactRange.MostTerms(instance.Geometry, op), NumberFormat<T>.SignificandBits);
            if (exactness.IsTransforming || range is not { } known)
                return null;
            narrowest = Math.Min(narrowest, Math.Min(known.First, known.Second));
        }

        return narrowest;
    }
}
