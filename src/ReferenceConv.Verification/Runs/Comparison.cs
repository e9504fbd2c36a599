using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Runs;

/// <summary>
/// One operator of one geometry with one fill: the candidate against <see cref="ScalarConvolution{T}"/>, every output, on integers
/// that float adds exactly, so that equality is demanded to the last bit.
/// </summary>
public static class Comparison
{
    private const int SignificandBits = 24;

    /// <summary>Computes both and compares.</summary>
    /// <param name="candidate">Who is compared. What anyone throws is a verdict, not a crash.</param>
    /// <param name="geometry">The shapes.</param>
    /// <param name="op">The operator.</param>
    /// <param name="fill">How the operands are filled; see <see cref="ExactRange"/>.</param>
    /// <param name="seed">Selects the numbers.</param>
    /// <param name="hasBias">Whether the forward operator has a bias.</param>
    /// <exception cref="OutOfMemoryException">There is no room for the operands.</exception>
    public static Verdict Of(
        IConvolution<float> candidate, ConvolutionGeometry geometry, ConvolutionOperator op, Fill fill, ulong seed, bool hasBias)
    {
        string busy = "the geometry";
        try
        {
            if (ExactRange.Widest(fill, ExactRange.MostTerms(geometry, op), SignificandBits) is not { } range)
                return new Verdict(Outcome.NotApplicable);

            var operands = Operands.Integers<float>(geometry, op, range, seed, hasBias);
            busy = "the candidate";
            float[] actual = operands.Apply(candidate);
            busy = "the reference";
            float[] expected = operands.Apply(new ScalarConvolution<float>());
            Difference? difference = Difference.Between<float>(expected, actual);
            return new Verdict(difference is null ? Outcome.Equal : Outcome.Broken, expected.Length, difference);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new Verdict(Outcome.Broken, Exception: $"{busy} threw {OneLine(exception)}");
        }
    }

    /// <summary>Type and first line of the message.</summary>
    internal static string OneLine(Exception exception) => $"{exception.GetType().Name}: {exception.Message.Split('\n')[0].TrimEnd('\r')}";
}
