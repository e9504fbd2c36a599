using System.Runtime.InteropServices;

namespace ReferenceConv.Fast.Threads;

/// <summary>
/// Numbers from 0 on, each given out once, to whoever asks first. The count has cache lines for itself: every ticket takes the line away from the other
/// threads, and with it whatever else stood there.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 2 * Lines)]
internal struct Tickets
{
    /// <summary>A pair of lines, because processors fetch the neighbour too.</summary>
    private const int Lines = 128;

    [FieldOffset(Lines)]
    private int next;

    /// <summary>Begins at 0 again.</summary>
    public void Reset() => Volatile.Write(ref next, 0);

    /// <summary>The first of <paramref name="count"/> numbers that nobody else gets.</summary>
    public int Take(int count) => Interlocked.Add(ref next, count) - count;
}
