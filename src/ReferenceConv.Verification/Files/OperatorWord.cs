using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Files;

/// <summary>The operators as they are called in files, on pipes and on command lines: <c>forward</c>, <c>data_gradient</c>, …</summary>
public static class OperatorWord
{
    /// <summary>All words, for messages.</summary>
    public static string All { get; } = string.Join(", ", ConvolutionOperators.All.Select(Of));

    /// <summary>The word of an operator.</summary>
    public static string Of(ConvolutionOperator op) => op.Name().Replace(' ', '_');

    /// <summary>The operator of a word.</summary>
    /// <exception cref="ArgumentException">No operator has this word.</exception>
    public static ConvolutionOperator Parse(string word)
    {
        foreach (ConvolutionOperator op in ConvolutionOperators.All)
            if (Of(op) == word)
                return op;
        throw new ArgumentException($"operator must be one of {All}; was {Quote.Of(word)}");
    }
}
