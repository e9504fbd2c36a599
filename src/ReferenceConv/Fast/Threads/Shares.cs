namespace ReferenceConv.Fast.Threads;

/// <summary>
/// The numbers of the pieces of a job, each given out once. Every thread has a share of neighbours, because neighbours often read what was
/// prepared once for all of them, and takes it from the front; whoever is through takes from the back of the largest share that is left.
/// What is taken at a time is half of what the share still has, so that all end nearly together; one thread alone takes everything.
/// </summary>
internal sealed class Shares
{
    /// <summary>
    /// Numbers of 8 bytes in a pair of cache lines: each share has one for itself, because taking it takes it away from the other threads.
    /// </summary>
    private const int Distance = 16;

    private readonly int threads;
    private readonly long[] shares;

    /// <summary>For this many threads.</summary>
    public Shares(int threads)
    {
        this.threads = threads;
        shares = new long[(threads + 1) * Distance];
    }

    /// <summary>Deals out the numbers below <paramref name="count"/>.</summary>
    public void Deal(int count)
    {
        for (int thread = 0; thread < threads; thread++)
            Volatile.Write(ref Share(thread), Packed((int)((long)count * thread / threads), (int)((long)count * (thread + 1) / threads)));
    }

    /// <summary>Some numbers for this thread that nobody else gets; none if all are given out.</summary>
    public (int First, int Count) Take(int thread)
    {
        if (TakeFrom(thread, fromFront: true) is { Count: > 0 } own)
            return own;
        while (Largest() is var other and >= 0)
            if (TakeFrom(other, fromFront: false) is { Count: > 0 } taken)
                return taken;
        return (0, 0);
    }

    private (int First, int Count) TakeFrom(int thread, bool fromFront)
    {
        while (true)
        {
            long share = Volatile.Read(ref Share(thread));
            (int first, int end) = Unpacked(share);
            if (first == end)
                return (0, 0);
            int count = threads == 1 ? end - first : (end - first + 1) / 2;
            long rest = fromFront ? Packed(first + count, end) : Packed(first, end - count);
            if (Interlocked.CompareExchange(ref Share(thread), rest, share) == share)
                return (fromFront ? first : end - count, count);
        }
    }

    /// <summary>The thread that has most left, or −1 if none has anything.</summary>
    private int Largest()
    {
        int largest = -1;
        int most = 0;
        for (int thread = 0; thread < threads; thread++)
        {
            (int first, int end) = Unpacked(Volatile.Read(ref Share(thread)));
            if (end - first > most)
                (largest, most) = (thread, end - first);
        }

        return largest;
    }

    private ref long Share(int thread) => ref shares[(thread + 1) * Distance];

    private static long Packed(int first, int end) => ((long)first << 32) | (uint)end;

    private static (int First, int End) Unpacked(long share) => ((int)(share >> 32), (int)share);
}
