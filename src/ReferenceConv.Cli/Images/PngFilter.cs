namespace ReferenceConv.Cli.Images;

/// <summary>
/// PNG's five filters (ISO 15948, §9). Each predicts a byte from its neighbours a (left), b (above) and c (above left), zero outside the
/// picture, and stores the difference modulo 256: 0 none, 1 a, 2 b, 3 ⌊(a+b)/2⌋, 4 Paeth.
/// </summary>
internal static class PngFilter
{
    /// <summary>How many there are.</summary>
    public const int Count = 5;

    /// <summary>Original(x) = Filtered(x) + prediction, in place.</summary>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int bytesPerPixel)
    {
        for (int i = 0; i < row.Length; i++)
            row[i] += Predict(filter, row, above, i, bytesPerPixel);
    }

    /// <summary>Filtered(x) = Original(x) − prediction.</summary>
    public static void Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int bytesPerPixel, Span<byte> filtered)
    {
        for (int i = 0; i < row.Length; i++)
            filtered[i] = (byte)(row[i] - Predict(filter, row, above, i, bytesPerPixel));
    }

    private static byte Predict(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int i, int bytesPerPixel)
    {
        int a = i < bytesPerPixel ? 0 : row[i - bytesPerPixel];
        int b = above[i];
        int c = i < bytesPerPixel ? 0 : above[i - bytesPerPixel];

        return (byte)(filter switch
        {
            0 => 0,
            1 => a,
            2 => b,
            3 => (a + b) / 2,
            _ => Paeth(a, b, c),
        });
    }

    /// <summary>Whichever of a, b, c is nearest to p = a + b − c; of equals the first (A. W. Paeth, Graphics Gems II, 1991).</summary>
    private static int Paeth(int a, int b, int c)
    {
        // |p − a| = |b − c|, |p − b| = |a − c|, |p − c| = |a + b − 2c|.
        int toA = Math.Abs(b - c), toB = Math.Abs(a - c), toC = Math.Abs(a + b - 2 * c);
        if (toA <= toB && toA <= toC)
            return a;

        return toB <= toC ? b : c;
    }
}
