using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Runs;

/// <summary>All operators of all layers, on all cores.</summary>
public static class NetworkRun
{
    /// <summary>The trials of these layers: network after network, in each the largest first.</summary>
    public static ImmutableArray<Trial> Trials(IEnumerable<SizedLayer> layers, Effort effort) =>
    [
        .. from sized in layers
           group sized by sized.Network into network
           from trial in
               from sized in network
               from op in Enum.GetValues<ConvolutionOperator>()
               from fill in effort.Fills
               select new Trial(sized, op, fill)
           orderby trial.Layer.Geometry.MultiplyAdds descending
           select trial,
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
        AllCores.ForEach(trials.Length, RunTrial, cancellation);
        return [.. verdicts];

        void RunTrial(int t)
        {
            verdicts[t] = Comparison.Of(candidate, trials[t].Layer.Geometry, trials[t].Operator, trials[t].Fill, seed, hasBias: true);
            lock (turn)
                finished(trials[t]);
        }
    }
}
