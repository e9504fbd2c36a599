namespace ReferenceConv.Formulas;

/// <summary>The kernels the lectures print, digit by digit; decimal, so that a product of printed digits is exact.</summary>
public static class PrintedKernels
{
    /// <summary>
    /// [S1.26] Lecture 1's 5 × 5 Gaussian. The text of the slide has a sixth zero in its first row and 0.01 for 0.00 at the end of
    /// its third (erratum E52); the symmetric matrix is restored here. It is <see cref="Kernels.Gaussian"/>(5, 0.5) to two decimals.
    /// </summary>
    /// <returns>5 × 5 weights with the sum 0.98.</returns>
    [Formula("S1.26"), Erratum("E52")]
    public static decimal[,] Gaussian() => new[,]
    {
        { 0m, 0m, 0m, 0m, 0m },
        { 0m, 0.01m, 0.08m, 0.01m, 0m },
        { 0m, 0.08m, 0.62m, 0.08m, 0m },
        { 0m, 0.01m, 0.08m, 0.01m, 0m },
        { 0m, 0m, 0m, 0m, 0m },
    };

    /// <summary>[S1.26] Lecture 1's 3 × 3 Laplacian: <see cref="Kernels.Laplacian"/>(0.2) to two decimals.</summary>
    /// <returns>3 × 3 weights with the sum 0.03.</returns>
    [Formula("S1.26")]
    public static decimal[,] Laplacian() => new[,]
    {
        { 0.17m, 0.67m, 0.17m },
        { 0.67m, -3.33m, 0.67m },
        { 0.17m, 0.67m, 0.17m },
    };

    /// <summary>
    /// [S1.26] The Laplacian of Gaussian as lecture 1 prints it, without the extra row in the text of the slide (erratum E52). It is near
    /// the product of the two printed factors, but not that product rounded: the largest difference is 0.0434, in the centre (erratum E02).
    /// </summary>
    /// <returns>5 × 5 weights with the sum 0.</returns>
    [Formula("S1.26"), Erratum("E02", "E52")]
    public static decimal[,] LaplacianOfGaussian() => new[,]
    {
        { 0m, 0.02m, 0.06m, 0.02m, 0m },
        { 0.02m, 0.17m, 0.18m, 0.17m, 0.02m },
        { 0.06m, 0.18m, -1.8m, 0.18m, 0.06m },
        { 0.02m, 0.17m, 0.18m, 0.17m, 0.02m },
        { 0m, 0.02m, 0.06m, 0.02m, 0m },
    };
}
