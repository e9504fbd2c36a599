using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// 128 bits of lanes. Where the machine has no such registers the platform puts narrower ones together: slower, the same sums.
/// </summary>
internal readonly struct Lanes128<T> : ILanes<T, Vector128<T>>
{
    /// <inheritdoc/>
    public static int Count => Vector128<T>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(ref T source) => Vector128.LoadUnsafe(ref source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> numbers, ref T target) => numbers.StoreUnsafe(ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Broadcast(T number) => Vector128.Create(number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> a, Vector128<T> b, Vector128<T> c)
    {
        if (typeof(T) == typeof(float))
            return Vector128.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>();
        if (typeof(T) == typeof(double))
            return Vector128.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        return a * b + c;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ZipLower(Vector128<T> a, Vector128<T> b) => Alternate(Vector128.Create(a.GetLower(), b.GetLower()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ZipUpper(Vector128<T> a, Vector128<T> b) => Alternate(Vector128.Create(a.GetUpper(), b.GetUpper()));

    /// <summary>First half and second half, one from each in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Alternate(Vector128<T> halves) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector128.Shuffle(halves.AsInt32(), Vector128.Create(0, 2, 1, 3)).As<int, T>()
        : Vector128.Shuffle(halves.AsInt64(), Vector128.Create(0L, 1L)).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Even(Vector128<T> a, Vector128<T> b)
    {
        if (Sse2.IsSupported)
            return Unsafe.SizeOf<T>() == sizeof(int)
                ? Sse.Shuffle(a.AsSingle(), b.AsSingle(), 0b10_00_10_00).As<float, T>()
                : Sse2.UnpackLow(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Vector128.Create(Deal(a).GetLower(), Deal(b).GetLower());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Odd(Vector128<T> a, Vector128<T> b)
    {
        if (Sse2.IsSupported)
            return Unsafe.SizeOf<T>() == sizeof(int)
                ? Sse.Shuffle(a.AsSingle(), b.AsSingle(), 0b11_01_11_01).As<float, T>()
                : Sse2.UnpackHigh(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Vector128.Create(Deal(a).GetUpper(), Deal(b).GetUpper());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ZeroFirst(Vector128<T> a) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector128.Shuffle(a.AsInt32(), Vector128.Create(-1, 0, 1, 2)).As<int, T>()
        : Vector128.Shuffle(a.AsInt64(), Vector128.Create(-1L, 0L)).As<long, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ZeroLast(Vector128<T> a) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector128.Shuffle(a.AsInt32(), Vector128.Create(1, 2, 3, -1)).As<int, T>()
        : Vector128.Shuffle(a.AsInt64(), Vector128.Create(1L, -1L)).As<long, T>();

    /// <summary>Lanes 0, 2, 4, …, then 1, 3, 5, ….</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Deal(Vector128<T> lanes) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vector128.Shuffle(lanes.AsInt32(), Vector128.Create(0, 2, 1, 3)).As<int, T>()
        : Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(0L, 1L)).As<long, T>();
}
