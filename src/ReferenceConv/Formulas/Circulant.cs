using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>
/// Linear operators on a circle of N samples, as N×N matrices. Those that commute with the shift are the circulant ones, and each
/// of them is the circular convolution with its impulse response: equivariance defines convolution [S3.16].
/// The statement needs the whole group of shifts; windows of a zero-padded line do not have it (erratum E27).
/// </summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Circulant<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S3.16] M is shift-equivariant when M[i+1, j+1] = M[i, j] for all i, j, indices mod N; then M·shift(x) = shift(M·x).
    /// </summary>
    /// <param name="M">An N×N matrix.</param>
    /// <returns>Whether M commutes with the shift.</returns>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    [Formula("S3.16"), Erratum("E27")]
    public static bool CommutesWithShift(T[,] M)
    {
        int N = Size(M);
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++)
                if (!EqualityComparer<T>.Default.Equals(M[(i + 1) % N, (j + 1) % N], M[i, j]))
                    return false;
        return true;
    }

    /// <summary>[S3.16] h[i] = M[i, 0] = (M·δ)[i]: what the operator answers to a single one at index 0.</summary>
    /// <param name="M">An N×N matrix, N ≥ 1.</param>
    /// <returns>N values.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, or empty.</exception>
    [Formula("S3.16")]
    public static T[] ImpulseResponse(T[,] M)
    {
        int N = Size(M);
        Require.Signal(N);

        var h = new T[N];
        for (int i = 0; i < N; i++)
            h[i] = M[i, 0];
        return h;
    }

    /// <summary>[S3.16] M[i, j] = h[(i−j) mod N]: the matrix of circular convolution with h.</summary>
    /// <param name="h">The impulse response, of length N ≥ 0; of none, the matrix is empty.</param>
    /// <returns>N × N entries.</returns>
    [Formula("S3.16")]
    public static T[,] FromImpulseResponse(T[] h)
    {
        int N = h.Length;
        var M = new T[N, N];
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++)
                M[i, j] = h[Cyclic.Index(i - j, N)];
        return M;
    }

    /// <summary>
    /// [S3.16] Σₖ P⁻ᵏ M Pᵏ, that is Σₖ M[i+k, j+k], indices mod N: summed over all shifts, any operator becomes a convolution.
    /// </summary>
    /// <param name="M">An N×N matrix.</param>
    /// <returns>N × N entries: a circulant matrix.</returns>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    [Formula("S3.16")]
    public static T[,] SumOverShifts(T[,] M)
    {
        int N = Size(M);
        var C = new T[N, N];
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++)
            {
                T sum = T.AdditiveIdentity;
                for (int k = 0; k < N; k++)
                    sum += M[(i + k) % N, (j + k) % N];
                C[i, j] = sum;
            }

        return C;
    }

    private static int Size(T[,] M)
    {
        Require.That(M.GetLength(0) == M.GetLength(1), $"matrix must be square, was {M.GetLength(0)}×{M.GetLength(1)}");
        return M.GetLength(0);
    }
}
