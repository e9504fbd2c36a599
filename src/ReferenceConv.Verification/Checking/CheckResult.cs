using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>All that a check found.</summary>
/// <param name="Candidate">The candidate's name.</param>
/// <param name="NumberType">float32 or float64.</param>
/// <param name="Capabilities">What it claims.</param>
/// <param name="Plan">How much was asked.</param>
public sealed record CheckResult(string Candidate, string NumberType, Capabilities Capabilities, CheckPlan Plan)
{
    /// <summary>The small cases in which a result was looked at.</summary>
    public required ImmutableArray<ConvolutionCase> Cases { get; init; }

    /// <summary>The real layers in which a result was looked at, by name.</summary>
    public required ImmutableArray<string> Layers { get; init; }

    /// <summary>Per operator and rule what came of it.</summary>
    public required ImmutableArray<Tally> Tallies { get; init; }

    /// <summary>Per claimed operator the cases in which a result was looked at.</summary>
    public ImmutableArray<(ConvolutionOperator Operator, int Cases)> Judged { get; init; } = [];

    /// <summary>Operators of which too few cases were judged to say anything.</summary>
    public IEnumerable<(ConvolutionOperator Operator, int Cases)> TooLittle => Judged.Where(judged => judged.Cases < Plan.LeastJudged);

    /// <summary>Per operator and rule the first case that broke it.</summary>
    public required ImmutableArray<Break> Breaks { get; init; }

    /// <summary>Operators that were no longer asked, because they crashed, hung or worse too often.</summary>
    public required ImmutableArray<ConvolutionOperator> GivenUp { get; init; }

    /// <summary>Whether it was stopped before everything was asked.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether nothing that must hold is broken.</summary>
    public bool Holds => Breaks.All(static broken => broken.Level != RuleLevel.Must);

    /// <summary>Whether no result was looked at.</summary>
    public bool IsEmpty => NeverDone.Count() == Capabilities.Operators.Length;

    /// <summary>Operators that are claimed, and in no case came to a result that could be looked at.</summary>
    public IEnumerable<ConvolutionOperator> NeverDone =>
        Judged.Where(static judged => judged.Cases == 0).Select(static judged => judged.Operator);
}
