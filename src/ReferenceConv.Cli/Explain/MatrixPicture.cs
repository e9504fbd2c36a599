namespace ReferenceConv.Cli.Explain;

/// <summary>The matrix in the most telling spelling that fits the page: w(0,1), w01, or 01 with a key.</summary>
internal static class MatrixPicture
{
    private const int Width = 78;
    private const int MostRows = 36;

    /// <summary>Caption and lines.</summary>
    public static (string Caption, string[] Lines) Of(SharingMatrix matrix)
    {
        bool isFlat = matrix.Block == matrix.Columns;   // w0 reads well on one axis; w01 only where w(0,1) does not fit
        Func<int, int, string?> full = (row, column) => matrix[row, column];
        Func<int, int, string?>?[] spellings = isFlat
            ? [matrix.WithoutBrackets, full, matrix.DigitsAlone]
            : [full, matrix.WithoutBrackets, matrix.DigitsAlone];

        if (matrix.Rows <= MostRows)
            foreach (Func<int, int, string?>? spelling in spellings)
                foreach (string separator in new[] { " │ ", "│" })
                    if (spelling is not null && Draw(matrix, spelling, separator) is var lines
                        && lines.All(static line => line.Length <= Width))
                        return (spelling == spellings[2] ? $"{matrix.Caption}; {matrix.Example}" : matrix.Caption, lines);

        return (matrix.Caption, [$"{matrix.Rows}×{matrix.Columns}: wider or taller than this page; --json has its entries"]);
    }

    private static string[] Draw(SharingMatrix matrix, Func<int, int, string?> spelling, string separator)
    {
        var cells = new string[matrix.Rows, matrix.Columns];
        for (int row = 0; row < matrix.Rows; row++)
            for (int column = 0; column < matrix.Columns; column++)
                cells[row, column] = spelling(row, column) ?? "·";

        int cellWidth = cells.Cast<string>().Max(static cell => cell.Length);
        int labelWidth = Label(matrix.RowIndex(matrix.Rows - 1)).Length;
        var lines = new string[matrix.Rows];
        for (int row = 0; row < matrix.Rows; row++)
        {
            IEnumerable<string> blocks = Enumerable.Range(0, matrix.Columns)
                .Chunk(matrix.Block)
                .Select(block => string.Join(' ', block.Select(column => cells[row, column].PadLeft(cellWidth))));
            lines[row] = $"{Label(matrix.RowIndex(row)).PadLeft(labelWidth)}│{string.Join(separator, blocks)}";
        }

        return lines;
    }

    private static string Label(int[] index) => string.Join(',', index);
}
