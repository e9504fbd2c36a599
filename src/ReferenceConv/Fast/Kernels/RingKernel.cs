using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// One channel to one channel, down the rows of an image. A row of the image meets tap row j in the result j rows above it; so the sums of
/// as many results as there are tap rows are open at once, in a ring of registers: every row of the image is read once, added to all of
/// them, and then the oldest sum is complete and leaves.
/// <code>
/// sums[j] += Σ x[row, column + offset] · w[j, offset]   for all j;   y[row − last j] = sums[last];   sums[j] = sums[j − 1]
/// </code>
/// </summary>
/// <remarks>Unchecked references, as in <see cref="MicroKernel{T, TVector, TLanes, TShape}"/>.</remarks>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="TLanes">What the machine does with it.</typeparam>
/// <typeparam name="TRows">Tap rows, 1 to 7.</typeparam>
/// <typeparam name="TColumns">Vectors of neighbouring results, 1 to 3.</typeparam>
internal abstract class RingKernel<T, TVector, TLanes, TRows, TColumns> : RingColumns<T, TVector, TLanes, TColumns>
    where TLanes : ILanes<T, TVector>
    where TRows : ICount
    where TColumns : ICount
{
    /// <summary>Goes down the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in RingCall<T> call)
    {
        ref T image = ref call.Image;
        ref T seed = ref call.Seed;
        ref T result = ref call.Result;
        nint seedRow = call.SeedRow;
        nint seedColumn = call.SeedColumn;
        nint resultRow = call.ResultRow;
        nint column = call.Column;
        nint ahead = call.Ahead;
        int newest = call.Newest;
        int results = call.Results;
        int rows = call.Rows;
        TVector a0 = default!, a1 = default!, a2 = default!, a3 = default!, a4 = default!, a5 = default!, a6 = default!;
        TVector b0 = default!, b1 = default!, b2 = default!, b3 = default!, b4 = default!, b5 = default!, b6 = default!;
        TVector c0 = default!, c1 = default!, c2 = default!, c3 = default!, c4 = default!, c5 = default!, c6 = default!;
        Begin(newest, results, ref seed, seedRow, seedColumn, out a0, out b0, out c0);
        if (TRows.Value > 1) Begin(newest - 1, results, ref seed, seedRow, seedColumn, out a1, out b1, out c1);
        if (TRows.Value > 2) Begin(newest - 2, results, ref seed, seedRow, seedColumn, out a2, out b2, out c2);
        if (TRows.Value > 3) Begin(newest - 3, results, ref seed, seedRow, seedColumn, out a3, out b3, out c3);
        if (TRows.Value > 4) Begin(newest - 4, results, ref seed, seedRow, seedColumn, out a4, out b4, out c4);
        if (TRows.Value > 5) Begin(newest - 5, results, ref seed, seedRow, seedColumn, out a5, out b5, out c5);
        if (TRows.Value > 6) Begin(newest - 6, results, ref seed, seedRow, seedColumn, out a6, out b6, out c6);

        for (int row = 0; row < rows; row++)
        {
            ref T weight = ref call.Weights;
            if (ahead > 0)
            {
                Ahead(ref image, ahead);
                Ahead(ref Unsafe.Add(ref result, resultRow * newest), ahead);
            }

            foreach (int offset in call.Taps)
            {
                Load(ref Unsafe.Add(ref image, offset), column, out TVector x, out TVector y, out TVector z);
                Add(TLanes.Broadcast(Unsafe.Add(ref weight, 0)), x, y, z, ref a0, ref b0, ref c0);
                if (TRows.Value > 1) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 1)), x, y, z, ref a1, ref b1, ref c1);
                if (TRows.Value > 2) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 2)), x, y, z, ref a2, ref b2, ref c2);
                if (TRows.Value > 3) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 3)), x, y, z, ref a3, ref b3, ref c3);
                if (TRows.Value > 4) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 4)), x, y, z, ref a4, ref b4, ref c4);
                if (TRows.Value > 5) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 5)), x, y, z, ref a5, ref b5, ref c5);
                if (TRows.Value > 6) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 6)), x, y, z, ref a6, ref b6, ref c6);
                weight = ref Unsafe.Add(ref weight, TRows.Value);
            }

            foreach (int offset in call.ShortTaps)
            {
                Load(ref Unsafe.Add(ref image, offset), column, out TVector x, out TVector y, out TVector z);
                if (TRows.Value > 1) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 0)), x, y, z, ref a0, ref b0, ref c0);
                if (TRows.Value > 2) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 1)), x, y, z, ref a1, ref b1, ref c1);
                if (TRows.Value > 3) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 2)), x, y, z, ref a2, ref b2, ref c2);
                if (TRows.Value > 4) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 3)), x, y, z, ref a3, ref b3, ref c3);
                if (TRows.Value > 5) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 4)), x, y, z, ref a4, ref b4, ref c4);
                if (TRows.Value > 6) Add(TLanes.Broadcast(Unsafe.Add(ref weight, 5)), x, y, z, ref a5, ref b5, ref c5);
                weight = ref Unsafe.Add(ref weight, TRows.Value - 1);
            }

            image = ref Unsafe.Add(ref image, call.ImageRow);
            if (TRows.Value == 7) End(newest - 6, results, ref result, resultRow, column, a6, b6, c6);
            if (TRows.Value == 6) End(newest - 5, results, ref result, resultRow, column, a5, b5, c5);
            if (TRows.Value == 5) End(newest - 4, results, ref result, resultRow, column, a4, b4, c4);
            if (TRows.Value == 4) End(newest - 3, results, ref result, resultRow, column, a3, b3, c3);
            if (TRows.Value == 3) End(newest - 2, results, ref result, resultRow, column, a2, b2, c2);
            if (TRows.Value == 2) End(newest - 1, results, ref result, resultRow, column, a1, b1, c1);
            if (TRows.Value == 1) End(newest, results, ref result, resultRow, column, a0, b0, c0);
            if (TRows.Value > 6) (a6, b6, c6) = (a5, b5, c5);
            if (TRows.Value > 5) (a5, b5, c5) = (a4, b4, c4);
            if (TRows.Value > 4) (a4, b4, c4) = (a3, b3, c3);
            if (TRows.Value > 3) (a3, b3, c3) = (a2, b2, c2);
            if (TRows.Value > 2) (a2, b2, c2) = (a1, b1, c1);
            if (TRows.Value > 1) (a1, b1, c1) = (a0, b0, c0);
            newest++;
            Begin(newest, results, ref seed, seedRow, seedColumn, out a0, out b0, out c0);
        }

        if (TRows.Value > 1) End(newest - 1, results, ref result, resultRow, column, a1, b1, c1);
        if (TRows.Value > 2) End(newest - 2, results, ref result, resultRow, column, a2, b2, c2);
        if (TRows.Value > 3) End(newest - 3, results, ref result, resultRow, column, a3, b3, c3);
        if (TRows.Value > 4) End(newest - 4, results, ref result, resultRow, column, a4, b4, c4);
        if (TRows.Value > 5) End(newest - 5, results, ref result, resultRow, column, a5, b5, c5);
        if (TRows.Value > 6) End(newest - 6, results, ref result, resultRow, column, a6, b6, c6);
    }

    /// <summary>
    /// Sum <paramref name="number"/> begins with its seeds; one that is none of the results' begins with those of the nearest, and is
    /// dropped later.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Begin(int number, int results, ref T seed, nint row, nint column, out TVector a, out TVector b, out TVector c) =>
        Load(ref Unsafe.Add(ref seed, row * Math.Clamp(number, 0, results - 1)), column, out a, out b, out c);

    /// <summary>Sum <paramref name="number"/> is complete, and written if it is one of the results'.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void End(int number, int results, ref T result, nint row, nint column, TVector a, TVector b, TVector c)
    {
        if ((uint)number < (uint)results)
            Write(ref Unsafe.Add(ref result, row * number), row, column, a, b, c);
    }
}
