using System.Numerics;
using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// One lane: any number that can be added and multiplied. With <c>int</c> it proves the structure around the kernel, exactly.
/// </summary>
internal readonly struct ScalarLane<T> : ILanes<T, T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(ref T source) => source;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T numbers, ref T target) => target = numbers;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Broadcast(T number) => number;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyAdd(T a, T b, T c) => a * b + c;

    /// <inheritdoc/>
    public static T ZipLower(T a, T b) => a;

    /// <inheritdoc/>
    public static T ZipUpper(T a, T b) => b;

    /// <inheritdoc/>
    public static T Even(T a, T b) => a;

    /// <inheritdoc/>
    public static T Odd(T a, T b) => b;

    /// <inheritdoc/>
    public static T ZeroFirst(T a) => T.AdditiveIdentity;

    /// <inheritdoc/>
    public static T ZeroLast(T a) => T.AdditiveIdentity;
}
