using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum;

/// <summary>
/// A convolution that proves something about the judge: it is wrong and must be caught, or it is unusual and must not be accused.
/// </summary>
/// <param name="Name">The fault, or what is unusual, as part of a sentence: <c>begin and end padding exchanged</c>.</param>
/// <param name="Report">Where such a convolution was met: the address of a report, or null if it is from general knowledge.</param>
/// <param name="Lesson">What a harness needs to see the fault, or why what is unusual is legal.</param>
/// <param name="Claims">What the candidate claims; its operators are those that the fault touches.</param>
/// <param name="CaughtBy">Names of rules and of conduct, any of which may be the first to be broken; empty if no rule may be.</param>
/// <param name="Make">Makes the candidate.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Exhibit<T>(
    string Name,
    string? Report,
    string Lesson,
    Capabilities Claims,
    ImmutableArray<string> CaughtBy,
    Func<Computation<T>> Make)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The operators that are looked at.</summary>
    public ImmutableArray<ConvolutionOperator> Operators => Claims.Operators;

    /// <summary>A candidate that has not been asked anything yet: some remember what they were asked before.</summary>
    public ICandidate<T> Candidate() => new InProcessCandidate<T>(Name, Make(), Claims);
}
