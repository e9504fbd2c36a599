using System.Numerics;

namespace ReferenceConv.SpecTests.Formulas;

/// <summary>An integer whose default is 1 and not 0: a formula that lets new arrays stand for zero gets it wrong.</summary>
internal readonly record struct BiasedNumber :
    IAdditionOperators<BiasedNumber, BiasedNumber, BiasedNumber>,
    IMultiplyOperators<BiasedNumber, BiasedNumber, BiasedNumber>,
    IAdditiveIdentity<BiasedNumber, BiasedNumber>
{
    private readonly int lessOne;

    public BiasedNumber(int value) => lessOne = value - 1;

    public int Value => lessOne + 1;

    public static BiasedNumber AdditiveIdentity => new(0);

    public static BiasedNumber operator +(BiasedNumber left, BiasedNumber right) => new(left.Value + right.Value);

    public static BiasedNumber operator *(BiasedNumber left, BiasedNumber right) => new(left.Value * right.Value);

    public static BiasedNumber[] From(int[] values) => Array.ConvertAll(values, v => new BiasedNumber(v));

    public static BiasedNumber[,] From(int[,] values) =>
        Samples.Fill(values.GetLength(0), values.GetLength(1), From([.. values.Cast<int>()]));

    /// <summary>The values behind, in row-major order.</summary>
    public static int[] Values(Array numbers) => [.. numbers.Cast<BiasedNumber>().Select(n => n.Value)];
}
