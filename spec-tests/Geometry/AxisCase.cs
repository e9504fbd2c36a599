using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

/// <summary>Every small axis with the same padding on both sides whose kernel fits: i 1…9, k 1…5, s 1…4, p 0…4, d 1…3.</summary>
internal readonly record struct AxisCase(int I, int K, int S, int P, int D)
{
    public static IEnumerable<AxisCase> All { get; } =
    [
        .. from i in Enumerable.Range(1, 9)
           from k in Enumerable.Range(1, 5)
           from s in Enumerable.Range(1, 4)
           from p in Enumerable.Range(0, 5)
           from d in Enumerable.Range(1, 3)
           let c = new AxisCase(i, k, s, p, d)
           where c.Extent <= i + (2 * p)
           select c,
    ];

    public int Extent => (D * (K - 1)) + 1;

    public Axis Axis => new(I, K, S, D, Padding.Explicit(P, P));

    /// <summary>The number of windows, by sliding one until it leaves the padded input.</summary>
    public int Windows
    {
        get
        {
            int count = 0;
            for (int start = 0; start + Extent <= I + (2 * P); start += S)
                count++;
            return count;
        }
    }
}
