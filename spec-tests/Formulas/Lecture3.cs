namespace ReferenceConv.SpecTests.Formulas;

/// <summary>The worked example of lecture 3: a 6×6 image, a 3×3 filter, the feature map; printed figures, all correct.</summary>
internal static class Lecture3
{
    public static int[,] Image => new[,]
    {
        { 3, 3, 2, 1, 0, 0 },
        { 3, 3, 2, 1, 0, 0 },
        { 3, 3, 2, 1, 0, 0 },
        { 3, 3, 3, 2, 0, 0 },
        { 3, 3, 2, 1, 0, 0 },
        { 3, 2, 1, 1, 0, 0 },
    };

    public static int[,] Filter => new[,] { { 1, 0, 1 }, { 0, 1, 0 }, { 1, 0, 1 } };

    public static int[,] FeatureMap => new[,]
    {
        { 6, 8, 6, 3, 1, 0 },
        { 9, 13, 10, 5, 2, 0 },
        { 9, 14, 11, 6, 3, 0 },
        { 9, 13, 11, 6, 2, 0 },
        { 8, 13, 10, 5, 3, 0 },
        { 6, 7, 5, 3, 1, 0 },
    };

    public static int[,] Valid => new[,] { { 13, 10, 5, 2 }, { 14, 11, 6, 3 }, { 13, 11, 6, 2 }, { 13, 10, 5, 3 } };

    public static int[,] Full => new[,]
    {
        { 3, 3, 5, 4, 2, 1, 0, 0 },
        { 3, 6, 8, 6, 3, 1, 0, 0 },
        { 6, 9, 13, 10, 5, 2, 0, 0 },
        { 6, 9, 14, 11, 6, 3, 0, 0 },
        { 6, 9, 13, 11, 6, 2, 0, 0 },
        { 6, 8, 13, 10, 5, 3, 0, 0 },
        { 3, 6, 7, 5, 3, 1, 0, 0 },
        { 3, 2, 4, 3, 1, 1, 0, 0 },
    };
}
