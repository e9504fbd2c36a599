using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// The distribution of a sum X + Y of two random variables with the values 0, 1, 2, … (a die shows its value plus one). Probabilities
/// or counts: with counts, the result is out of the product of the two totals.
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class SumOfDice<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S1.05] P(X+Y=n) = Σₖ P(X=k) · P(Y=n−k): the convolution of the two distributions. True for <b>independent</b> X and Y only,
    /// a condition the slide leaves out (erratum E25); <see cref="OfJoint"/> is what holds always.
    /// </summary>
    /// <param name="p">P(X=k) for k = 0..p.Length−1.</param>
    /// <param name="q">P(Y=k) for k = 0..q.Length−1.</param>
    /// <returns>P(X+Y=n) for n = 0..p.Length+q.Length−2.</returns>
    /// <exception cref="ArgumentException">A distribution is empty, or the result too large.</exception>
    [Formula("S1.05"), Erratum("E25")]
    public static T[] Independent(T[] p, T[] q)
    {
        var sums = new T[OutputSize.Full(p.Length, q.Length)];
        for (int n = 0; n < sums.Length; n++)
        {
            sums[n] = T.AdditiveIdentity;
            for (int k = 0; k < p.Length; k++)
                if (0 <= n - k && n - k < q.Length)
                    sums[n] += p[k] * q[n - k];
        }

        return sums;
    }

    /// <summary>
    /// P(X+Y=n) = Σₖ P(X=k, Y=n−k): the sums along the diagonals of the joint distribution, whether independent or not (erratum E25).
    /// </summary>
    /// <param name="joint">P(X=k, Y=l) at [k, l].</param>
    /// <returns>P(X+Y=n) for n = 0..rows+columns−2.</returns>
    /// <exception cref="ArgumentException">The table is empty, or the result too large.</exception>
    [Erratum("E25")]
    public static T[] OfJoint(T[,] joint)
    {
        var sums = new T[OutputSize.Full(joint.GetLength(0), joint.GetLength(1))];
        Array.Fill(sums, T.AdditiveIdentity);
        for (int k = 0; k < joint.GetLength(0); k++)
            for (int l = 0; l < joint.GetLength(1); l++)
                sums[k + l] += joint[k, l];

        return sums;
    }
}
