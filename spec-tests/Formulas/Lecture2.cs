namespace ReferenceConv.SpecTests.Formulas;

/// <summary>The worked example of lecture 2: a 5×5 image, a 3×3 kernel, every table the lecture prints and what they should read.</summary>
internal static class Lecture2
{
    public static int[,] Image => new[,] { { 1, 0, 0, 1, 2 }, { 0, 0, 0, 3, 0 }, { 0, 1, 2, 1, 1 }, { 1, 1, 3, 0, 0 }, { 3, 0, 0, 0, 1 } };

    public static int[,] Kernel => new[,] { { 0, 0, 1 }, { 0, 2, 0 }, { 1, 1, 0 } };

    /// <summary>What "I ⋆ K" is with zeros two deep around the image.</summary>
    public static int[,] CorrelationFull => new[,]
    {
        { 0, 1, 1, 0, 1, 3, 2 },
        { 0, 2, 0, 0, 5, 7, 0 },
        { 1, 0, 1, 4, 11, 2, 1 },
        { 0, 1, 4, 11, 5, 2, 0 },
        { 0, 6, 7, 7, 1, 1, 1 },
        { 1, 7, 3, 0, 0, 2, 0 },
        { 3, 0, 0, 0, 1, 0, 0 },
    };

    public static int[,] CorrelationSame =>
        new[,] { { 2, 0, 0, 5, 7 }, { 0, 1, 4, 11, 2 }, { 1, 4, 11, 5, 2 }, { 6, 7, 7, 1, 1 }, { 7, 3, 0, 0, 2 } };

    public static int[,] CorrelationValid => new[,] { { 1, 4, 11 }, { 4, 11, 5 }, { 7, 7, 1 } };

    /// <summary>The valid table as printed; cell (2,2) is wrong (erratum E01).</summary>
    public static int[,] PrintedValid => new[,] { { 1, 4, 11 }, { 4, 11, 5 }, { 7, 7, 7 } };

    /// <summary>The full table as printed; cell (4,4) is wrong (erratum E01).</summary>
    public static int[,] PrintedFull => new[,]
    {
        { 0, 1, 1, 0, 1, 3, 2 },
        { 0, 2, 0, 0, 5, 7, 0 },
        { 1, 0, 1, 4, 11, 2, 1 },
        { 0, 1, 4, 11, 5, 2, 0 },
        { 0, 6, 7, 7, 7, 1, 1 },
        { 1, 7, 3, 0, 0, 2, 0 },
        { 3, 0, 0, 0, 1, 0, 0 },
    };

    public static int[,] ConvolutionFull => new[,]
    {
        { 0, 0, 1, 0, 0, 1, 2 },
        { 0, 2, 0, 0, 2, 7, 0 },
        { 1, 1, 0, 2, 11, 3, 1 },
        { 0, 0, 3, 8, 8, 2, 0 },
        { 0, 3, 8, 9, 2, 1, 1 },
        { 1, 8, 4, 3, 0, 2, 0 },
        { 3, 3, 0, 0, 1, 1, 0 },
    };

    public static int[,] ConvolutionSame =>
        new[,] { { 2, 0, 0, 2, 7 }, { 1, 0, 2, 11, 3 }, { 0, 3, 8, 8, 2 }, { 3, 8, 9, 2, 1 }, { 8, 4, 3, 0, 2 } };

    public static int[,] ConvolutionValid => new[,] { { 0, 2, 11 }, { 3, 8, 8 }, { 8, 9, 2 } };

    /// <summary>The image with zeros two deep on every side.</summary>
    public static int[,] Padded => new[,]
    {
        { 0, 0, 0, 0, 0, 0, 0, 0, 0 },
        { 0, 0, 0, 0, 0, 0, 0, 0, 0 },
        { 0, 0, 1, 0, 0, 1, 2, 0, 0 },
        { 0, 0, 0, 0, 0, 3, 0, 0, 0 },
        { 0, 0, 0, 1, 2, 1, 1, 0, 0 },
        { 0, 0, 1, 1, 3, 0, 0, 0, 0 },
        { 0, 0, 3, 0, 0, 0, 1, 0, 0 },
        { 0, 0, 0, 0, 0, 0, 0, 0, 0 },
        { 0, 0, 0, 0, 0, 0, 0, 0, 0 },
    };
}
