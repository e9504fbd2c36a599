namespace ReferenceConv.Benchmarks.Peers.Layers;

/// <summary>
/// The numbers of a layer, −1 ≤ v &lt; 1: the same in every process, because each follows from a seed and its index alone.
/// </summary>
internal static class LayerData
{
    private const ulong InputSeed = 1;
    private const ulong WeightSeed = 2;

    /// <summary>x.</summary>
    public static float[] Input(NetworkLayer layer) => Draw(InputSeed, layer.InputLength);

    /// <summary>w [K, C/g, r…].</summary>
    public static float[] Weights(NetworkLayer layer) => Draw(WeightSeed, layer.Geometry.WeightLength);

    private static float[] Draw(ulong seed, int length)
    {
        var numbers = new float[length];
        for (int e = 0; e < length; e++)
            numbers[e] = ((int)(Mix((seed << 32) + (ulong)e) >> 40) - (1 << 23)) * (1f / (1 << 23));
        return numbers;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): neighbours become unrelated.</summary>
    private static ulong Mix(ulong index)
    {
        ulong z = (index + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
