using static ReferenceConv.Cli.Explain.Operation;

namespace ReferenceConv.Cli.Explain;

/// <summary>The words of the operations and what kind each is.</summary>
internal static class OperationWords
{
    private static readonly (string Word, Operation Operation)[] Table =
    [
        ("forward", Forward),
        ("data-gradient", DataGradient),
        ("weight-gradient", WeightGradient),
        ("bias-gradient", BiasGradient),
        ("transposed", Transposed),
        ("max-pooling", MaxPooling),
        ("max-pooling-gradient", MaxPoolingGradient),
        ("average-pooling", AveragePooling),
        ("average-pooling-gradient", AveragePoolingGradient),
        ("im2col", Im2Col),
        ("col2im", Col2Im),
    ];

    /// <summary>All words, for the help and for refusals.</summary>
    public static string All => string.Join(", ", Table.Select(static row => row.Word));

    /// <summary>The operation of a word.</summary>
    /// <exception cref="ArgumentException">No operation has this word.</exception>
    public static Operation Parse(string word)
    {
        foreach ((string known, Operation operation) in Table)
            if (known == word)
                return operation;
        throw new ArgumentException($"op must be one of {All}; was '{word}'");
    }

    /// <summary>The word of an operation.</summary>
    public static string Word(this Operation operation) => Table.First(row => row.Operation == operation).Word;

    /// <summary>Max or average pooling, or a gradient of one.</summary>
    public static bool IsPooling(this Operation operation) => operation is >= MaxPooling and <= AveragePoolingGradient;

    /// <summary>Average pooling or its gradient.</summary>
    public static bool IsAveraging(this Operation operation) => operation is AveragePooling or AveragePoolingGradient;

    /// <summary>Whether a kernel is multiplied with something, so that channels meet and tiles make sense.</summary>
    public static bool HasWeights(this Operation operation) => operation <= Transposed;

    /// <summary>Whether a result stands at an input position of the relation: the relation is read backwards.</summary>
    public static bool WritesInputs(this Operation operation) =>
        operation is DataGradient or Transposed or MaxPoolingGradient or AveragePoolingGradient or Col2Im;

    /// <summary>Whether a result stands at an output position of the relation.</summary>
    public static bool WritesOutputs(this Operation operation) => operation is Forward or MaxPooling or AveragePooling or Im2Col;
}
