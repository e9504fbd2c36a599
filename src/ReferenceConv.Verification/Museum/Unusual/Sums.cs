namespace ReferenceConv.Verification.Museum.Unusual;

/// <summary>Ways to sum products.</summary>
internal static class Sums
{
    /// <summary>From the last to the first.</summary>
    public static float Reversed(List<(float First, float Second)> factors)
    {
        float sum = 0;
        for (int f = factors.Count - 1; f >= 0; f--)
            sum += factors[f].First * factors[f].Second;
        return sum;
    }

    /// <summary>Halves, and halves of halves.</summary>
    public static float Pairwise(List<(float First, float Second)> factors) => Pairwise(factors, 0, factors.Count);

    /// <summary>Eight lanes that are added at the end, like a vector unit.</summary>
    public static float InEightLanes(List<(float First, float Second)> factors)
    {
        Span<float> lanes = stackalloc float[8];
        for (int f = 0; f < factors.Count; f++)
            lanes[f % 8] += factors[f].First * factors[f].Second;
        return lanes[0] + lanes[4] + (lanes[2] + lanes[6]) + (lanes[1] + lanes[5] + (lanes[3] + lanes[7]));
    }

    /// <summary>One rounding for each product and sum.</summary>
    public static float Fused(List<(float First, float Second)> factors)
    {
        float sum = 0;
        foreach ((float first, float second) in factors)
            sum = MathF.FusedMultiplyAdd(first, second, sum);
        return sum;
    }

    /// <summary>In double, rounded once.</summary>
    public static float Wide(List<(float First, float Second)> factors)
    {
        double sum = 0;
        foreach ((float first, float second) in factors)
            sum += (double)first * second;
        return (float)sum;
    }

    /// <summary>With a running compensation (Kahan 1965); without it where it is not finite.</summary>
    public static float Compensated(List<(float First, float Second)> factors)
    {
        float sum = 0;
        float lost = 0;
        foreach ((float first, float second) in factors)
        {
            float product = (first * second) - lost;
            float next = sum + product;
            lost = float.IsFinite(next) ? next - sum - product : 0;
            sum = next;
        }

        return sum;
    }

    /// <summary>Sorted by magnitude, the smallest first.</summary>
    public static float Sorted(List<(float First, float Second)> factors)
    {
        float sum = 0;
        foreach (float product in factors.Select(static pair => pair.First * pair.Second).OrderBy(MathF.Abs))
            sum += product;
        return sum;
    }

    private static float Pairwise(List<(float First, float Second)> factors, int from, int to) => (to - from) switch
    {
        0 => 0,
        1 => factors[from].First * factors[from].Second,
        _ => Pairwise(factors, from, (from + to) / 2) + Pairwise(factors, (from + to) / 2, to),
    };
}
