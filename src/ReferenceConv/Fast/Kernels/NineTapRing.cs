using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// The ring for 3 × 3 kernels over an image as it stands: nine weights and three open rows of sums stay in registers, and where the taps at
/// the left and right reach beyond the row, the lanes of the middle one are moved by one and a zero moves in.
/// <code>
/// sums[j] += x[row, column + t − 1] · w[j, t]   for j, t = 0 … 2;   y[row − 1] = sums[2];   sums[j] = sums[j − 1]
/// </code>
/// </summary>
/// <remarks>Unchecked references, as in <see cref="MicroKernel{T, TVector, TLanes, TShape}"/>.</remarks>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="TLanes">What the machine does with it.</typeparam>
/// <typeparam name="TColumns">Vectors of neighbouring results, 1 to 3.</typeparam>
internal abstract class NineTapRing<T, TVector, TLanes, TColumns> : RingColumns<T, TVector, TLanes, TColumns>
    where TLanes : ILanes<T, TVector>
    where TColumns : ICount
{
    /// <summary>Goes down the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in NineTapCall<T> call)
    {
        ref T image = ref call.Image;
        ref T result = ref call.Result;
        nint imageRow = call.ImageRow;
        nint resultRow = call.ResultRow;
        nint column = call.Column;
        nint ahead = call.Ahead;
        bool left = call.IsLeftEdge;
        bool right = call.IsRightEdge;
        int lead = call.Lead;
        TVector w0 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 0));
        TVector w1 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 1));
        TVector w2 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 2));
        TVector w3 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 3));
        TVector w4 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 4));
        TVector w5 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 5));
        TVector w6 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 6));
        TVector w7 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 7));
        TVector w8 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 8));
        TVector seed = TLanes.Broadcast(call.Seed);
        TVector a1 = seed, b1 = seed, c1 = seed, a2 = seed, b2 = seed, c2 = seed;

        for (int row = call.Rows; row > 0; row--)
        {
            if (ahead > 0)
            {
                Ahead(ref image, ahead);
                Ahead(ref result, ahead);
            }

            TVector a0 = seed, b0 = seed, c0 = seed;
            Load(ref image, column, out TVector x1, out TVector y1, out TVector z1);
            Before(ref image, column, left, x1, out TVector x0, out TVector y0, out TVector z0);
            Add(w0, x0, y0, z0, ref a0, ref b0, ref c0);
            Add(w3, x0, y0, z0, ref a1, ref b1, ref c1);
            Add(w6, x0, y0, z0, ref a2, ref b2, ref c2);
            Add(w1, x1, y1, z1, ref a0, ref b0, ref c0);
            Add(w4, x1, y1, z1, ref a1, ref b1, ref c1);
            Add(w7, x1, y1, z1, ref a2, ref b2, ref c2);
            After(ref image, column, right, x1, y1, z1, out TVector x2, out TVector y2, out TVector z2);
            Add(w2, x2, y2, z2, ref a0, ref b0, ref c0);
            Add(w5, x2, y2, z2, ref a1, ref b1, ref c1);
            Add(w8, x2, y2, z2, ref a2, ref b2, ref c2);
            image = ref Unsafe.Add(ref image, imageRow);
            if (lead > 0)
                lead--;
            else
                result = ref Write(ref result, resultRow, column, a2, b2, c2);
            (a2, b2, c2) = (a1, b1, c1);
            (a1, b1, c1) = (a0, b0, c0);
        }

        if (call.Tail > 0)
            Write(ref result, resultRow, column, a2, b2, c2);
    }

    /// <summary>What the taps to the left read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Before(ref T image, nint column, bool edge, TVector middle, out TVector x, out TVector y, out TVector z)
    {
        x = edge ? TLanes.ZeroFirst(middle) : TLanes.Load(ref Unsafe.Add(ref image, -1));
        y = TColumns.Value > 1 ? TLanes.Load(ref Unsafe.Add(ref image, column - 1)) : x;
        z = TColumns.Value > 2 ? TLanes.Load(ref Unsafe.Add(ref image, 2 * column - 1)) : x;
    }

    /// <summary>What the taps to the right read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void After(
        ref T image, nint column, bool edge, TVector middle, TVector second, TVector third, out TVector x, out TVector y, out TVector z)
    {
        x = TColumns.Value == 1 && edge ? TLanes.ZeroLast(middle) : TLanes.Load(ref Unsafe.Add(ref image, 1));
        y = TColumns.Value == 1 ? x : TColumns.Value == 2 && edge
            ? TLanes.ZeroLast(second)
            : TLanes.Load(ref Unsafe.Add(ref image, column + 1));
        z = TColumns.Value < 3 ? x : edge ? TLanes.ZeroLast(third) : TLanes.Load(ref Unsafe.Add(ref image, 2 * column + 1));
    }
}
