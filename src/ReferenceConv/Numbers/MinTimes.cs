using System.Numerics;

namespace ReferenceConv.Numbers;

/// <summary>
/// The semiring (min, ×): a sum of products computed in it is the smallest of the products. An operator run on magnitudes so says how small
/// a product each of its results holds, and with that how small the effect of losing one could be.
/// </summary>
/// <param name="Value">A number ≥ 0.</param>
public readonly record struct MinTimes(double Value)
    : IAdditionOperators<MinTimes, MinTimes, MinTimes>, IMultiplyOperators<MinTimes, MinTimes, MinTimes>, IAdditiveIdentity<MinTimes, MinTimes>
{
    /// <summary>∞: the smallest of no products.</summary>
    public static MinTimes AdditiveIdentity => new(double.PositiveInfinity);

    /// <summary>min(a, b).</summary>
    public static MinTimes operator +(MinTimes left, MinTimes right) => new(Math.Min(left.Value, right.Value));

    /// <summary>a · b.</summary>
    public static MinTimes operator *(MinTimes left, MinTimes right) => new(left.Value * right.Value);
}
