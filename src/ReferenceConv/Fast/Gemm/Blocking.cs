using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Gemm;

/// <summary>
/// How much of a product A [m × k] · B [k × n] is dealt with at a time, so that what is read again and again lies in the nearest cache
/// (Goto and van de Geijn 2008: kc, mc, nc). A panel is as many columns of B as fit in registers.
/// <code>
/// L1   a panel of B      [depth × panel]     read for every panel of A's block
/// L2   the block of A    [rows × depth]      read for every panel of B's block
/// L2   the block of B    [depth × columns]   read for every block of A
/// </code>
/// </summary>
public sealed record Blocking
{
    /// <summary>
    /// 36, 192 and 360 KB of float, with panels of 48 columns: three quarters of a first level of 48 KB, half of a second of 1 MB.
    /// </summary>
    public static Blocking Default { get; } = new(192, 256, 480);

    /// <summary>Describes a blocking. No size need divide a matrix or be divided by a panel.</summary>
    /// <param name="depth">Terms of the sum, kc ≥ 1.</param>
    /// <param name="rows">Rows of A, mc ≥ 1.</param>
    /// <param name="columns">Columns of B, nc ≥ 1.</param>
    /// <exception cref="ArgumentException">A size is less than 1.</exception>
    public Blocking(int depth, int rows, int columns)
    {
        Depth = Require.AtLeast(1, depth, "depth of a block");
        Rows = Require.AtLeast(1, rows, "rows of a block");
        Columns = Require.AtLeast(1, columns, "columns of a block");
    }

    /// <summary>Terms of the sum, kc.</summary>
    public int Depth { get; }

    /// <summary>Rows of A, mc.</summary>
    public int Rows { get; }

    /// <summary>Columns of B, nc.</summary>
    public int Columns { get; }
}
