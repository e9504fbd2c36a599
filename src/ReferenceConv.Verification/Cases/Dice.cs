namespace ReferenceConv.Verification.Cases;

/// <summary>Random choices one after the other; the same seed gives the same choices.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong next;

    /// <summary>A number in 0 … <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Draw.Bits(seed, next++) % (ulong)count);

    /// <summary>Whether a chance of so many in a hundred comes true.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of several, each as likely as the others.</summary>
    public T One<T>(params ReadOnlySpan<T> all) => all[Below(all.Length)];

    /// <summary>A number from one to another.</summary>
    public int Within(int least, int most) => least + Below(most - least + 1);

    /// <summary>The place of one of several, each as likely as its weight says.</summary>
    public int Weighted(params ReadOnlySpan<int> weights)
    {
        int sum = 0;
        foreach (int weight in weights)
            sum += weight;
        int at = Below(sum);
        int place = 0;
        while (at >= weights[place])
            at -= weights[place++];
        return place;
    }
}
