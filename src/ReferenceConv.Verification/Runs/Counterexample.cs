using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Runs;

/// <summary>A small case that breaks a statement about all cases.</summary>
/// <param name="Case">The smallest that was found; null if a case could not even be made.</param>
/// <param name="Fault">What is wrong in it, in one line.</param>
public sealed record Counterexample(ConvolutionCase? Case, string Fault)
{
    /// <summary>Checks the cases of a seed, and makes the first broken one as simple as it gets.</summary>
    /// <param name="fault">Null if the statement holds for a case; otherwise what is wrong. What it throws is a fault too.</param>
    /// <param name="seed">Selects the cases.</param>
    /// <param name="cases">How many are checked.</param>
    /// <returns>Null if the statement holds for all of them.</returns>
    public static Counterexample? Smallest(Func<ConvolutionCase, string?> fault, ulong seed, int cases) =>
        First(fault, Enumerable.Range(0, cases).Select(index => (Func<ConvolutionCase>)(() => ConvolutionCase.Random(seed, index))));

    /// <summary>Checks cases, and makes the first broken one as simple as it gets.</summary>
    /// <param name="fault">Null if the statement holds for a case; otherwise what is wrong. What it throws is a fault too.</param>
    /// <param name="cases">The cases.</param>
    /// <returns>Null if the statement holds for all of them.</returns>
    public static Counterexample? Smallest(Func<ConvolutionCase, string?> fault, IEnumerable<ConvolutionCase> cases) =>
        First(fault, cases.Select(static instance => (Func<ConvolutionCase>)(() => instance)));

    /// <summary>The case, if it breaks the statement or cannot be made.</summary>
    /// <param name="fault">Null if the statement holds for a case; otherwise what is wrong. What it throws is a fault too.</param>
    /// <param name="make">Makes the case.</param>
    public static Counterexample? Of(Func<ConvolutionCase, string?> fault, Func<ConvolutionCase> make)
    {
        ConvolutionCase? instance = null;
        try
        {
            instance = make();
            return fault(instance) is { } wrong ? new Counterexample(instance, wrong) : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new Counterexample(instance, Comparison.OneLine(exception));
        }
    }

    private static Counterexample? First(Func<ConvolutionCase, string?> fault, IEnumerable<Func<ConvolutionCase>> cases) =>
        cases.Select(make => Of(fault, make)).FirstOrDefault(static broken => broken is not null) is { } found
            ? Simplest(fault, found)
            : null;

    /// <summary>
    /// Takes the first simpler case that is broken too, until there is none; every step lowers a choice, so there is an end.
    /// </summary>
    private static Counterexample Simplest(Func<ConvolutionCase, string?> fault, Counterexample found)
    {
        while (found.Case is { } instance && FirstBroken(fault, instance.Simpler()) is { } simpler)
            found = simpler;
        return found;
    }

    private static Counterexample? FirstBroken(Func<ConvolutionCase, string?> fault, IEnumerable<ConvolutionCase> instances) =>
        instances.Select(instance => Of(fault, () => instance)).FirstOrDefault(static broken => broken is not null);
}
