using System.Runtime.CompilerServices;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>The indexer looks at the last number and at the first.</summary>
internal readonly struct TestedEnds : ISpanTest
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T First<T>(Span<T> numbers, int place, int count)
    {
        _ = numbers[place + count - 1];
        return ref numbers[place];
    }
}
