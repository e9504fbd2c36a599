namespace ReferenceConv.PropertyTests.Signals;

/// <summary>What is done to images beside convolving them.</summary>
internal static class Images
{
    public static int[,] Map(int rows, int columns, Func<int, int, int> value)
    {
        var image = new int[rows, columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                image[i, j] = value(i, j);
        return image;
    }

    public static int[,] Map(int[,] image, Func<int, int> value) => Map(Rows(image), Columns(image), (i, j) => value(image[i, j]));

    public static int Rows(int[,] image) => image.GetLength(0);

    public static int Columns(int[,] image) => image.GetLength(1);

    public static int[] Line(int[,] image) => [.. Enumerable.Range(0, Columns(image)).Select(j => image[0, j])];

    public static int[,] Row(int[] line) => Map(1, line.Length, (_, j) => line[j]);

    /// <summary>Turned by 180°.</summary>
    public static int[,] Flip(int[,] image) =>
        Map(Rows(image), Columns(image), (i, j) => image[Rows(image) - 1 - i, Columns(image) - 1 - j]);

    /// <summary>The image moved down and right into a frame of this size, zeros around.</summary>
    public static int[,] Framed(int[,] image, int rows, int columns, int down = 0, int right = 0) => Map(rows, columns, (i, j) =>
        i >= down && i < down + Rows(image) && j >= right && j < right + Columns(image) ? image[i - down, j - right] : 0);

    /// <summary>The torus turned: what stood at (i, j) stands at (i + down, j + right).</summary>
    public static int[,] Rolled(int[,] image, int down, int right) => Map(Rows(image), Columns(image), (i, j) =>
        image[Modulo(i - down, Rows(image)), Modulo(j - right, Columns(image))]);

    /// <summary>What is left without so many rows and columns at each side; perhaps nothing.</summary>
    public static int[,] Interior(int[,] image, int rows, int columns) => Map(
        Math.Max(Rows(image) - 2 * rows, 0),
        Math.Max(Columns(image) - 2 * columns, 0),
        (i, j) => image[i + rows, j + columns]);

    /// <summary>Without the last row or column where their number is even.</summary>
    public static int[,] Odd(int[,] image) =>
        Map(Rows(image) - 1 + Rows(image) % 2, Columns(image) - 1 + Columns(image) % 2, (i, j) => image[i, j]);

    public static int[,] Plus(int[,] a, int[,] b) => Map(Rows(a), Columns(a), (i, j) => a[i, j] + b[i, j]);

    public static bool Equal(int[,] a, int[,] b) =>
        Rows(a) == Rows(b) && Columns(a) == Columns(b) && a.Cast<int>().SequenceEqual(b.Cast<int>());

    public static string Text(int[,] image) =>
        $"[{string.Join("; ", Enumerable.Range(0, Rows(image)).Select(i => string.Join(" ", Enumerable.Range(0, Columns(image)).Select(j => image[i, j]))))}]";

    private static int Modulo(int i, int period) => (i % period + period) % period;
}
