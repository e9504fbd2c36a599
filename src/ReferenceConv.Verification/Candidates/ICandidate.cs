using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates;

/// <summary>Somebody's implementation as the judge sees it: in this process, in a child process, or at the other end of a pipe.</summary>
/// <remarks>
/// A candidate never harms the judge: whatever it does comes back as a <see cref="Reply"/>. Implementations fill the result with
/// <see cref="Judging.NumberFormat{T}.Unwritten"/> before the call, and keep watch over everything in <see cref="Conduct"/> that they can
/// see.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public interface ICandidate<T>
{
    /// <summary>For reports.</summary>
    string Name { get; }

    /// <summary>What it claims.</summary>
    Capabilities Capabilities { get; }

    /// <summary>One call.</summary>
    /// <param name="operands">What goes in.</param>
    /// <param name="result">Receives what comes out, as long as the signature's result; only meaningful if the reply is done.</param>
    Reply Answer(Operands<T> operands, Span<T> result);

    /// <summary>Several calls at the same time; one after another where the candidate is not re-entrant.</summary>
    /// <param name="operands">What goes in, call by call.</param>
    /// <param name="results">Receive what comes out.</param>
    ImmutableArray<Reply> AnswerTogether(ImmutableArray<Operands<T>> operands, ImmutableArray<T[]> results);
}
