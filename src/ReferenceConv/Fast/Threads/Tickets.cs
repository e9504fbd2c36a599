using System.Runtime.InteropServices;

namespace ReferenceConv.Fast.Threads;

/// <summary>
/// The numbers of the pieces of a job, each given out once. Whoever asks gets a run of neighbours, because neighbours often share what was prepared
/// for them: long runs first, single numbers at last, so that all end nearly together.
/// </summary>
/// <remarks>The count has cache lines for itself: every ticket takes its line away from the other threads, with whatever else stood there.</remarks>
[StructLayout(LayoutKind.Explicit, Size = 2 * Lines)]
internal struct Tickets
{
    /// <summary>A pair of lines, because processors fetch the neighbour too.</summary>
    private const int Lines = 128;

    [FieldOffset(Lines)]
    private int next;

    /// <summary>Begins at 0 again.</summary>
    public void Reset() => Volatile.Write(ref next, 0);

    /// <summary>
    /// Some numbers below <paramref name="end"/> that nobody else gets: half of the thread's share of what is left; none if all are given out.
    /// </summary>
    public (int First, int Count) Take(int end, int threads)
    {
        int first = Volatile.Read(ref next);
        while (first < end)
        {
            int count = Math.Max(1, (end - first) / (2 * threads));
            int found = Interlocked.CompareExchange(ref next, first + count, first);
            if (found == first)
                return (first, count);
            first = found;
        }

        return (first, 0);
    }
}
