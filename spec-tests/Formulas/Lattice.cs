namespace ReferenceConv.SpecTests.Formulas;

/// <summary>
/// Signals on the endless lattice ℤ³, kept as their non-zero samples: no arrays, no borders, no sizes, any dimension up to three.
/// Each pair of samples is multiplied once and put where the definition says, so nothing here resembles the formulas it judges.
/// </summary>
internal static class Lattice
{
    public static Dictionary<(int, int, int), int> Of(int[] x) => Collect(x.Select((value, i) => ((i, 0, 0), value)));

    public static Dictionary<(int, int, int), int> Of(int[,] x) =>
        Collect(from i in Enumerable.Range(0, x.GetLength(0)) from j in Enumerable.Range(0, x.GetLength(1)) select ((i, j, 0), x[i, j]));

    /// <summary>x∗w: the pair at p and q lands at p+q.</summary>
    public static Dictionary<(int, int, int), int> Convolve(Dictionary<(int, int, int), int> x, Dictionary<(int, int, int), int> w) =>
        Collect(
            from p in x
            from q in w
            select ((p.Key.Item1 + q.Key.Item1, p.Key.Item2 + q.Key.Item2, p.Key.Item3 + q.Key.Item3), p.Value * q.Value));

    /// <summary>x∘w: the pair at p and q lands at p−q.</summary>
    public static Dictionary<(int, int, int), int> Correlate(Dictionary<(int, int, int), int> x, Dictionary<(int, int, int), int> w) =>
        Collect(
            from p in x
            from q in w
            select ((p.Key.Item1 - q.Key.Item1, p.Key.Item2 - q.Key.Item2, p.Key.Item3 - q.Key.Item3), p.Value * q.Value));

    private static Dictionary<(int, int, int), int> Collect(IEnumerable<((int, int, int) Place, int Value)> samples) =>
        samples.GroupBy(s => s.Place, s => s.Value).ToDictionary(g => g.Key, g => g.Sum()).Where(e => e.Value != 0).ToDictionary();
}
