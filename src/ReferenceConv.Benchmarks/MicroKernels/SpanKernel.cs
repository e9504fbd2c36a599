using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>
/// The micro-kernel of 14 pixels by two vectors of channels as one writes it with spans and indexers: every read is checked. Only here, to
/// be compared with <see cref="MicroKernel{T, TVector, TLanes, TShape}"/>.
/// </summary>
internal static class SpanKernel<T>
{
    /// <summary>tile[r, c] = seeds[r, c] + Σ image[r] · weights[c].</summary>
    /// <param name="segments">The sum.</param>
    /// <param name="image">The image; the products of a segment stand side by side.</param>
    /// <param name="weights">Two vectors for each product.</param>
    /// <param name="row">From pixel to pixel.</param>
    /// <param name="seeds">14 rows of two vectors.</param>
    /// <param name="tile">Receives 14 rows of two vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        ReadOnlySpan<Segment> segments, ReadOnlySpan<T> image, ReadOnlySpan<T> weights, int row, ReadOnlySpan<T> seeds, Span<T> tile)
    {
        int lanes = Vector512<T>.Count;
        (Vector512<T> a0, Vector512<T> b0) = Two(seeds, 0);
        (Vector512<T> a1, Vector512<T> b1) = Two(seeds, 2);
        (Vector512<T> a2, Vector512<T> b2) = Two(seeds, 4);
        (Vector512<T> a3, Vector512<T> b3) = Two(seeds, 6);
        (Vector512<T> a4, Vector512<T> b4) = Two(seeds, 8);
        (Vector512<T> a5, Vector512<T> b5) = Two(seeds, 10);
        (Vector512<T> a6, Vector512<T> b6) = Two(seeds, 12);
        (Vector512<T> a7, Vector512<T> b7) = Two(seeds, 14);
        (Vector512<T> a8, Vector512<T> b8) = Two(seeds, 16);
        (Vector512<T> a9, Vector512<T> b9) = Two(seeds, 18);
        (Vector512<T> a10, Vector512<T> b10) = Two(seeds, 20);
        (Vector512<T> a11, Vector512<T> b11) = Two(seeds, 22);
        (Vector512<T> a12, Vector512<T> b12) = Two(seeds, 24);
        (Vector512<T> a13, Vector512<T> b13) = Two(seeds, 26);
        foreach (Segment segment in segments)
        {
            ReadOnlySpan<T> pixels = image[segment.Offset..];
            for (int n = 0; n < segment.Count; n++)
            {
                (Vector512<T> x, Vector512<T> y) = Two(weights, 0);
                Add(pixels[n], x, y, ref a0, ref b0);
                Add(pixels[n + row], x, y, ref a1, ref b1);
                Add(pixels[n + 2 * row], x, y, ref a2, ref b2);
                Add(pixels[n + 3 * row], x, y, ref a3, ref b3);
                Add(pixels[n + 4 * row], x, y, ref a4, ref b4);
                Add(pixels[n + 5 * row], x, y, ref a5, ref b5);
                Add(pixels[n + 6 * row], x, y, ref a6, ref b6);
                Add(pixels[n + 7 * row], x, y, ref a7, ref b7);
                Add(pixels[n + 8 * row], x, y, ref a8, ref b8);
                Add(pixels[n + 9 * row], x, y, ref a9, ref b9);
                Add(pixels[n + 10 * row], x, y, ref a10, ref b10);
                Add(pixels[n + 11 * row], x, y, ref a11, ref b11);
                Add(pixels[n + 12 * row], x, y, ref a12, ref b12);
                Add(pixels[n + 13 * row], x, y, ref a13, ref b13);
                weights = weights[(2 * lanes)..];
            }
        }

        Write(a0, b0, tile, 0);
        Write(a1, b1, tile, 2);
        Write(a2, b2, tile, 4);
        Write(a3, b3, tile, 6);
        Write(a4, b4, tile, 8);
        Write(a5, b5, tile, 10);
        Write(a6, b6, tile, 12);
        Write(a7, b7, tile, 14);
        Write(a8, b8, tile, 16);
        Write(a9, b9, tile, 18);
        Write(a10, b10, tile, 20);
        Write(a11, b11, tile, 22);
        Write(a12, b12, tile, 24);
        Write(a13, b13, tile, 26);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<T> First, Vector512<T> Second) Two(ReadOnlySpan<T> numbers, int vector)
    {
        int lanes = Vector512<T>.Count;
        return (Vector512.Create(numbers.Slice(vector * lanes, lanes)), Vector512.Create(numbers.Slice((vector + 1) * lanes, lanes)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T pixel, Vector512<T> x, Vector512<T> y, ref Vector512<T> a, ref Vector512<T> b)
    {
        Vector512<T> r = Vector512.Create(pixel);
        a = Lanes512<T>.MultiplyAdd(r, x, a);
        b = Lanes512<T>.MultiplyAdd(r, y, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector512<T> a, Vector512<T> b, Span<T> tile, int vector)
    {
        int lanes = Vector512<T>.Count;
        a.CopyTo(tile.Slice(vector * lanes, lanes));
        b.CopyTo(tile.Slice((vector + 1) * lanes, lanes));
    }
}
