using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ReferenceConv.Fast;

/// <summary>
/// C = A · B. MathNet.Numerics multiplies float and double; it knows no other number, so the rest goes through the schoolbook loop.
/// </summary>
internal static class MatrixProduct<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>C[r, c] = Σ A[r, j] · B[j, c].</summary>
    public static RowMajor<T> Multiply(RowMajor<T> a, RowMajor<T> b)
    {
        if (a is RowMajor<float> af && b is RowMajor<float> bf)
            return (RowMajor<T>)(object)MathNetMultiply(af, bf);
        if (a is RowMajor<double> ad && b is RowMajor<double> bd)
            return (RowMajor<T>)(object)MathNetMultiply(ad, bd);
        return Schoolbook(a, b);
    }

    /// <summary>
    /// MathNet stores columns one after another, so what we call A it reads as Aᵀ; hence Cᵀ = Bᵀ · Aᵀ without moving a number.
    /// </summary>
    private static RowMajor<TFloat> MathNetMultiply<TFloat>(RowMajor<TFloat> a, RowMajor<TFloat> b)
        where TFloat : struct, IEquatable<TFloat>, IFormattable
    {
        Matrix<TFloat> at = Matrix<TFloat>.Build.Dense(a.Columns, a.Rows, a.Elements);
        Matrix<TFloat> bt = Matrix<TFloat>.Build.Dense(b.Columns, b.Rows, b.Elements);
        return new RowMajor<TFloat>(a.Rows, b.Columns, (bt * at).AsColumnMajorArray());
    }

    private static RowMajor<T> Schoolbook(RowMajor<T> a, RowMajor<T> b)
    {
        RowMajor<T> product = RowMajor<T>.Filled(a.Rows, b.Columns, T.AdditiveIdentity);
        for (int r = 0; r < a.Rows; r++)
            for (int j = 0; j < a.Columns; j++)
                for (int c = 0; c < b.Columns; c++)
                    product[r, c] += a[r, j] * b[j, c];
        return product;
    }
}
