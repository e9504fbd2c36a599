using ReferenceConv.Verification.Candidates;

namespace ReferenceConv.Cli.Check;

/// <summary>A candidate once per number type that it does; what it holds open is closed with it.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Single">For float, or null.</param>
/// <param name="Double">For double, or null.</param>
/// <param name="Connection">What both share, or null.</param>
internal sealed record CandidateByType(string Name, ICandidate<float>? Single, ICandidate<double>? Double, IDisposable? Connection = null)
    : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Connection?.Dispose();
}
