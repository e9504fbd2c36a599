namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>How a kernel with spans tests that a vector lies inside one.</summary>
internal interface ISpanTest
{
    /// <summary>The first of so many numbers, all of them inside.</summary>
    static abstract ref T First<T>(Span<T> numbers, int place, int count);
}
