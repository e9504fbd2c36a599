using System.Numerics;

namespace ReferenceConv.SpecTests.Formulas;

/// <summary>
/// A number whose sum is the maximum and whose product is the sum: its zero is −∞ and its default, 0, is the one. With it convolution is
/// the dilation of mathematical morphology, and a formula that takes a default for zero gets it wrong.
/// </summary>
internal readonly record struct MaxPlus(double Value)
    : IAdditionOperators<MaxPlus, MaxPlus, MaxPlus>, IMultiplyOperators<MaxPlus, MaxPlus, MaxPlus>, IAdditiveIdentity<MaxPlus, MaxPlus>
{
    public static MaxPlus AdditiveIdentity => new(double.NegativeInfinity);

    public static MaxPlus operator +(MaxPlus left, MaxPlus right) => new(Math.Max(left.Value, right.Value));

    public static MaxPlus operator *(MaxPlus left, MaxPlus right) => new(left.Value + right.Value);
}
