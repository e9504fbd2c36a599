namespace ReferenceConv.Formulas;

/// <summary>Indices on a circle of N places.</summary>
internal static class Cyclic
{
    /// <summary>i mod N in 0..N−1, also for negative i, where C#'s remainder would be negative.</summary>
    public static int Index(long i, int N) => (int)(((i % N) + N) % N);
}
