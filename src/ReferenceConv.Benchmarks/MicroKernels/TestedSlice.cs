using System.Runtime.CompilerServices;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>Every vector is a slice.</summary>
internal readonly struct TestedSlice : ISpanTest
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T First<T>(Span<T> numbers, int place, int count) => ref numbers.Slice(place, count)[0];
}
