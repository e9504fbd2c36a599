using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Examination;

/// <summary>One line of the plain loops gone wrong.</summary>
public sealed class Mutation
{
    internal Mutation(string name, Predicate<ConvolutionOperator> suits, Action<Lines, int> change) =>
        (Name, Suits, Change) = (name, suits, change);

    /// <summary>For example <c>the last output of a row is lost</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the fault lies in what is kept from call to call.</summary>
    public bool HasState { get; internal init; }

    /// <summary>Whether the line is in the loops of an operator.</summary>
    internal Predicate<ConvolutionOperator> Suits { get; }

    /// <summary>Changes the line; the number is one of 4, 8 and 16, for lines that have one.</summary>
    internal Action<Lines, int> Change { get; }
}
