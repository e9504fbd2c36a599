using System.Numerics;

namespace ReferenceConv.SpecTests.Verification.Candidates;

/// <summary>A number that keeps the products it is a sum of: what adds them later decides the order and the rounding.</summary>
internal readonly record struct Collected<T>(T Value, Collected<T>.Product? Products = null)
    : IAdditionOperators<Collected<T>, Collected<T>, Collected<T>>, IMultiplyOperators<Collected<T>, Collected<T>, Collected<T>>, IAdditiveIdentity<Collected<T>, Collected<T>>
    where T : INumberBase<T>
{
    public static Collected<T> AdditiveIdentity => new(T.Zero);

    public static Collected<T> operator +(Collected<T> left, Collected<T> right) =>
        right.Products is { } product ? new(T.Zero, product with { Before = left.Products }) : left;

    public static Collected<T> operator *(Collected<T> left, Collected<T> right) => new(T.Zero, new Product(left.Value, right.Value, null));

    /// <summary>A number that is added as it is.</summary>
    public static Collected<T> Added(T value) => new(T.Zero, new Product(value, T.One, null));

    public (T[] First, T[] Second) Factors()
    {
        List<T> first = [];
        List<T> second = [];
        for (Product? product = Products; product is not null; product = product.Before)
        {
            first.Add(product.First);
            second.Add(product.Second);
        }

        first.Reverse();
        second.Reverse();
        return ([.. first], [.. second]);
    }

    public sealed record Product(T First, T Second, Product? Before);
}
