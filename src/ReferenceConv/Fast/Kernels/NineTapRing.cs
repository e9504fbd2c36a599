using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// The ring of <see cref="RingKernel{T, TVector, TLanes, TRows, TColumns}"/> for kernels of 3 × 3: their nine weights stay in registers too, so
/// that a row costs no more than its vectors of the image. There are three tap rows of three taps; or two of three, and three taps more that only
/// the first has, as a stride of two makes them.
/// </summary>
/// <remarks>Unchecked references, as in <see cref="MicroKernel{T, TVector, TLanes, TShape}"/>.</remarks>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="TLanes">What the machine does with it.</typeparam>
/// <typeparam name="TRows">Tap rows, 3, or 2 and the taps that one has alone.</typeparam>
/// <typeparam name="TColumns">Vectors of neighbouring results, 1 to 3.</typeparam>
internal abstract class NineTapRing<T, TVector, TLanes, TRows, TColumns> : RingColumns<T, TVector, TLanes, TColumns>
    where TLanes : ILanes<T, TVector>
    where TRows : ICount
    where TColumns : ICount
{
    /// <summary>Goes down the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in RingCall<T> call)
    {
        ref T image = ref call.Image;
        ref T result = ref call.Result;
        nint resultRow = call.ResultRow;
        nint column = call.Column;
        int newest = call.Newest;
        int results = call.Results;
        nint t0 = call.Taps[0], t1 = call.Taps[1], t2 = call.Taps[2];
        nint s0 = 0, s1 = 0, s2 = 0;
        if (TRows.Value == 2)
            (s0, s1, s2) = (call.ShortTaps[0], call.ShortTaps[1], call.ShortTaps[2]);

        TVector w0 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 0));
        TVector w1 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 1));
        TVector w2 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 2));
        TVector w3 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 3));
        TVector w4 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 4));
        TVector w5 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 5));
        TVector w6 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 6));
        TVector w7 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 7));
        TVector w8 = TLanes.Broadcast(Unsafe.Add(ref call.Weights, 8));
        TVector a0, b0, c0, a1, b1, c1, a2 = default!, b2 = default!, c2 = default!;
        Begin(newest, results, ref call.Seed, call.SeedRow, call.SeedColumn, out a0, out b0, out c0);
        Begin(newest - 1, results, ref call.Seed, call.SeedRow, call.SeedColumn, out a1, out b1, out c1);
        if (TRows.Value == 3) Begin(newest - 2, results, ref call.Seed, call.SeedRow, call.SeedColumn, out a2, out b2, out c2);

        for (int row = call.Rows; row > 0; row--)
        {
            if (TRows.Value == 3)
            {
                Load(ref Unsafe.Add(ref image, t0), column, out TVector x0, out TVector y0, out TVector z0);
                Add(w0, x0, y0, z0, ref a0, ref b0, ref c0);
                Add(w1, x0, y0, z0, ref a1, ref b1, ref c1);
                Add(w2, x0, y0, z0, ref a2, ref b2, ref c2);
                Load(ref Unsafe.Add(ref image, t1), column, out TVector x1, out TVector y1, out TVector z1);
                Add(w3, x1, y1, z1, ref a0, ref b0, ref c0);
                Add(w4, x1, y1, z1, ref a1, ref b1, ref c1);
                Add(w5, x1, y1, z1, ref a2, ref b2, ref c2);
                Load(ref Unsafe.Add(ref image, t2), column, out TVector x2, out TVector y2, out TVector z2);
                Add(w6, x2, y2, z2, ref a0, ref b0, ref c0);
                Add(w7, x2, y2, z2, ref a1, ref b1, ref c1);
                Add(w8, x2, y2, z2, ref a2, ref b2, ref c2);
                End(newest - 2, results, ref result, resultRow, column, a2, b2, c2);
                (a2, b2, c2) = (a1, b1, c1);
            }
            else
            {
                Load(ref Unsafe.Add(ref image, t0), column, out TVector x0, out TVector y0, out TVector z0);
                Add(w0, x0, y0, z0, ref a0, ref b0, ref c0);
                Add(w1, x0, y0, z0, ref a1, ref b1, ref c1);
                Load(ref Unsafe.Add(ref image, t1), column, out TVector x1, out TVector y1, out TVector z1);
                Add(w2, x1, y1, z1, ref a0, ref b0, ref c0);
                Add(w3, x1, y1, z1, ref a1, ref b1, ref c1);
                Load(ref Unsafe.Add(ref image, t2), column, out TVector x2, out TVector y2, out TVector z2);
                Add(w4, x2, y2, z2, ref a0, ref b0, ref c0);
                Add(w5, x2, y2, z2, ref a1, ref b1, ref c1);
                Load(ref Unsafe.Add(ref image, s0), column, out TVector u0, out TVector v0, out TVector q0);
                Add(w6, u0, v0, q0, ref a0, ref b0, ref c0);
                Load(ref Unsafe.Add(ref image, s1), column, out TVector u1, out TVector v1, out TVector q1);
                Add(w7, u1, v1, q1, ref a0, ref b0, ref c0);
                Load(ref Unsafe.Add(ref image, s2), column, out TVector u2, out TVector v2, out TVector q2);
                Add(w8, u2, v2, q2, ref a0, ref b0, ref c0);
                End(newest - 1, results, ref result, resultRow, column, a1, b1, c1);
            }

            (a1, b1, c1) = (a0, b0, c0);
            newest++;
            Begin(newest, results, ref call.Seed, call.SeedRow, call.SeedColumn, out a0, out b0, out c0);
            image = ref Unsafe.Add(ref image, call.ImageRow);
        }

        End(newest - 1, results, ref result, resultRow, column, a1, b1, c1);
        if (TRows.Value == 3) End(newest - 2, results, ref result, resultRow, column, a2, b2, c2);
    }
}
