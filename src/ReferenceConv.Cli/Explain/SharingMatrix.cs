using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Cli.Explain;

/// <summary>
/// The operation as a matrix: which weight stands where, the same few again and again [S4.52]. Rows are results, columns what they are
/// made of, so a data gradient shows the transpose; for im2col and the weight gradient the entries are the inputs under each tap [S2.10].
/// </summary>
internal sealed class SharingMatrix
{
    private const long MostCells = 10_000;

    private readonly Question question;
    private readonly List<int>?[,] cells;
    private readonly int[] counted;   // N of each window, where the entries are shares

    private SharingMatrix(Question question)
    {
        this.question = question;
        Relation relation = question.Geometry.Relation;
        cells = Entries switch
        {
            Place.Input => new List<int>?[relation.Taps, relation.Outputs],
            _ when question.Operation.WritesInputs() => new List<int>?[relation.Inputs, relation.Outputs],
            _ => new List<int>?[relation.Outputs, relation.Inputs],
        };
        counted = new int[relation.Outputs];
        foreach (Window window in relation.Windows)
        {
            counted[window.Output] = question.CountPadding ? relation.PaddedTaps(window.Output) : window.Pairs.Length;
            foreach ((int r, int i) in window.Pairs)
                if (Entries == Place.Input)
                    Enter(r, window.Output, i);
                else if (question.Operation.WritesInputs())
                    Enter(i, window.Output, Tap(r, window));
                else
                    Enter(window.Output, i, Tap(r, window));
        }
    }

    private enum Place
    {
        Input,
        Tap,
        Share,
    }

    /// <summary>Whether the operation is one matrix: linear, with one channel, an input and (for the weights) one kernel.</summary>
    public static bool Exists(Question question) =>
        question.IsSingleChannel && question.Geometry.Relation.Inputs > 0 && question.Operation switch
        {
            Operation.Forward or Operation.DataGradient or Operation.Transposed or Operation.Im2Col => true,
            Operation.WeightGradient => !question.Geometry.IsTiled,
            _ => question.Operation.IsAveraging(),
        };

    /// <summary>The matrix; null where there is none, or it would have too many cells.</summary>
    public static SharingMatrix? Of(Question question)
    {
        Relation relation = question.Geometry.Relation;
        long cells = (long)relation.Outputs * Math.Max(relation.Inputs, relation.Taps);
        return Exists(question) && cells <= MostCells ? new SharingMatrix(question) : null;
    }

    /// <summary>Number of rows.</summary>
    public int Rows => cells.GetLength(0);

    /// <summary>Number of columns.</summary>
    public int Columns => cells.GetLength(1);

    /// <summary>What rows, columns and entries are.</summary>
    public string Caption => question.Operation switch
    {
        Operation.Im2Col => $"a row for each tap, a column for each window, entries {question.Letters.AtInput}",
        Operation.WeightGradient => $"{question.Letters.AtTap} = X {question.Letters.AtOutput}, entries {question.Letters.AtInput}",
        _ when question.Operation.WritesInputs() =>
            $"{question.Letters.AtInput} = Mᵀ {question.Letters.AtOutput}, the transpose of the forward one",
        _ => $"{question.Letters.AtOutput} = M {question.Letters.AtInput}, a row for each {question.Letters.AtOutput}",
    };

    /// <summary>How many columns belong to one line of the image.</summary>
    public int Block => question.Axes.Length == 1 ? Columns : ColumnSizes[^1];

    /// <summary>Indices of a row.</summary>
    public int[] RowIndex(int row) => RowMajor.Coordinates(row, RowSizes);

    /// <summary>An entry in full, such as <c>w(0,1)</c>; more than one where a border is copied; null for zero.</summary>
    public string? this[int row, int column] => Spell(row, column, Full);

    /// <summary>As short as <c>w01</c>; null where an index has two digits or a kernel its own, so that short would be ambiguous.</summary>
    public Func<int, int, string?>? WithoutBrackets => IsShort ? (row, column) => Spell(row, column, id => Letter + Digits(id)) : null;

    /// <summary>As short as <c>01</c>, which stands for w(0,1).</summary>
    public Func<int, int, string?>? DigitsAlone => IsShort ? (row, column) => Spell(row, column, Digits) : null;

    /// <summary>What <see cref="DigitsAlone"/> leaves out.</summary>
    public string Example => $"{Digits(Symbols - 1)} = {Full(Symbols - 1)}";

    private Place Entries => question.Operation switch
    {
        Operation.Im2Col or Operation.WeightGradient => Place.Input,
        Operation.AveragePooling or Operation.AveragePoolingGradient => Place.Share,
        _ => Place.Tap,
    };

    private int[] RowSizes =>
        Entries == Place.Input ? question.Kernels : question.Operation.WritesInputs() ? question.InputSizes : question.OutputSizes;

    private int[] ColumnSizes => Entries == Place.Input || question.Operation.WritesInputs() ? question.OutputSizes : question.InputSizes;

    private int[] SymbolSizes => Entries == Place.Input ? question.InputSizes : question.Kernels;

    private int Symbols => SymbolSizes.Aggregate(1, static (product, size) => product * size);

    private string Letter => Entries == Place.Input ? question.Letters.AtInput : question.Letters.AtTap;

    private bool IsShort =>
        Entries != Place.Share && !question.Geometry.IsTiled && (question.Axes.Length == 1 || SymbolSizes.All(static size => size <= 10));

    /// <summary>An entry is a flat index; that of a tap counts on through the kernels of a tiled convolution.</summary>
    private int Tap(int r, Window window) => window.Phase * question.Geometry.Relation.Taps + r;

    private void Enter(int row, int column, int id) => (cells[row, column] ??= []).Add(id);

    private string Full(int id) => Entries == Place.Input
        ? question.AtInput(0, id)
        : question.AtTap(id / question.Geometry.Relation.Taps, 0, 0, id % question.Geometry.Relation.Taps);

    private string Digits(int id) => string.Concat(RowMajor.Coordinates(id, SymbolSizes));

    private string? Spell(int row, int column, Func<int, string> symbol)
    {
        if (cells[row, column] is not { } met)
            return null;
        return Entries == Place.Share
            ? $"{met.Count}/{counted[question.Operation.WritesInputs() ? column : row]}"
            : string.Join('+', met.Select(symbol));
    }
}
