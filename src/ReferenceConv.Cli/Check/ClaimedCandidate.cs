using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Cli.Check;

/// <summary>A candidate under other claims than its own.</summary>
internal sealed class ClaimedCandidate<T>(ICandidate<T> candidate, Capabilities claims) : ICandidate<T>
{
    /// <inheritdoc/>
    public string Name => candidate.Name;

    /// <inheritdoc/>
    public Capabilities Capabilities => claims;

    /// <inheritdoc/>
    public Reply Answer(Operands<T> operands, Span<T> result) => candidate.Answer(operands, result);

    /// <inheritdoc/>
    public ImmutableArray<Reply> AnswerTogether(ImmutableArray<Operands<T>> operands, ImmutableArray<T[]> results) => candidate.AnswerTogether(operands, results);
}
