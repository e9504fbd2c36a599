using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// A broken rule for the reader of a terminal: what broke, where to look, the smallest case, its picture and formula, and how to see it
/// again. At most 80 columns, but for the replay line, which stays whole to be copied.
/// </summary>
public static class FaultReport
{
    private const string Indent = "  ";

    /// <summary>The whole report.</summary>
    /// <param name="broken">What broke.</param>
    /// <param name="numberType">float32 or float64.</param>
    /// <param name="again">
    /// The command that asks the same candidate, without <c>--replay</c>: <c>refconv check --native libfoo.so</c>.
    /// </param>
    public static IEnumerable<string> Lines(Break broken, string numberType, string again)
    {
        foreach (string line in Head(broken))
            yield return line;
        string otherwise = broken.Finding.IsExplained ? "otherwise " : "";
        if (broken.Finding.Conduct is null)
            foreach (string line in Wrapping.Words($"{otherwise}look at: {broken.Hint}", Indent, Indent + Indent))
                yield return line;
        string which = broken.IsRepeatable ? "smallest case: " : "case: ";
        foreach (
            string line in Wrapping.Items(Shapes(broken.Smallest).Split(" | "), " | ", Indent + which, Indent + Indent, Wrapping.Width))
            yield return line;

        if (broken.Trigger is { } trigger)
            foreach (string line in Wrapping.Words($"so are others like it, where {trigger}", Indent, Indent + Indent))
                yield return line;

        if (broken.Finding.Evidence is { } evidence)
            foreach (IEnumerable<string> part in new[] { FaultPicture.Lines(evidence), FaultFormula.Lines(evidence) })
            {
                yield return "";
                foreach (string line in part)
                    yield return line.Length == 0 ? "" : Indent + line;
            }

        yield return "";
        foreach (string line in Replay(broken, numberType, again))
            yield return line;
    }

    /// <summary>What broke and how to see it again, for the breaks after the first few.</summary>
    /// <param name="broken">What broke.</param>
    /// <param name="numberType">float32 or float64.</param>
    /// <param name="again">As for <see cref="Lines"/>.</param>
    public static IEnumerable<string> Brief(Break broken, string numberType, string again) =>
        [.. Head(broken), .. Replay(broken, numberType, again)];

    /// <summary>The names of further rules that an operator breaks; the plainest one, told before, explains most of them.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="others">What else broke.</param>
    public static IEnumerable<string> Others(ConvolutionOperator op, IEnumerable<Break> others) =>
        Wrapping.Words(
            $"{op.Name()} also breaks: {string.Join(", ", others.Select(static broken => broken.BrokenRule).Distinct())}", "✗ ", Indent);

    private static IEnumerable<string> Head(Break broken)
    {
        string rule = broken.BrokenRule == broken.Rule ? $"'{broken.Rule}'" : $"'{broken.BrokenRule}', when asked for '{broken.Rule}'";
        string level = broken.Level == RuleLevel.Must ? "" : " (no must)";
        string fault = broken.Finding.Fault ?? "broken";
        string path = broken.Name is { } name ? $", {name}" : "";
        return
        [
            .. Wrapping.Words(
                $"{broken.Smallest.Operator.Name()} breaks {rule}{level}; first in case {broken.CaseNumber}{path}", "✗ ", Indent),
            .. Wrapping.Words(fault.ReplaceLineEndings(" "), Indent, Indent + Indent),
        ];
    }

    private static IEnumerable<string> Replay(Break broken, string numberType, string again)
    {
        if (ReplayToken.Of(broken, numberType) is { } token)
            yield return $"{Indent}replay: {again} --replay {token}";
        if (!broken.IsRepeatable)
            foreach (string line in Wrapping.Words(
                "asked again by itself the case does not break: what was called before it matters, or chance", Indent, Indent))
                yield return line;
    }

    private static string Shapes(OperatorCase instance)
    {
        string flag = !instance.Flag ? "" : instance.Operator.IsAverage() ? ", counts padding" : ", bias";
        return $"{instance.Geometry}{flag}, seed {instance.Seed}{(instance.Mask is null ? "" : ", numbers made simpler")}";
    }
}
