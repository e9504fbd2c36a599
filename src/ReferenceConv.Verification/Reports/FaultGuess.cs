using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// What a wrong result is instead, where arithmetic says so: the sum without one of its products, or with one twice; another element of a
/// max pooling; what belongs in another place. Said of exact numbers only, and of one product only. Of all numbers: that operands were
/// rounded.
/// </summary>
internal static class FaultGuess
{
    /// <summary>The lines; none where nothing is certain.</summary>
    /// <param name="evidence">The numbers.</param>
    /// <param name="products">What the first wrong result is summed from, or null.</param>
    public static IEnumerable<string> Lines(Evidence evidence, List<Product>? products) =>
        products is not null && OfOne(evidence, products).ToArray() is { Length: > 0 } lines ? lines
        : RoundedOperands.Of(evidence)?.Text is { } rounded ? [rounded]
        : [];

    /// <summary>What the first wrong result is.</summary>
    private static IEnumerable<string> OfOne(Evidence evidence, List<Product> products)
    {
        Operands<double> operands = evidence.Operands;
        double expected = evidence.Expected[evidence.First];
        double actual = evidence.Actual[evidence.First];
        bool hasSpecials = operands.Inputs.Any(static input => !Array.TrueForAll(input, double.IsFinite));
        if (!double.IsFinite(expected) && hasSpecials && products.All(product => double.IsFinite(product.Value(operands))))
            return ["a NaN or ∞ over the padding is multiplied by zero, as the candidate declares"];
        if (evidence.Tolerance is not null || !double.IsFinite(actual))
            return [];
        if (operands.Operator == ConvolutionOperator.MaxPooling)
            return Greatest(operands, products, actual);

        (double Difference, string What)[] changes = [(actual - expected, "with {0} twice"), (expected - actual, "without {0}")];
        string[] explanations =
        [
            .. from change in changes.Reverse()
               let same = products.Where(product => product.Value(operands) == change.Difference).Distinct().ToArray()
               where same.Length == 1
               select string.Format(change.What, same[0].Names(operands)),
        ];
        return explanations.Length > 0
            ? Wrapping.Items(explanations, ", or ", "got is the sum ", "  ", Wrapping.Width - 2)
            : Elsewhere(evidence, actual);
    }

    private static string[] Greatest(Operands<double> operands, List<Product> window, double actual)
    {
        int[] places = [.. Enumerable.Range(0, operands.Inputs[0].Length).Where(e => actual != 0 && operands.Inputs[0][e] == actual)];
        if (places.Length != 1)
            return [];
        bool isInside = window.Any(product => product.First.Index == places[0]);
        return [$"got is {NumberText.At(operands.Signature.Inputs[0], places[0])}, {(isInside ? "which is not the greatest" : "which is outside the window")}"];
    }

    private static string[] Elsewhere(Evidence evidence, double actual)
    {
        int[] places = actual == 0 ? [] : [.. Enumerable.Range(0, evidence.Expected.Length).Where(e => evidence.Expected[e] == actual)];
        return places.Length == 1 ? [$"got is what belongs in {NumberText.At(evidence.Operands.Signature.Result, places[0])}"] : [];
    }
}
