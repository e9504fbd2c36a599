using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// Every result of a large layer at a fraction of the work. With random odd weights ρ, within each group,
/// <code>
/// Σₖ ρₖ·y[n,k,o]  = the convolution with Σₖ ρₖ·w[k,c,r]         forward, 1/K of the work
/// Σ꜀ ρ꜀·dx[n,c,i] = the data gradient with Σ꜀ ρ꜀·w[k,c,r]       1/C
/// Σ꜀ ρ꜀·dw[k,c,r] = the weight gradient with Σ꜀ ρ꜀·x[n,c,i]     1/C
/// </code>
/// on integers, where float results are exact and the sums over channels are taken in whole numbers. A wrong result alone at its position is always
/// seen (ρ ≠ 0). Several wrong ones stay unseen only if their errors e satisfy Σ ρ·e = 0: for all other ρ fixed, at most one of the
/// 1024 values of the last does that, so the probability is at most 2⁻¹⁰ per position, and 2⁻²⁰ with the two projections taken here.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ProjectionRule<T>()
    : Rule<T>(
        "projection",
        RuleLevel.Must,
        "On real layers, random sums over the channels of every result are equal; a fault is missed with probability ≤ 2⁻²⁰.",
        "sizes that only large layers have: blocks, tails, threads, index types")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Projections = 2;
    private const long Greatest = 1023;   // odd values −1023 … 1023: 1024 of them
    private const ulong Stream = 0x5A_0000_0000;   // other weights than any numbers of the case, so that they are independent of it

    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        Exactness exactness = candidate.Capabilities.For(instance.Operator).Exactness;
        bool isAsked = ConvolutionOperators.Trilinear.Contains(instance.Operator) && !instance.Geometry.IsTiled && !exactness.IsTransforming;
        if (!isAsked || exactness.Range(Fill.Structure, instance.MostTerms, NumberFormat<T>.SignificandBits) is not { } range)
            return Finding.NotApplicable;
        int channels = instance.Operator == ConvolutionOperator.Forward ? instance.Geometry.GroupOutChannels : instance.Geometry.GroupInChannels;
        if ((Int128)Greatest * channels * instance.MostTerms * range.First * range.Second > 1L << NumberFormat<double>.SignificandBits)
            return Finding.NotApplicable;   // the sums over channels would round

        Operands<T> operands = Operands.Integers<T>(instance.Geometry, instance.Operator, range, instance.Seed, hasBias: false);
        var result = new T[operands.Signature.Result.Length];
        if (Finding.Without(candidate.Answer(operands, result)) is { } unanswered)
            return unanswered;

        var finding = new Finding(Standing.Holds) { Outputs = result.Length, SmallestFault = 1 };
        for (ulong projection = 0; projection < Projections; projection++)
            if (Fault(operands, result, Stream + (instance.Seed * Projections) + projection) is { } fault)
                return finding with { Standing = Standing.Broken, Fault = fault };
        return finding;
    }

    private static string? Fault(Operands<T> operands, T[] result, ulong seed)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        bool isForward = operands.Operator == ConvolutionOperator.Forward;
        var one = new ConvolutionGeometry(
            geometry.Batch,
            isForward ? geometry.InChannels : geometry.Groups,
            isForward ? geometry.Groups : geometry.OutChannels,
            geometry.Groups,
            geometry.Axes);
        var channels = new ChannelProjection(geometry, channel => Draw.Odd(seed, (ulong)channel, Greatest));
        (string firstName, string secondName, string resultName) = (operands.Signature.Inputs[0].Name, operands.Signature.Inputs[1].Name, operands.Signature.Result.Name);
        double[] first = Array.ConvertAll(operands.Inputs[0], double.CreateChecked);
        double[] second = Array.ConvertAll(operands.Inputs[1], double.CreateChecked);
        double[] whole = Array.ConvertAll(result, double.CreateChecked);
        double[] expected = new Operands<double>(
            one,
            operands.Operator,
            false,
            isForward ? first : channels.OverInputs(firstName, first),
            isForward ? channels.OverOutputs(secondName, second) : second).Apply(new ScalarConvolution<double>());
        double[] actual = isForward ? channels.OverOutputs(resultName, whole) : channels.OverInputs(resultName, whole);

        ArrayShape shape = Signature.Of(one, operands.Operator, hasBias: false).Result;
        int wrong = 0;
        int at = -1;
        for (int e = 0; e < expected.Length; e++)
            if (!(expected[e] == actual[e]))
            {
                at = at < 0 ? e : at;
                wrong++;
            }

        return at < 0 ? null : $"the projection of {shape.At(at)} over channels expected {expected[at]}, got {actual[at]}; {wrong:N0} of {expected.Length:N0} positions are wrong";
    }
}
