using System.Numerics;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>
/// A number that must have been written: default is none, and what comes of none is none. So a sum that starts from default shows.
/// </summary>
internal readonly record struct Written(bool IsNumber, long Value) :
    IAdditionOperators<Written, Written, Written>,
    IMultiplyOperators<Written, Written, Written>,
    IDivisionOperators<Written, Written, Written>,
    IComparisonOperators<Written, Written, bool>,
    IAdditiveIdentity<Written, Written>,
    IMultiplicativeIdentity<Written, Written>
{
    public static Written AdditiveIdentity => new(true, 0);

    public static Written MultiplicativeIdentity => new(true, 1);

    public static Written operator +(Written left, Written right) => new(left.IsNumber && right.IsNumber, left.Value + right.Value);

    public static Written operator *(Written left, Written right) => new(left.IsNumber && right.IsNumber, left.Value * right.Value);

    public static Written operator /(Written left, Written right) => new(left.IsNumber && right.IsNumber, left.Value / right.Value);

    public static bool operator <(Written left, Written right) => left.Value < right.Value;

    public static bool operator >(Written left, Written right) => left.Value > right.Value;

    public static bool operator <=(Written left, Written right) => left.Value <= right.Value;

    public static bool operator >=(Written left, Written right) => left.Value >= right.Value;
}
