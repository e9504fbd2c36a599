using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// The ring for 3 × 3 kernels at a stride of two over an image as it stands. Rows come in pairs: the upper one meets the middle taps of one
/// row of results, the lower one the last taps of the same row and the first taps of the next. Two vectors of neighbours are dealt out into
/// every second number and those between.
/// <code>
/// y[row] = sums + Σ x[2·row, 2·column + t − 1] · w[1, t] + Σ x[2·row + 1, 2·column + t − 1] · w[2, t];   sums = Σ x[2·row + 1, 2·column + t − 1] · w[0, t]
/// </code>
/// </summary>
/// <remarks>Unchecked references, as in <see cref="MicroKernel{T, TVector, TLanes, TShape}"/>.</remarks>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="TLanes">What the machine does with it.</typeparam>
/// <typeparam name="TColumns">Vectors of neighbouring results, 1 to 3.</typeparam>
internal abstract class NineTapStrideRing<T, TVector, TLanes, TColumns> : RingColumns<T, TVector, TLanes, TColumns>
    where TLanes : ILanes<T, TVector>
    where TColumns : ICount
{
    /// <summary>Goes down the pairs of rows; with a lead of one, the lower row of the pair above begins.</summary>
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
        TVector a1 = seed, b1 = seed, c1 = seed;
        TVector x0, y0, z0, x1, y1, z1, x2, y2, z2;
        if (call.Lead > 0)
        {
            Read(ref Unsafe.Add(ref image, -imageRow), column, left, out x0, out y0, out z0, out x1, out y1, out z1, out x2, out y2,
                out z2);
            Add(w0, x0, y0, z0, ref a1, ref b1, ref c1);
            Add(w1, x1, y1, z1, ref a1, ref b1, ref c1);
            Add(w2, x2, y2, z2, ref a1, ref b1, ref c1);
        }

        for (int row = call.Rows; row > 0; row--)
        {
            if (ahead > 0)
            {
                Ahead(ref image, 2 * ahead);
                Ahead(ref Unsafe.Add(ref image, ahead), 2 * ahead);
                Ahead(ref Unsafe.Add(ref image, imageRow), 2 * ahead);
                Ahead(ref Unsafe.Add(ref image, imageRow + ahead), 2 * ahead);
                Ahead(ref result, ahead);
            }

            Read(ref image, column, left, out x0, out y0, out z0, out x1, out y1, out z1, out x2, out y2, out z2);
            Add(w3, x0, y0, z0, ref a1, ref b1, ref c1);
            Add(w4, x1, y1, z1, ref a1, ref b1, ref c1);
            Add(w5, x2, y2, z2, ref a1, ref b1, ref c1);
            image = ref Unsafe.Add(ref image, imageRow);
            TVector a0 = seed, b0 = seed, c0 = seed;
            Read(ref image, column, left, out x0, out y0, out z0, out x1, out y1, out z1, out x2, out y2, out z2);
            Add(w0, x0, y0, z0, ref a0, ref b0, ref c0);
            Add(w6, x0, y0, z0, ref a1, ref b1, ref c1);
            Add(w1, x1, y1, z1, ref a0, ref b0, ref c0);
            Add(w7, x1, y1, z1, ref a1, ref b1, ref c1);
            Add(w2, x2, y2, z2, ref a0, ref b0, ref c0);
            Add(w8, x2, y2, z2, ref a1, ref b1, ref c1);
            image = ref Unsafe.Add(ref image, imageRow);
            result = ref Write(ref result, resultRow, column, a1, b1, c1);
            (a1, b1, c1) = (a0, b0, c0);
        }
    }

    /// <summary>What the taps at the left, in the middle and at the right read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Read(
        ref T image,
        nint column,
        bool edge,
        out TVector x0,
        out TVector y0,
        out TVector z0,
        out TVector x1,
        out TVector y1,
        out TVector z1,
        out TVector x2,
        out TVector y2,
        out TVector z2)
    {
        Deal(ref image, out x1, out x2);
        x0 = edge ? TLanes.ZeroFirst(x2) : Before(ref image);
        (y0, y1, y2) = (x0, x1, x2);
        if (TColumns.Value > 1)
        {
            Deal(ref Unsafe.Add(ref image, 2 * column), out y1, out y2);
            y0 = Before(ref Unsafe.Add(ref image, 2 * column));
        }

        (z0, z1, z2) = (x0, x1, x2);
        if (TColumns.Value > 2)
        {
            Deal(ref Unsafe.Add(ref image, 4 * column), out z1, out z2);
            z0 = Before(ref Unsafe.Add(ref image, 4 * column));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Deal(ref T image, out TVector even, out TVector odd)
    {
        TVector lower = TLanes.Load(ref image);
        TVector upper = TLanes.Load(ref Unsafe.Add(ref image, TLanes.Count));
        even = TLanes.Even(lower, upper);
        odd = TLanes.Odd(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Before(ref T image) =>
        TLanes.Even(TLanes.Load(ref Unsafe.Add(ref image, -1)), TLanes.Load(ref Unsafe.Add(ref image, TLanes.Count - 1)));
}
