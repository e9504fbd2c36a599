using System.Numerics;

namespace ReferenceConv.SpecTests.Fast.Gemm;

/// <summary>An integer behind a pointer: where an array was not filled there is none at all.</summary>
internal sealed record Pointed(long Value) :
    IAdditionOperators<Pointed, Pointed, Pointed>,
    IMultiplyOperators<Pointed, Pointed, Pointed>,
    IAdditiveIdentity<Pointed, Pointed>
{
    public static Pointed AdditiveIdentity { get; } = new(0);

    public static Pointed operator +(Pointed left, Pointed right) => new(left.Value + right.Value);

    public static Pointed operator *(Pointed left, Pointed right) => new(left.Value * right.Value);
}
