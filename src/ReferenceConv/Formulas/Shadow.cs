using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>The shadow of an object under a light that is not a point: the light's shape convolved with the object.</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Shadow<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S1.06] s[i+k] += light[k] · obstacle[i] for all i and k, 1-D: each point k of the light casts the whole obstacle, k further along.
    /// Where all of the light is blocked lies the umbra (a plateau); where some of it is, the penumbra (the two ramps).
    /// </summary>
    /// <param name="light">The brightness of each point of the light.</param>
    /// <param name="obstacle">How much each point of the object blocks.</param>
    /// <returns>The light missing at each of light.Length + obstacle.Length − 1 points of the ground.</returns>
    /// <exception cref="ArgumentException">The light or the obstacle is empty, or the result too large.</exception>
    [Formula("S1.06")]
    public static T[] Cast(T[] light, T[] obstacle)
    {
        var shadow = new T[OutputSize.Full(light.Length, obstacle.Length)];
        Array.Fill(shadow, T.AdditiveIdentity);
        for (int k = 0; k < light.Length; k++)
            for (int i = 0; i < obstacle.Length; i++)
                shadow[i + k] += light[k] * obstacle[i];

        return shadow;
    }
}
