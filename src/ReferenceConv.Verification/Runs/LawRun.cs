using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;

namespace ReferenceConv.Verification.Runs;

/// <summary>All laws over the same cases, on all cores.</summary>
public static class LawRun
{
    /// <summary>Checks every law.</summary>
    /// <param name="laws">What is to hold.</param>
    /// <param name="cases">What each law is checked on.</param>
    /// <param name="finished">Called after each law, by one thread at a time.</param>
    /// <param name="cancellation">Ends the run between two laws.</param>
    /// <returns>Per law the smallest case found that breaks it, or null.</returns>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static ImmutableArray<Counterexample?> Of(
        ImmutableArray<Law> laws,
        ImmutableArray<ConvolutionCase> cases,
        Action finished,
        CancellationToken cancellation = default)
    {
        var broken = new Counterexample?[laws.Length];
        var turn = new Lock();
        AllCores.ForEach(laws.Length, CheckLaw, cancellation);
        return [.. broken];

        void CheckLaw(int l)
        {
            broken[l] = Counterexample.Smallest(laws[l].Check, cases);
            lock (turn)
                finished();
        }
    }
}
