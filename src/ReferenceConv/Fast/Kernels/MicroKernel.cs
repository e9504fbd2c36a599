using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// The innermost loop of every fast convolution: a tile of the output stays in registers while the sum runs over the segments,
/// <code>
/// tile[r, c] = seed[r, c] + Σ rows[r] · columns[c]
/// </code>
/// one operand of each product from the image, the other from the packed weights. Shapes, widths and number types are type arguments: for
/// each combination the compiler keeps the rows and columns there are and turns every accumulator into one register.
/// </summary>
/// <remarks>
/// Unchecked references, as in the rings and the transposition. With spans the loop tests a length for every number and vector that it
/// reads. Written out for one shape that costs up to a tenth; in this one source for all shapes up to four tenths, if an indexer looks at
/// both ends of a vector. With a slice for every vector the source asks for more inlining than the compiler grants: the sums go to the
/// stack, and 14 × 2 takes two to four times as long. <c>kernels</c> of the benchmarks measures all three. Callers guarantee that
/// everything the segments reach lies inside the arrays; the plans work out how far that is, their <c>Reach</c>.
/// </remarks>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="TLanes">What the machine does with it.</typeparam>
/// <typeparam name="TShape">How the tile lies in the registers.</typeparam>
internal static class MicroKernel<T, TVector, TLanes, TShape>
    where TLanes : ILanes<T, TVector>
    where TShape : ITileShape
{
    /// <summary>Computes one tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in TileCall<T> call)
    {
        ref T seed = ref call.Seed;
        ref T weights = ref call.Weights;
        ref T tile = ref call.Tile;
        nint rowStep = TShape.ImageInRows ? call.RowStep : 1;
        nint secondStrip = TShape.Strip < TShape.Rows ? call.SecondStrip : StripRows<TShape>.Addressed * rowStep;
        nint tileJump = call.SecondTile - (TShape.Strip - 1) * call.TileRow;
        nint imageStep = TShape.ImageInRows ? 1 : call.ImageStep;
        nint weightStep = TShape.ImageInRows ? 2 * TLanes.Count : TShape.Rows;
        nint columnStep = TShape.ImageInRows ? TLanes.Count : call.ColumnStep;
        nint ahead = call.Ahead;
        nint o1 = rowStep * Unsafe.SizeOf<T>(), o2 = 2 * o1, o3 = 3 * o1, o4 = 4 * o1, o5 = 5 * o1, o6 = 6 * o1;
        TVector a0 = default!, a1 = default!, a2 = default!, a3 = default!, a4 = default!, a5 = default!, a6 = default!;
        TVector a7 = default!, a8 = default!, a9 = default!, a10 = default!, a11 = default!, a12 = default!, a13 = default!;
        TVector b0 = default!, b1 = default!, b2 = default!, b3 = default!, b4 = default!, b5 = default!, b6 = default!;
        TVector b7 = default!, b8 = default!, b9 = default!, b10 = default!, b11 = default!, b12 = default!, b13 = default!;
        TVector c0 = default!, c1 = default!, c2 = default!, c3 = default!, c4 = default!, c5 = default!, c6 = default!;
        TVector c7 = default!, c8 = default!, c9 = default!, c10 = default!, c11 = default!, c12 = default!, c13 = default!;

        if (TShape.Rows > 0) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a0, out b0, out c0);
        if (TShape.Rows > 1) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a1, out b1, out c1);
        if (TShape.Rows > 2) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a2, out b2, out c2);
        if (TShape.Rows > 3) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a3, out b3, out c3);
        if (TShape.Rows > 4) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a4, out b4, out c4);
        if (TShape.Rows > 5) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a5, out b5, out c5);
        if (TShape.Rows > 6) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a6, out b6, out c6);
        if (TShape.Rows > 7) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a7, out b7, out c7);
        if (TShape.Rows > 8) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a8, out b8, out c8);
        if (TShape.Rows > 9) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a9, out b9, out c9);
        if (TShape.Rows > 10) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a10, out b10, out c10);
        if (TShape.Rows > 11) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a11, out b11, out c11);
        if (TShape.Rows > 12) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a12, out b12, out c12);
        if (TShape.Rows > 13) seed = ref Begin(ref seed, call.SeedRow, call.SeedColumn, out a13, out b13, out c13);

        foreach (Segment segment in call.Segments)
        {
            ref T i = ref Unsafe.Add(ref call.Image, segment.Offset);
            for (int n = segment.Count; n > 0; n--)
            {
                ref T first = ref TShape.ImageInRows ? ref i : ref weights;
                ref T second = ref Unsafe.Add(ref first, secondStrip);
                Columns(ref TShape.ImageInRows ? ref weights : ref i, columnStep, out TVector x, out TVector y, out TVector z);
                if (TShape.Rows > 0) Add(ref 0 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(0, o1, o2, o3, o4, o5, o6), x, y, z, ref a0, ref b0, ref c0);
                if (TShape.Rows > 1) Add(ref 1 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(1, o1, o2, o3, o4, o5, o6), x, y, z, ref a1, ref b1, ref c1);
                if (TShape.Rows > 2) Add(ref 2 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(2, o1, o2, o3, o4, o5, o6), x, y, z, ref a2, ref b2, ref c2);
                if (TShape.Rows > 3) Add(ref 3 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(3, o1, o2, o3, o4, o5, o6), x, y, z, ref a3, ref b3, ref c3);
                if (TShape.Rows > 4) Add(ref 4 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(4, o1, o2, o3, o4, o5, o6), x, y, z, ref a4, ref b4, ref c4);
                if (TShape.Rows > 5) Add(ref 5 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(5, o1, o2, o3, o4, o5, o6), x, y, z, ref a5, ref b5, ref c5);
                if (TShape.Rows > 6) Add(ref 6 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(6, o1, o2, o3, o4, o5, o6), x, y, z, ref a6, ref b6, ref c6);
                if (TShape.Rows > 7) Add(ref 7 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(7, o1, o2, o3, o4, o5, o6), x, y, z, ref a7, ref b7, ref c7);
                if (TShape.Rows > 8) Add(ref 8 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(8, o1, o2, o3, o4, o5, o6), x, y, z, ref a8, ref b8, ref c8);
                if (TShape.Rows > 9) Add(ref 9 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(9, o1, o2, o3, o4, o5, o6), x, y, z, ref a9, ref b9, ref c9);
                if (TShape.Rows > 10) Add(ref 10 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(10, o1, o2, o3, o4, o5, o6), x, y, z, ref a10, ref b10, ref c10);
                if (TShape.Rows > 11) Add(ref 11 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(11, o1, o2, o3, o4, o5, o6), x, y, z, ref a11, ref b11, ref c11);
                if (TShape.Rows > 12) Add(ref 12 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(12, o1, o2, o3, o4, o5, o6), x, y, z, ref a12, ref b12, ref c12);
                if (TShape.Rows > 13) Add(ref 13 < StripRows<TShape>.FromFirst
                    ? ref first
                    : ref second, StripRows<TShape>.Distance(13, o1, o2, o3, o4, o5, o6), x, y, z, ref a13, ref b13, ref c13);
                Prefetch.NextLevel(ref Unsafe.Add(ref TShape.ImageInRows ? ref weights : ref i, ahead));
                i = ref Unsafe.Add(ref i, imageStep);
                weights = ref Unsafe.Add(ref weights, weightStep);
            }
        }

        if (TShape.Rows > 0) tile = ref End(ref tile, TShape.Strip == 1 ? tileJump : call.TileRow, call.TileColumn, a0, b0, c0);
        if (TShape.Rows > 1) tile = ref End(ref tile, TShape.Strip == 2 ? tileJump : call.TileRow, call.TileColumn, a1, b1, c1);
        if (TShape.Rows > 2) tile = ref End(ref tile, TShape.Strip == 3 ? tileJump : call.TileRow, call.TileColumn, a2, b2, c2);
        if (TShape.Rows > 3) tile = ref End(ref tile, TShape.Strip == 4 ? tileJump : call.TileRow, call.TileColumn, a3, b3, c3);
        if (TShape.Rows > 4) tile = ref End(ref tile, TShape.Strip == 5 ? tileJump : call.TileRow, call.TileColumn, a4, b4, c4);
        if (TShape.Rows > 5) tile = ref End(ref tile, TShape.Strip == 6 ? tileJump : call.TileRow, call.TileColumn, a5, b5, c5);
        if (TShape.Rows > 6) tile = ref End(ref tile, TShape.Strip == 7 ? tileJump : call.TileRow, call.TileColumn, a6, b6, c6);
        if (TShape.Rows > 7) tile = ref End(ref tile, TShape.Strip == 8 ? tileJump : call.TileRow, call.TileColumn, a7, b7, c7);
        if (TShape.Rows > 8) tile = ref End(ref tile, TShape.Strip == 9 ? tileJump : call.TileRow, call.TileColumn, a8, b8, c8);
        if (TShape.Rows > 9) tile = ref End(ref tile, TShape.Strip == 10 ? tileJump : call.TileRow, call.TileColumn, a9, b9, c9);
        if (TShape.Rows > 10) tile = ref End(ref tile, TShape.Strip == 11 ? tileJump : call.TileRow, call.TileColumn, a10, b10, c10);
        if (TShape.Rows > 11) tile = ref End(ref tile, TShape.Strip == 12 ? tileJump : call.TileRow, call.TileColumn, a11, b11, c11);
        if (TShape.Rows > 12) tile = ref End(ref tile, TShape.Strip == 13 ? tileJump : call.TileRow, call.TileColumn, a12, b12, c12);
        if (TShape.Rows > 13) tile = ref End(ref tile, TShape.Strip == 14 ? tileJump : call.TileRow, call.TileColumn, a13, b13, c13);
    }

    /// <summary>Loads the row of accumulators with what the sums begin with, and goes to the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Begin(ref T seed, nint row, nint column, out TVector a, out TVector b, out TVector c)
    {
        a = TLanes.Load(ref seed);
        b = TShape.Columns > 1 ? TLanes.Load(ref Unsafe.Add(ref seed, column)) : a;
        c = TShape.Columns > 2 ? TLanes.Load(ref Unsafe.Add(ref seed, 2 * column)) : a;
        return ref Unsafe.Add(ref seed, row);
    }

    /// <summary>Reads the column operands, which all rows share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(ref T column, nint step, out TVector x, out TVector y, out TVector z)
    {
        x = TLanes.Load(ref column);
        y = TShape.Columns > 1 ? TLanes.Load(ref Unsafe.Add(ref column, step)) : x;
        z = TShape.Columns > 2 ? TLanes.Load(ref Unsafe.Add(ref column, 2 * step)) : x;
    }

    /// <summary>Reads the row operand, so many bytes behind the first of its strip, once, and multiplies it with every column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref T strip, nint offset, TVector x, TVector y, TVector z, ref TVector a, ref TVector b, ref TVector c)
    {
        TVector r = TLanes.Broadcast(Unsafe.AddByteOffset(ref strip, offset));
        a = TLanes.MultiplyAdd(r, x, a);
        if (TShape.Columns > 1)
            b = TLanes.MultiplyAdd(r, y, b);
        if (TShape.Columns > 2)
            c = TLanes.MultiplyAdd(r, z, c);
    }

    /// <summary>Writes the row of accumulators, and goes to the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T End(ref T tile, nint row, nint column, TVector a, TVector b, TVector c)
    {
        TLanes.Store(a, ref tile);
        if (TShape.Columns > 1)
            TLanes.Store(b, ref Unsafe.Add(ref tile, column));
        if (TShape.Columns > 2)
            TLanes.Store(c, ref Unsafe.Add(ref tile, 2 * column));
        return ref Unsafe.Add(ref tile, row);
    }
}
