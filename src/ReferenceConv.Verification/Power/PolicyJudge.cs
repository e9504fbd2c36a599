using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Power;

/// <summary>Judges a candidate as a policy does: one call per case and operator, its numbers, its accept rule, nothing else.</summary>
public static class PolicyJudge
{
    /// <summary>The first case whose result the policy does not accept.</summary>
    /// <returns>Its number, counted from 1, or null.</returns>
    public static int? FirstRejected(Policy policy, ICandidate<float> candidate, ImmutableArray<ConvolutionCase> cases)
    {
        for (int index = 0; index < cases.Length; index++)
            foreach (ConvolutionOperator op in candidate.Capabilities.Operators)
                if (OperatorCase.Of(cases[index], op) is { } asked
                    && candidate.Capabilities.Lacks(asked.Geometry, op, asked.Flag) is null
                    && !IsAccepted(policy, candidate, asked))
                    return index + 1;
        return null;
    }

    /// <summary>
    /// A candidate that does not return is rejected by everybody; what it does to memory beside the result is seen by nobody here.
    /// </summary>
    internal static bool IsAccepted(Policy policy, ICandidate<float> candidate, OperatorCase asked)
    {
        Operands<float> operands = asked.Draw((input, e) => policy.Draw(asked, input, e));
        var actual = new float[operands.Signature.Result.Length];
        Reply reply = candidate.Answer(operands, actual);
        if (reply.Kind == ReplyKind.Unsupported)
            return true;
        if (reply is { Kind: ReplyKind.Misconduct, Conduct: Conduct.Returns } or { Kind: ReplyKind.Refused })
            return false;

        Operands<double> wide = operands.Select(static number => (double)number);
        double[] largest = [.. operands.Inputs.Take(2).Select(static input => input.Length == 0
            ? 0
            : input.Max(static number => Math.Abs((double)number)))];
        bool isOnlyCompared = asked.Operator == ConvolutionOperator.MaxPoolingGradient;
        var atMost = new Operands<double>(
            wide.Geometry,
            wide.Operator,
            wide.CountsPadding,
            [.. wide.Inputs.Select(
                (input, index) => Array.ConvertAll(input, number => index > 0 ? Math.Abs(number) : isOnlyCompared ? number : largest[0]))]);
        double largestSecond = largest.Length == 2 ? largest[1] : 1;
        return policy.IsAccepted(
            new PolicyEvidence(asked.Operator, Oracle.Of(wide), Oracle.Of(atMost), actual, asked.MostTerms, largest[0], largestSecond));
    }
}
