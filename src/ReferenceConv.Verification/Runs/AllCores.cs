using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace ReferenceConv.Verification.Runs;

/// <summary>A loop on all cores that hands out one index at a time, in order.</summary>
internal static class AllCores
{
    /// <summary>Calls <paramref name="body"/> for 0 … count−1. The first exception ends the loop and is thrown as it is.</summary>
    public static void ForEach(int count, Action<int> body, CancellationToken cancellation)
    {
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering), options, body);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
