using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// 256 bits of lanes. Where the machine has no such registers the platform puts narrower ones together: slower, the same sums.
/// </summary>
internal readonly struct Lanes256<T> : ILanes<T, Vector256<T>>
{
    /// <inheritdoc/>
    public static int Count => Vector256<T>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load(ref T source) => Vector256.LoadUnsafe(ref source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<T> numbers, ref T target) => numbers.StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Broadcast(T number) => Vector256.Create(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> a, Vector256<T> b, Vector256<T> c)
    {
        if (typeof(T) == typeof(float))
            return Vector256.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>();
        if (typeof(T) == typeof(double))
            return Vector256.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        return a * b + c;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ZipLower(Vector256<T> a, Vector256<T> b) => Alternate(Vector256.Create(a.GetLower(), b.GetLower()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ZipUpper(Vector256<T> a, Vector256<T> b) => Alternate(Vector256.Create(a.GetUpper(), b.GetUpper()));

    /// <summary>First half and second half, one from each in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Alternate(Vector256<T> halves) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector256.Shuffle(halves.AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).As<int, T>()
        : Vector256.Shuffle(halves.AsInt64(), Vector256.Create(0L, 2L, 1L, 3L)).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Even(Vector256<T> a, Vector256<T> b) => Vector256.Create(Deal(a).GetLower(), Deal(b).GetLower());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Odd(Vector256<T> a, Vector256<T> b) => Vector256.Create(Deal(a).GetUpper(), Deal(b).GetUpper());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ZeroFirst(Vector256<T> a) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector256.Shuffle(a.AsInt32(), Vector256.Create(-1, 0, 1, 2, 3, 4, 5, 6)).As<int, T>()
        : Vector256.Shuffle(a.AsInt64(), Vector256.Create(-1L, 0L, 1L, 2L)).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ZeroLast(Vector256<T> a) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector256.Shuffle(a.AsInt32(), Vector256.Create(1, 2, 3, 4, 5, 6, 7, -1)).As<int, T>()
        : Vector256.Shuffle(a.AsInt64(), Vector256.Create(1L, 2L, 3L, -1L)).As<long, T>();

    /// <summary>Lanes 0, 2, 4, …, then 1, 3, 5, ….</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Deal(Vector256<T> lanes) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector256.Shuffle(lanes.AsInt32(), Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7)).As<int, T>()
        : Vector256.Shuffle(lanes.AsInt64(), Vector256.Create(0L, 2L, 1L, 3L)).As<long, T>();
}
