using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// The formula of the first wrong result, then the same with its elements, then with its numbers: each summand as the operator that
/// computes it met it.
/// <code>
/// y[0,0,1] = Σ x[n,c,i]·w[k,c,r]
///          = x[0,0,1]·w[0,0,0] + x[0,0,2]·w[0,0,1]
///          = 5·2 + 1·7
///          = 17, got 10
/// got is the sum without x[0,0,2]·w[0,0,1]
/// </code>
/// </summary>
public static class FaultFormula
{
    private const int Width = Wrapping.Width - 2;   // reports indent it by two
    private const int MostTerms = 12;
    private const int ShownAtEachEnd = 4;

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(Evidence evidence)
    {
        Operands<double> operands = evidence.Operands;
        string result = NumberText.At(operands.Signature.Result, evidence.First);
        string equals = new string(' ', result.Length) + " = ";
        yield return $"{result} = {Formula(operands)}";

        List<Product>? products = Sums.Of(operands)?.Invoke(evidence.First);
        if (products is null)
            yield return $"{equals}… too many products to write down";
        else if (products.Count > 0)
            foreach (string line in Sum(operands, products, equals))
                yield return line;

        yield return $"{equals}{Values(evidence, products is [])}";
        foreach (string line in FaultGuess.Lines(evidence, products))
            yield return line;
    }

    private static string Formula(Operands<double> operands) => operands.Operator switch
    {
        ConvolutionOperator.Forward => operands.Bias.IsEmpty ? "Σ x[n,c,i]·w[k,c,r]" : "bias[k] + Σ x[n,c,i]·w[k,c,r]",
        ConvolutionOperator.DataGradient => "Σ w[k,c,r]·dy[n,k,o]",
        ConvolutionOperator.WeightGradient => "Σ x[n,c,i]·dy[n,k,o]",
        ConvolutionOperator.BiasGradient => "Σ dy[n,k,o]",
        ConvolutionOperator.MaxPooling => "max x[n,c,i] of the window",
        ConvolutionOperator.MaxPoolingGradient => "Σ dy[n,c,o] of the windows whose first greatest x it is",
        ConvolutionOperator.AveragePooling => "Σ x[n,c,i]/count of the window",
        _ => "Σ dy[n,c,o]/count of the windows that meet it",
    };

    private static IEnumerable<string> Sum(Operands<double> operands, List<Product> products, string equals)
    {
        bool isGreatest = operands.Operator == ConvolutionOperator.MaxPooling;
        string start = isGreatest ? $"{equals}max{{" : equals;
        string separator = isGreatest ? ", " : " + ";
        string next = new(' ', start.Length);
        Func<Product, string> numbers = isGreatest ? product => NumberText.Short(product.Value(operands)) : product =>
            product.Numbers(operands);
        foreach (Func<Product, string> spell in new[] { product => product.Names(operands), numbers })
        {
            string cut = $"… {products.Count - (2 * ShownAtEachEnd)} more …";
            string[] terms = [.. Cut(products).Select(product => product is { } shown ? spell(shown) : cut)];
            if (isGreatest)
                terms[^1] += "}";
            foreach (string line in Wrapping.Items(terms, separator, start, next, Width))
                yield return line;
        }
    }

    /// <summary>The first and the last of many, and null between them.</summary>
    private static IEnumerable<Product?> Cut(List<Product> products)
    {
        IEnumerable<Product?> all = products.Select(static product => (Product?)product);
        return products.Count <= MostTerms ? all : [.. all.Take(ShownAtEachEnd), null, .. all.TakeLast(ShownAtEachEnd)];
    }

    /// <summary>For example <c>17, got 10</c>, or <c>1.25 ± 3.6e-07, got 1.2500012</c>.</summary>
    private static string Values(Evidence evidence, bool isEmpty)
    {
        double expected = evidence.Expected[evidence.First];
        double actual = evidence.Actual[evidence.First];
        (string must, string got) = NumberText.Apart(expected, actual);
        string tolerance = evidence.Tolerance is { } legal ? $" ± {NumberText.Rough(legal[evidence.First])}" : "";
        string answer = NumberText.IsUnwritten(actual) ? "never written, or added to what stood there" : $"got {got}";
        return $"{must}{(isEmpty ? " (nothing meets here)" : "")}{tolerance}, {answer}";
    }
}
