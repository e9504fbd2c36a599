using System.Runtime.CompilerServices;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>
/// The source of <see cref="MicroKernel{T, TVector, TLanes, TShape}"/> with spans and positions instead of references, for all shapes like
/// it: every read and write is tested, and nothing is asked for ahead. Only here, to be compared with it.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="TLanes">What the machine does with it.</typeparam>
/// <typeparam name="TShape">How the tile lies in the registers.</typeparam>
/// <typeparam name="TTest">How a vector's place is tested.</typeparam>
internal static class GenericSpanKernel<T, TVector, TLanes, TShape, TTest>
    where TLanes : ILanes<T, TVector>
    where TShape : ITileShape
    where TTest : ISpanTest
{
    /// <summary>Computes one tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in SpanCall<T> call)
    {
        Span<T> rows = TShape.ImageInRows ? call.Image : call.Weights;
        Span<T> columns = TShape.ImageInRows ? call.Weights : call.Image;
        Span<T> seeds = call.Seeds;
        Span<T> tile = call.Tile;
        int seed = 0, weights = 0, place = 0;
        int rowStep = TShape.ImageInRows ? call.RowStep : 1;
        int secondStrip = TShape.Strip < TShape.Rows ? call.SecondStrip : StripRows<TShape>.Addressed * rowStep;
        int tileJump = call.SecondTile - (TShape.Strip - 1) * call.TileRow;
        int imageStep = TShape.ImageInRows ? 1 : call.ImageStep;
        int weightStep = TShape.ImageInRows ? 2 * TLanes.Count : TShape.Rows;
        int columnStep = TShape.ImageInRows ? TLanes.Count : call.ColumnStep;
        int o1 = rowStep, o2 = 2 * o1, o3 = 3 * o1, o4 = 4 * o1, o5 = 5 * o1, o6 = 6 * o1;
        TVector a0 = default!, a1 = default!, a2 = default!, a3 = default!, a4 = default!, a5 = default!, a6 = default!;
        TVector a7 = default!, a8 = default!, a9 = default!, a10 = default!, a11 = default!, a12 = default!, a13 = default!;
        TVector b0 = default!, b1 = default!, b2 = default!, b3 = default!, b4 = default!, b5 = default!, b6 = default!;
        TVector b7 = default!, b8 = default!, b9 = default!, b10 = default!, b11 = default!, b12 = default!, b13 = default!;
        TVector c0 = default!, c1 = default!, c2 = default!, c3 = default!, c4 = default!, c5 = default!, c6 = default!;
        TVector c7 = default!, c8 = default!, c9 = default!, c10 = default!, c11 = default!, c12 = default!, c13 = default!;

        if (TShape.Rows > 0) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a0, out b0, out c0);
        if (TShape.Rows > 1) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a1, out b1, out c1);
        if (TShape.Rows > 2) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a2, out b2, out c2);
        if (TShape.Rows > 3) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a3, out b3, out c3);
        if (TShape.Rows > 4) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a4, out b4, out c4);
        if (TShape.Rows > 5) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a5, out b5, out c5);
        if (TShape.Rows > 6) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a6, out b6, out c6);
        if (TShape.Rows > 7) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a7, out b7, out c7);
        if (TShape.Rows > 8) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a8, out b8, out c8);
        if (TShape.Rows > 9) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a9, out b9, out c9);
        if (TShape.Rows > 10) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a10, out b10, out c10);
        if (TShape.Rows > 11) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a11, out b11, out c11);
        if (TShape.Rows > 12) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a12, out b12, out c12);
        if (TShape.Rows > 13) seed = Begin(seeds, seed, call.SeedRow, call.SeedColumn, out a13, out b13, out c13);

        foreach (Segment segment in call.Segments)
        {
            int i = segment.Offset;
            for (int n = segment.Count; n > 0; n--)
            {
                int first = TShape.ImageInRows ? i : weights;
                int second = first + secondStrip;
                Columns(columns, TShape.ImageInRows ? weights : i, columnStep, out TVector x, out TVector y, out TVector z);
                if (TShape.Rows > 0) Add(rows, (0 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(0, o1, o2, o3, o4, o5, o6), x, y, z, ref a0, ref b0, ref c0);
                if (TShape.Rows > 1) Add(rows, (1 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(1, o1, o2, o3, o4, o5, o6), x, y, z, ref a1, ref b1, ref c1);
                if (TShape.Rows > 2) Add(rows, (2 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(2, o1, o2, o3, o4, o5, o6), x, y, z, ref a2, ref b2, ref c2);
                if (TShape.Rows > 3) Add(rows, (3 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(3, o1, o2, o3, o4, o5, o6), x, y, z, ref a3, ref b3, ref c3);
                if (TShape.Rows > 4) Add(rows, (4 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(4, o1, o2, o3, o4, o5, o6), x, y, z, ref a4, ref b4, ref c4);
                if (TShape.Rows > 5) Add(rows, (5 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(5, o1, o2, o3, o4, o5, o6), x, y, z, ref a5, ref b5, ref c5);
                if (TShape.Rows > 6) Add(rows, (6 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(6, o1, o2, o3, o4, o5, o6), x, y, z, ref a6, ref b6, ref c6);
                if (TShape.Rows > 7) Add(rows, (7 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(7, o1, o2, o3, o4, o5, o6), x, y, z, ref a7, ref b7, ref c7);
                if (TShape.Rows > 8) Add(rows, (8 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(8, o1, o2, o3, o4, o5, o6), x, y, z, ref a8, ref b8, ref c8);
                if (TShape.Rows > 9) Add(rows, (9 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(9, o1, o2, o3, o4, o5, o6), x, y, z, ref a9, ref b9, ref c9);
                if (TShape.Rows > 10) Add(rows, (10 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(10, o1, o2, o3, o4, o5, o6), x, y, z, ref a10, ref b10, ref c10);
                if (TShape.Rows > 11) Add(rows, (11 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(11, o1, o2, o3, o4, o5, o6), x, y, z, ref a11, ref b11, ref c11);
                if (TShape.Rows > 12) Add(rows, (12 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(12, o1, o2, o3, o4, o5, o6), x, y, z, ref a12, ref b12, ref c12);
                if (TShape.Rows > 13) Add(rows, (13 < StripRows<TShape>.FromFirst ? first : second)
                    + StripRows<TShape>.Distance(13, o1, o2, o3, o4, o5, o6), x, y, z, ref a13, ref b13, ref c13);
                i += imageStep;
                weights += weightStep;
            }
        }

        if (TShape.Rows > 0) place = End(tile, place, TShape.Strip == 1 ? tileJump : call.TileRow, call.TileColumn, a0, b0, c0);
        if (TShape.Rows > 1) place = End(tile, place, TShape.Strip == 2 ? tileJump : call.TileRow, call.TileColumn, a1, b1, c1);
        if (TShape.Rows > 2) place = End(tile, place, TShape.Strip == 3 ? tileJump : call.TileRow, call.TileColumn, a2, b2, c2);
        if (TShape.Rows > 3) place = End(tile, place, TShape.Strip == 4 ? tileJump : call.TileRow, call.TileColumn, a3, b3, c3);
        if (TShape.Rows > 4) place = End(tile, place, TShape.Strip == 5 ? tileJump : call.TileRow, call.TileColumn, a4, b4, c4);
        if (TShape.Rows > 5) place = End(tile, place, TShape.Strip == 6 ? tileJump : call.TileRow, call.TileColumn, a5, b5, c5);
        if (TShape.Rows > 6) place = End(tile, place, TShape.Strip == 7 ? tileJump : call.TileRow, call.TileColumn, a6, b6, c6);
        if (TShape.Rows > 7) place = End(tile, place, TShape.Strip == 8 ? tileJump : call.TileRow, call.TileColumn, a7, b7, c7);
        if (TShape.Rows > 8) place = End(tile, place, TShape.Strip == 9 ? tileJump : call.TileRow, call.TileColumn, a8, b8, c8);
        if (TShape.Rows > 9) place = End(tile, place, TShape.Strip == 10 ? tileJump : call.TileRow, call.TileColumn, a9, b9, c9);
        if (TShape.Rows > 10) place = End(tile, place, TShape.Strip == 11 ? tileJump : call.TileRow, call.TileColumn, a10, b10, c10);
        if (TShape.Rows > 11) place = End(tile, place, TShape.Strip == 12 ? tileJump : call.TileRow, call.TileColumn, a11, b11, c11);
        if (TShape.Rows > 12) place = End(tile, place, TShape.Strip == 13 ? tileJump : call.TileRow, call.TileColumn, a12, b12, c12);
        if (TShape.Rows > 13) place = End(tile, place, TShape.Strip == 14 ? tileJump : call.TileRow, call.TileColumn, a13, b13, c13);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Begin(Span<T> seeds, int place, int row, int column, out TVector a, out TVector b, out TVector c)
    {
        a = TLanes.Load(ref TTest.First(seeds, place, TLanes.Count));
        b = TShape.Columns > 1 ? TLanes.Load(ref TTest.First(seeds, place + column, TLanes.Count)) : a;
        c = TShape.Columns > 2 ? TLanes.Load(ref TTest.First(seeds, place + 2 * column, TLanes.Count)) : a;
        return place + row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(Span<T> columns, int place, int step, out TVector x, out TVector y, out TVector z)
    {
        x = TLanes.Load(ref TTest.First(columns, place, TLanes.Count));
        y = TShape.Columns > 1 ? TLanes.Load(ref TTest.First(columns, place + step, TLanes.Count)) : x;
        z = TShape.Columns > 2 ? TLanes.Load(ref TTest.First(columns, place + 2 * step, TLanes.Count)) : x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Span<T> rows, int place, TVector x, TVector y, TVector z, ref TVector a, ref TVector b, ref TVector c)
    {
        TVector r = TLanes.Broadcast(rows[place]);
        a = TLanes.MultiplyAdd(r, x, a);
        if (TShape.Columns > 1)
            b = TLanes.MultiplyAdd(r, y, b);
        if (TShape.Columns > 2)
            c = TLanes.MultiplyAdd(r, z, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int End(Span<T> tile, int place, int row, int column, TVector a, TVector b, TVector c)
    {
        TLanes.Store(a, ref TTest.First(tile, place, TLanes.Count));
        if (TShape.Columns > 1)
            TLanes.Store(b, ref TTest.First(tile, place + column, TLanes.Count));
        if (TShape.Columns > 2)
            TLanes.Store(c, ref TTest.First(tile, place + 2 * column, TLanes.Count));
        return place + row;
    }
}
