using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// The arrays of a broken rule as grids side by side: what went in, what was expected, what came out, and the difference, wrong results in
/// brackets. A grid is the last two axes of an array; of many, those with a wrong result are shown, and those that matter most to the wrong
/// results.
/// </summary>
public static class FaultPicture
{
    private const int Width = Wrapping.Width - 2;   // reports indent it by two
    private const string Gap = "   ";
    private const int MostResults = 2;    // slices with a wrong result
    private const int MostInputs = 4;     // slices of one array

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(Evidence evidence)
    {
        int perSlice = Slice.Length(evidence.Operands.Signature.Result.Sizes);
        ILookup<int, int> wrong = Enumerable.Range(0, evidence.Expected.Length).Where(evidence.IsWrong).ToLookup(e => e / perSlice);
        int[] results = wrong.Count == 0 ? [evidence.First / perSlice] : [.. wrong.Take(MostResults).Select(static slice => slice.Key)];
        int[] shown = [.. results.Select(slice => wrong[slice].FirstOrDefault(evidence.First))];

        var cuts = new List<string>();
        List<string[]> inputs =
            Inputs(evidence, [evidence.First, .. results.SelectMany(slice => wrong[slice]).Where(e => e != evidence.First)], cuts);
        List<string[]>[] answers = [.. results.Zip(shown, (slice, e) => Results(evidence, slice, e))];
        int slices = evidence.Expected.Length / perSlice;
        if (slices > results.Length)
        {
            string more = wrong.Count > results.Length ? $", {wrong.Count} have wrong results" : "";
            cuts.Add($"{Count(results.Length, slices)} of {evidence.Operands.Signature.Result.Name}{more}");
        }

        foreach (string line in Rows(inputs, answers))
            yield return line;
        if (results.Any(slice => evidence.Actual.Skip(slice * perSlice).Take(perSlice).Any(NumberText.IsUnwritten)))
            yield return $"{NumberText.Unwritten} never written, or added to what stood there";
        if (cuts.Count > 0)
            foreach (string line in Wrapping.Items(cuts, "; ", "shown: ", "  ", Width))
                yield return line;
    }

    private static string Count(int shown, int all) => $"{shown} of {all} slices";

    /// <summary>Of every input the slices that the wrong results read, or the first if that is not known.</summary>
    /// <param name="evidence">The numbers.</param>
    /// <param name="wrong">Results, those that matter most first.</param>
    /// <param name="cuts">Receives what is left out.</param>
    private static List<string[]> Inputs(Evidence evidence, int[] wrong, List<string> cuts)
    {
        Operands<double> operands = evidence.Operands;
        Place[] read = FaultPlaces.Of(evidence, wrong);
        var grids = new List<string[]>();
        for (int input = 0; input < operands.Inputs.Length; input++)
        {
            ArrayShape shape = operands.Signature.Inputs[input];
            double[] numbers = operands.Inputs[input];
            if (numbers.Length == 0)
                continue;
            int perSlice = Slice.Length(shape.Sizes);
            int all = numbers.Length / perSlice;
            int[] met = [.. read.Where(place => place.Input == input).Select(static place => place.Index)];
            int[] slices = all <= MostInputs
                ? [.. Enumerable.Range(0, all)]
                : [.. met.Select(e => e / perSlice).DefaultIfEmpty(0).Distinct().Take(MostInputs)];
            foreach (int slice in slices.Order())
            {
                var grid = new Slice(shape.Name, shape.Sizes, slice, e => NumberText.Short(numbers[e]), static _ => false);
                grids.Add(grid.Lines(met.FirstOrDefault(e => e / perSlice == slice)));
            }

            if (all > slices.Length)
                cuts.Add($"{Count(slices.Length, all)} of {shape.Name}");
        }

        return grids;
    }

    private static List<string[]> Results(Evidence evidence, int slice, int shown)
    {
        ArrayShape shape = evidence.Operands.Signature.Result;
        string[] Grid(string name, Func<int, string> text, Func<int, bool> isMarked) =>
            new Slice(name, shape.Sizes, slice, text, isMarked).Lines(shown);
        return
        [
            Grid($"expected {shape.Name}", e => NumberText.Short(evidence.Expected[e]), static _ => false),
            Grid("got ", e => NumberText.Short(evidence.Actual[e]), evidence.IsWrong),
            Grid("difference ", e => Difference(evidence, e), evidence.IsWrong),
        ];
    }

    private static string Difference(Evidence evidence, int e)
    {
        double must = evidence.Expected[e];
        double got = evidence.Actual[e];
        return must.Equals(got) || must == got ? "0" : NumberText.IsUnwritten(got) ? NumberText.Unwritten : NumberText.Rough(got - must);
    }

    /// <summary>All in one row if they fit; otherwise the inputs, then the results slice by slice.</summary>
    private static IEnumerable<string> Rows(List<string[]> inputs, List<string[]>[] answers)
    {
        if (answers is [var only] && Together([.. inputs, .. only]) <= Width)
            return Flow([.. inputs, .. only]);
        return [.. Flow(inputs), .. answers.SelectMany(static answer => (IEnumerable<string>)["", .. Flow(answer)])];
    }

    private static int Together(List<string[]> grids) => grids.Sum(static grid => grid[0].Length + Gap.Length) - Gap.Length;

    /// <summary>As many side by side as fit, then the next below.</summary>
    private static IEnumerable<string> Flow(List<string[]> grids)
    {
        while (grids.Count > 0)
        {
            int fit = grids.Count;
            while (fit > 1 && Together(grids[..fit]) > Width)
                fit--;
            for (int line = 0; line < grids[..fit].Max(static grid => grid.Length); line++)
                yield return string.Join(
                    Gap, grids[..fit].Select(grid => line < grid.Length ? grid[line] : new string(' ', grid[0].Length))).TrimEnd();
            grids = grids[fit..];
            if (grids.Count > 0)
                yield return "";
        }
    }
}
