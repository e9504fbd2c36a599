using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// 512 bits of lanes. Where the machine has no such registers the platform puts narrower ones together: slower, the same sums.
/// </summary>
internal readonly struct Lanes512<T> : ILanes<T, Vector512<T>>
{
    /// <inheritdoc/>
    public static int Count => Vector512<T>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load(ref T source) => Vector512.LoadUnsafe(ref source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<T> numbers, ref T target) => numbers.StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Broadcast(T number) => Vector512.Create(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c)
    {
        if (typeof(T) == typeof(float))
            return Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>();
        if (typeof(T) == typeof(double))
            return Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        return a * b + c;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ZipLower(Vector512<T> a, Vector512<T> b)
    {
        if (!Avx512F.IsSupported)
            return Alternate(Vector512.Create(a.GetLower(), b.GetLower()));
        return Unsafe.SizeOf<T>() == sizeof(int)
            ? Pick(a, Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), b)
            : Pick(a, Vector512.Create(0L, 8L, 1L, 9L, 2L, 10L, 3L, 11L), b);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ZipUpper(Vector512<T> a, Vector512<T> b)
    {
        if (!Avx512F.IsSupported)
            return Alternate(Vector512.Create(a.GetUpper(), b.GetUpper()));
        return Unsafe.SizeOf<T>() == sizeof(int)
            ? Pick(a, Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), b)
            : Pick(a, Vector512.Create(4L, 12L, 5L, 13L, 6L, 14L, 7L, 15L), b);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Even(Vector512<T> a, Vector512<T> b)
    {
        if (!Avx512F.IsSupported)
            return Vector512.Create(Deal(a).GetLower(), Deal(b).GetLower());
        return Unsafe.SizeOf<T>() == sizeof(int)
            ? Pick(a, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b)
            : Pick(a, Vector512.Create(0L, 2L, 4L, 6L, 8L, 10L, 12L, 14L), b);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Odd(Vector512<T> a, Vector512<T> b)
    {
        if (!Avx512F.IsSupported)
            return Vector512.Create(Deal(a).GetUpper(), Deal(b).GetUpper());
        return Unsafe.SizeOf<T>() == sizeof(int)
            ? Pick(a, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b)
            : Pick(a, Vector512.Create(1L, 3L, 5L, 7L, 9L, 11L, 13L, 15L), b);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ZeroFirst(Vector512<T> a) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector512.Shuffle(a.AsInt32(), Vector512.Create(-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)).As<int, T>()
        : Vector512.Shuffle(a.AsInt64(), Vector512.Create(-1L, 0L, 1L, 2L, 3L, 4L, 5L, 6L)).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ZeroLast(Vector512<T> a) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector512.Shuffle(a.AsInt32(), Vector512.Create(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, -1)).As<int, T>()
        : Vector512.Shuffle(a.AsInt64(), Vector512.Create(1L, 2L, 3L, 4L, 5L, 6L, 7L, -1L)).As<long, T>();

    /// <summary>First half and second half, one from each in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Alternate(Vector512<T> halves) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector512.Shuffle(halves.AsInt32(), Vector512.Create(0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15)).As<int, T>()
        : Vector512.Shuffle(halves.AsInt64(), Vector512.Create(0L, 4L, 1L, 5L, 2L, 6L, 3L, 7L)).As<long, T>();

    /// <summary>Lanes 0, 2, 4, …, then 1, 3, 5, ….</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Deal(Vector512<T> lanes) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector512.Shuffle(lanes.AsInt32(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15)).As<int, T>()
        : Vector512.Shuffle(lanes.AsInt64(), Vector512.Create(0L, 2L, 4L, 6L, 1L, 3L, 5L, 7L)).As<long, T>();

    /// <summary>Lanes of a, counted from 0, and of b, counted on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Pick(Vector512<T> a, Vector512<int> places, Vector512<T> b) =>
        Avx512F.PermuteVar16x32x2(a.AsInt32(), places, b.AsInt32()).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Pick(Vector512<T> a, Vector512<long> places, Vector512<T> b) =>
        Avx512F.PermuteVar8x64x2(a.AsInt64(), places, b.AsInt64()).As<long, T>();
}
