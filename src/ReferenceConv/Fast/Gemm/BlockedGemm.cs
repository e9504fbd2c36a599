using System.Numerics;
using ReferenceConv.Fast.Kernels;

namespace ReferenceConv.Fast.Gemm;

/// <summary>
/// C += A · B for A [m × k], B [k × n], C [m × n], in three steps from the slow memory to the fast (Goto and van de Geijn 2008, BLIS):
/// <code>
/// blocks     for the caches       five loops take depth × columns of B, rows × depth of A (<see cref="Blocking"/>)
/// panels     in the order read    A's block goes into panels of MR rows, B's into panels of NR columns: the kernel reads both from front to back
/// registers  a tile MR × NR of C  stays there for the whole depth of a block; each number read from a panel is multiplied MR or NR times
/// </code>
/// A panel at an edge is filled up with zeros, so that every tile is whole; what lies beyond the edge is computed and not stored.
/// The number, the register and the shape of the tile are type arguments: with <see cref="ScalarLane{T}"/> a register holds one number of
/// any type.
/// </summary>
internal sealed class BlockedGemm<T, TVector, TLanes, TShape>
    where T : IAdditiveIdentity<T, T>
    where TLanes : ILanes<T, TVector>
    where TShape : ITileShape
{
    private readonly Blocking blocking;
    private readonly T[] packedA;
    private readonly T[] packedB;
    private readonly T[] edge;

    /// <summary>Products of matrices no larger than this.</summary>
    public BlockedGemm(Blocking blocking, int rows, int depth, int columns)
    {
        this.blocking = blocking;
        depth = Math.Min(depth, blocking.Depth);
        packedA = GC.AllocateUninitializedArray<T>(WholePanels(Math.Min(rows, blocking.Rows), PanelRows) * depth);
        packedB = GC.AllocateUninitializedArray<T>(WholePanels(Math.Min(columns, blocking.Columns), PanelColumns) * depth);
        edge = new T[PanelRows * PanelColumns];
        Array.Fill(edge, T.AdditiveIdentity);
    }

    /// <summary>MR.</summary>
    private static int PanelRows => TShape.Rows;

    /// <summary>NR.</summary>
    public static int PanelColumns => TShape.Columns * TLanes.Count;

    /// <summary>C += A · B.</summary>
    /// <param name="a">A, row-major.</param>
    /// <param name="depth">k.</param>
    /// <param name="b">B.</param>
    /// <param name="c">C, which says how large the product is.</param>
    public void AddProduct<TColumns>(ReadOnlySpan<T> a, int depth, scoped TColumns b, scoped OutputRows<T> c)
        where TColumns : IColumns<T>, allows ref struct
    {
        for (int j = 0; j < c.Columns; j += blocking.Columns)
            for (int p = 0; p < depth; p += blocking.Depth)
            {
                int terms = Math.Min(blocking.Depth, depth - p);
                PackB(b, p, terms, j, Math.Min(blocking.Columns, c.Columns - j));
                for (int i = 0; i < c.Rows; i += blocking.Rows)
                {
                    OutputRows<T> block = c.Part(i, blocking.Rows, j, blocking.Columns);
                    PackA(a[(i * depth + p)..], depth, block.Rows, terms);
                    AddBlocks(terms, block);
                }
            }
    }

    /// <summary>B's block into panels: panel j/NR holds [terms × NR], row after row.</summary>
    private void PackB<TColumns>(scoped TColumns b, int firstRow, int terms, int firstColumn, int columns)
        where TColumns : IColumns<T>, allows ref struct
    {
        for (int j = 0; j < columns; j += PanelColumns)
            b.CopyPanel(packedB.AsSpan(j * terms, terms * PanelColumns), PanelColumns, firstRow, firstColumn
                + j, Math.Min(PanelColumns, columns - j));
    }

    /// <summary>A's block into panels: panel i/MR holds [MR × terms], column after column.</summary>
    private void PackA(ReadOnlySpan<T> a, int step, int rows, int terms)
    {
        for (int i = 0; i < rows; i += PanelRows)
        {
            Span<T> panel = packedA.AsSpan(i * terms, PanelRows * terms);
            if (rows - i < PanelRows)
                panel.Fill(T.AdditiveIdentity);
            for (int r = 0; r < Math.Min(PanelRows, rows - i); r++)
            {
                ReadOnlySpan<T> row = a.Slice((i + r) * step, terms);
                for (int p = 0; p < row.Length; p++)
                    panel[p * PanelRows + r] = row[p];
            }
        }
    }

    /// <summary>The two inner loops: every panel of B with every panel of A.</summary>
    private void AddBlocks(int terms, OutputRows<T> c)
    {
        for (int j = 0; j < c.Columns; j += PanelColumns)
            for (int i = 0; i < c.Rows; i += PanelRows)
                AddPanels(ref packedA[i * terms], ref packedB[j * terms], terms, c.Part(i, PanelRows, j, PanelColumns));
    }

    /// <summary>A whole tile grows where it lies in C; of a tile at an edge only what belongs to C comes and goes.</summary>
    private void AddPanels(ref T panelA, ref T panelB, int terms, OutputRows<T> c)
    {
        if (c.Rows == PanelRows && c.Columns == PanelColumns && c.ColumnsAreNeighbours)
        {
            _ = c[PanelRows - 1, PanelColumns - 1];   // the kernel does not test where it writes
            RunKernel(ref panelA, ref panelB, terms, ref c[0, 0], c.Step);
            return;
        }

        for (int r = 0; r < c.Rows; r++)
            for (int q = 0; q < c.Columns; q++)
                edge[r * PanelColumns + q] = c[r, q];
        RunKernel(ref panelA, ref panelB, terms, ref edge[0], PanelColumns);
        for (int r = 0; r < c.Rows; r++)
            for (int q = 0; q < c.Columns; q++)
                c[r, q] = edge[r * PanelColumns + q];
    }

    /// <summary>tile[r, q] += Σ over p of panelA[p, r] · panelB[p, q]; a step of the sum is MR numbers of A and NR of B.</summary>
    private static void RunKernel(ref T panelA, ref T panelB, int terms, ref T tile, int row) =>
        MicroKernel<T, TVector, TLanes, TShape>.Run(new TileCall<T>
        {
            Segments = [new Segment(0, terms)],
            Image = ref panelB,
            ImageStep = PanelColumns,
            ColumnStep = TLanes.Count,
            Weights = ref panelA,
            Seed = ref tile,
            SeedRow = row,
            SeedColumn = TLanes.Count,
            Tile = ref tile,
            TileRow = row,
            TileColumn = TLanes.Count,
        });

    private static int WholePanels(int length, int panel) => (length + panel - 1) / panel * panel;
}
