using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReferenceConv.Fast.Threads;

/// <summary>
/// Work on spans that threads share. A span cannot be handed to another thread, so what it points to is held still while they work, and
/// each makes the spans anew; numbers that hold references cannot be held like that, and one thread works alone.
/// </summary>
/// <param name="work">What each thread does, with its number.</param>
internal sealed class SpanJob<T>(Action<int, ReadOnlySpan<T>, Span<T>> work) : ITeamJob
{
    private unsafe void* source;
    private unsafe void* target;
    private int sourceLength;
    private int targetLength;

    /// <summary>Lets up to so many threads work, and returns when all have done.</summary>
    public unsafe void Run(ReadOnlySpan<T> source, Span<T> target, int threads)
    {
        if (threads == 1 || RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            work(0, source, target);
            return;
        }

        fixed (byte* from = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(source)), to = &Unsafe.As<T,
            byte>(ref MemoryMarshal.GetReference(target)))
        {
            this.source = from;
            this.target = to;
            (sourceLength, targetLength) = (source.Length, target.Length);
            Team.OfTheProcess.Run(this, threads);
        }
    }

    /// <inheritdoc/>
    unsafe void ITeamJob.Work(int worker) => work(worker, new ReadOnlySpan<T>(source, sourceLength), new Span<T>(target, targetLength));
}
