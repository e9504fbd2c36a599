using System.Numerics;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>Numbers that were drawn for one class, judged by another one: integers may be wider than that class keeps.</summary>
internal static class Relaxation
{
    /// <summary>The same numbers and results, within the bound of the class; a NaN or ∞ stays where it must be.</summary>
    /// <returns>Null where the class promises nothing.</returns>
    public static TestVector<T>? Within<T>(this TestVector<T> vector, OperatorCase instance, Exactness exactness)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Operands<T> finite = vector.Operands.Select(static number => T.IsFinite(number) ? number : T.Zero);   // a finite result meets no other
        return TestVectors<T>.Bounded(instance, finite, exactness) is { } bounded
            ? bounded with { Operands = vector.Operands, Expected = vector.Expected, MayBeNaN = vector.MayBeNaN }
            : null;
    }
}
