using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>A photograph out of focus: the sharp image convolved with a blur circle, such as <see cref="Kernels.Disk"/>.</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Blur<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S1.07] b[i+m, j+n] += I[i,j] · circle[m,n] for all i, j, m, n: the light of each point of the image spreads over a circle. All
    /// light is kept: the sum of the blurred image is the sum of the image times the sum of the circle (1 for a normalised one).
    /// </summary>
    /// <param name="I">The sharp image, D₁ × D₂.</param>
    /// <param name="circle">The blur circle, K₁ × K₂.</param>
    /// <returns>(D₁+K₁−1) × (D₂+K₂−1) pixels: the blur reaches beyond the image.</returns>
    /// <exception cref="ArgumentException">The image or the circle is empty, or the result too large.</exception>
    [Formula("S1.07")]
    public static T[,] OutOfFocus(T[,] I, T[,] circle)
    {
        var blurred = new T[OutputSize.Full(I.GetLength(0), circle.GetLength(0)), OutputSize.Full(I.GetLength(1), circle.GetLength(1))];
        for (int i = 0; i < blurred.GetLength(0); i++)
            for (int j = 0; j < blurred.GetLength(1); j++)
                blurred[i, j] = T.AdditiveIdentity;

        for (int i = 0; i < I.GetLength(0); i++)
            for (int j = 0; j < I.GetLength(1); j++)
                for (int m = 0; m < circle.GetLength(0); m++)
                    for (int n = 0; n < circle.GetLength(1); n++)
                        blurred[i + m, j + n] += I[i, j] * circle[m, n];

        return blurred;
    }
}
