namespace ReferenceConv.SpecTests.Formulas;

/// <summary>A layer with two input and three output channels; our own numbers, for the lecture prints none.</summary>
internal static class Lecture4Channels
{
    /// <summary>1…18 as 2 × 3 × 3.</summary>
    public static int[,,] Input => Samples.Fill(2, 3, 3, Samples.Count(18));

    /// <summary>1…24 in the slide's order, M × M′ × K₁ × K₂ = 2 × 3 × 2 × 2.</summary>
    public static int[,,,] SlideWeights => Samples.Fill(2, 3, 2, 2, Samples.Count(24));

    public static int[] Bias => [100, 200, 300];

    public static int[,,] Output => Samples.Fill(3, 2, 2, [840, 908, 1044, 1112, 1180, 1280, 1480, 1580, 1520, 1652, 1916, 2048]);
}
