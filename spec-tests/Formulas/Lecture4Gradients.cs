namespace ReferenceConv.SpecTests.Formulas;

/// <summary>Our own numbers for the gradients of lecture 4, which prints none; checked against an automatic differentiation.</summary>
internal static class Lecture4Gradients
{
    public static int[] X => [1, 2, 3, 4, 5];

    public static int[] W => [2, -1, 3];

    /// <summary>∂J/∂y.</summary>
    public static int[] Dy => [1, 2, -1];

    public static int[] Y => [9, 13, 17];

    /// <summary>∂J/∂w.</summary>
    public static int[] Dw => [2, 4, 6];

    /// <summary>∂J/∂x.</summary>
    public static int[] Dx => [2, 3, -1, 7, -3];
}
