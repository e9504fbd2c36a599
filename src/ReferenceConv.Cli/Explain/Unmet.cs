using ReferenceConv.Geometry;

namespace ReferenceConv.Cli.Explain;

/// <summary>
/// The inputs of an axis that no window meets: behind the last one, in the gaps of a wide stride, or under the holes of a dilated kernel.
/// </summary>
/// <param name="Count">How many.</param>
/// <param name="Text">Which: <c>1, 3, 6–9</c>, cut after a few.</param>
internal sealed record Unmet(int Count, string Text)
{
    private const long MostWork = 10_000_000;
    private const int MostShown = 6;

    /// <summary>Counts them; null where counting would take long.</summary>
    public static Unmet? Of(Axis axis)
    {
        if ((long)axis.Output * axis.Kernel + axis.Input > MostWork)
            return null;

        var met = new bool[axis.Input];
        for (int o = 0; o < axis.Output; o++)
            for (int r = 0; r < axis.Kernel; r++)
                if (axis.InputAt(o, r) is var i && i != Axis.None)
                    met[i] = true;

        List<string> runs = [.. Runs(met)];
        int count = met.Count(static one => !one);
        string more = runs.Count > MostShown ? $", … ({count} in all)" : "";
        return new Unmet(count, string.Join(", ", runs.Take(MostShown)) + more);
    }

    private static IEnumerable<string> Runs(bool[] met)
    {
        for (int first = 0; first < met.Length; first++)
            if (!met[first])
            {
                int last = first;
                while (last + 1 < met.Length && !met[last + 1])
                    last++;
                yield return first == last ? $"{first}" : $"{first}–{last}";
                first = last;
            }
    }
}
