using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Runs;

/// <summary>All operators of all layers, on all cores; the largest begin, so that none is left alone at the end.</summary>
public static class NetworkRun
{
    /// <summary>The trials of these layers, in their order.</summary>
    public static ImmutableArray<Trial> Trials(IEnumerable<SizedLayer> layers, Effort effort) =>
    [
        .. from layer in layers
           from op in ConvolutionOperators.Trilinear
           from fill in effort.Fills
           select new Trial(layer, op, fill),
    ];

    /// <summary>Compares the candidate with the reference in every trial.</summary>
    /// <param name="candidate">Who is compared; called from several threads at once.</param>
    /// <param name="trials">What is compared.</param>
    /// <param name="seed">Selects the numbers.</param>
    /// <param name="finished">Called after each trial, by one thread at a time.</param>
    /// <param name="cancellation">Ends the run between two trials.</param>
    /// <returns>A verdict per trial, in their order.</returns>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    /// <exception cref="OutOfMemoryException">There is no room for a trial's operands.</exception>
    public static ImmutableArray<Verdict> Of(
        IConvolution<float> candidate,
        ImmutableArray<Trial> trials,
        ulong seed,
        Action<Trial> finished,
        CancellationToken cancellation = default)
    {
        var verdicts = new Verdict[trials.Length];
        var turn = new Lock();
        int[] largestFirst = [.. Enumerable.Range(0, trials.Length).OrderByDescending(t => trials[t].Geometry.MultiplyAdds)];
        AllCores.ForEach(trials.Length, RunTrial, cancellation);
        return [.. verdicts];

        void RunTrial(int index)
        {
            int t = largestFirst[index];
            verdicts[t] = Comparison.Of(candidate, trials[t].Geometry, trials[t].Operator, trials[t].Fill, seed, hasBias: true);
            lock (turn)
                finished(trials[t]);
        }
    }
}
