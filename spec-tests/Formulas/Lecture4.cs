namespace ReferenceConv.SpecTests.Formulas;

/// <summary>Our own numbers for the pooling of lecture 4, which prints none.</summary>
internal static class Lecture4
{
    /// <summary>A feature map to pool.</summary>
    public static int[] FeatureMap => [3, 1, 4, 1, 5, 9, 2, 6];
}
