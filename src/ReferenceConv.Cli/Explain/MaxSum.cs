using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Cli.Explain;

/// <summary>
/// What max pooling compares for one output, and which windows can give their gradient to one input: read from the windows it reads.
/// </summary>
internal static class MaxSum
{
    /// <summary>The terms of result e.</summary>
    public static Sum Of(Question question, int e)
    {
        var terms = new List<string>();
        bool isGradient = question.Operation == Operation.MaxPoolingGradient;
        foreach (Window window in question.Geometry.Windows)
            foreach ((_, int i) in window.Pairs)
                if (isGradient && i == e)
                    terms.Add($"{question.AtOutput(0, window.Output)}[m{Coordinates.Text(RowMajor.Coordinates(window.Output, question.OutputSizes))}={Coordinates.Text(question.Result)}]");
                else if (!isGradient && window.Output == e)
                    terms.Add(question.AtInput(0, i));

        if (isGradient)
            return new Sum(SumTrace.ResultName(question), [.. terms.Distinct()])
            {
                Note = "m(o): the first greatest input of window o; [a=b] is 1 where true, else 0",
            };

        return new Sum(SumTrace.ResultName(question), [.. terms]) { Prefix = "max{", Separator = ", ", Suffix = "}" };
    }
}
