using System.Numerics;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>An int that counts the products taken, and cancels a token when a given number of them is reached.</summary>
internal readonly record struct MeteredNumber(int Value)
    : IAdditionOperators<MeteredNumber, MeteredNumber, MeteredNumber>, IMultiplyOperators<MeteredNumber, MeteredNumber, MeteredNumber>,
        IAdditiveIdentity<MeteredNumber, MeteredNumber>
{
    private static CancellationTokenSource source = new();
    private static long products;
    private static long limit;

    public static MeteredNumber AdditiveIdentity => default;

    /// <summary>Products since the last <see cref="CancelAfter"/>.</summary>
    public static long Products => Interlocked.Read(ref products);

    /// <summary>
    /// Counts from zero, and gives a token that is cancelled with product number <paramref name="newLimit"/>, from the start if that is 0.
    /// </summary>
    public static CancellationToken CancelAfter(long newLimit)
    {
        (source, limit, products) = (new CancellationTokenSource(), newLimit, 0);
        if (limit == 0)
            source.Cancel();
        return source.Token;
    }

    public static MeteredNumber operator +(MeteredNumber left, MeteredNumber right) => new(left.Value + right.Value);

    public static MeteredNumber operator *(MeteredNumber left, MeteredNumber right)
    {
        if (Interlocked.Increment(ref products) == limit)
            source.Cancel();
        return new(left.Value * right.Value);
    }
}
