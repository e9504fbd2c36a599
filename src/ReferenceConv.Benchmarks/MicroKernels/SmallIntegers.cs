using System.Numerics;

namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>Operands whose sums are exact in every order.</summary>
internal static class SmallIntegers
{
    /// <summary>As many different integers around zero as the period says, in turn.</summary>
    public static void Fill<T>(Span<T> numbers, int period)
        where T : INumberBase<T>
    {
        for (int e = 0; e < numbers.Length; e++)
            numbers[e] = T.CreateChecked((e % period) - (period / 2));
    }
}
