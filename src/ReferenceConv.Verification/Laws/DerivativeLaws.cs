using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Numbers;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// P15: the gradients are the derivatives of L = ⟨y, g⟩, with nothing approximate. The derivative is taken in one drawn direction v, where
/// it must be ⟨gradient, v⟩. With dual numbers the entries of v are odd integers drawn from 2³²; two different gradients agree on it with a
/// probability of about 2⁻³¹.
/// </summary>
internal static class DerivativeLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("The data gradient is the derivative by dual numbers", DataByDuals),
        new("The weight gradient is the derivative by dual numbers", WeightByDuals),
        new("The bias gradient is the derivative by dual numbers", BiasByDuals),
        new("The data gradient is the central difference of fractions", DataByDifference),
        new("The weight gradient is the central difference of fractions", WeightByDifference),
    ];

    private static string? DataByDuals(ConvolutionCase instance)
    {
        (Trilinear<BigInteger> at, Trilinear<BigInteger> direction) = Integers(instance);
        return Vector.Mismatch(
            "⟨dx, v⟩", Derivative(at, Towards(at.X, direction.X), Constant(at.W), Constant(at.Bias)), Vector.Dot(at.DX(), direction.X));
    }

    private static string? WeightByDuals(ConvolutionCase instance)
    {
        (Trilinear<BigInteger> at, Trilinear<BigInteger> direction) = Integers(instance);
        return Vector.Mismatch(
            "⟨dw, v⟩", Derivative(at, Constant(at.X), Towards(at.W, direction.W), Constant(at.Bias)), Vector.Dot(at.DW(), direction.W));
    }

    private static string? BiasByDuals(ConvolutionCase instance)
    {
        (Trilinear<BigInteger> at, Trilinear<BigInteger> direction) = Integers(instance);
        (at, direction) = (at.WithBias(), direction.WithBias());
        BigInteger[] db = BiasGradient<BigInteger>.Of(at.Geometry, Tensors.Of(at.G, at.Geometry.OutputShape)).Elements();
        return Vector.Mismatch(
            "⟨db, v⟩", Derivative(at, Constant(at.X), Constant(at.W), Towards(at.Bias, direction.Bias)), Vector.Dot(db, direction.Bias));
    }

    /// <summary>L is linear in x, so (L(x + v) − L(x − v)) / 2 is its derivative exactly, at any step; the step is 1.</summary>
    private static string? DataByDifference(ConvolutionCase instance)
    {
        (Trilinear<Rational> at, Trilinear<Rational> direction) = Fractions(instance);
        Rational difference = Halved(Loss(at with { X = at.X.Plus(direction.X) }) - Loss(at with { X = at.X.Minus(direction.X) }));
        return Vector.Mismatch("⟨dx, v⟩", difference, Vector.Dot(at.DX(), direction.X));
    }

    private static string? WeightByDifference(ConvolutionCase instance)
    {
        (Trilinear<Rational> at, Trilinear<Rational> direction) = Fractions(instance);
        Rational difference = Halved(Loss(at with { W = at.W.Plus(direction.W) }) - Loss(at with { W = at.W.Minus(direction.W) }));
        return Vector.Mismatch("⟨dw, v⟩", difference, Vector.Dot(at.DW(), direction.W));
    }

    private static (Trilinear<BigInteger> At, Trilinear<BigInteger> Direction) Integers(ConvolutionCase instance) =>
        (Trilinear<BigInteger>.Draw(instance, static n => n),
            Trilinear<BigInteger>.Draw(instance.Geometry, instance.Seed + 256, static n => n));

    private static (Trilinear<Rational> At, Trilinear<Rational> Direction) Fractions(ConvolutionCase instance) =>
        (Trilinear<Rational>.Draw(instance, Fraction),
            Trilinear<Rational>.Draw(instance.Geometry, instance.Seed + 256, static n => Small(n)));

    /// <summary>Wholes, halves and thirds of small odd numbers: what is to be seen here is arithmetic with fractions.</summary>
    private static Rational Fraction(long n) => new(Small(n), 1 + Math.Abs(n / 64) % 3);

    private static BigInteger Small(long n) => n % 32;

    private static Rational Halved(Rational value) => value / 2;

    private static Rational Loss(Trilinear<Rational> at) => Vector.Dot(at.Y(), at.G);

    /// <summary>The ε part of L.</summary>
    private static BigInteger Derivative(Trilinear<BigInteger> at, Dual<BigInteger>[] x, Dual<BigInteger>[] w, Dual<BigInteger>[] bias)
    {
        var dual = new Trilinear<Dual<BigInteger>>(at.Geometry, x, w, Constant(at.G), bias);
        return Vector.Dot(dual.Y(), dual.G).Derivative;
    }

    private static Dual<BigInteger>[] Constant(BigInteger[] values) => Array.ConvertAll(values, Dual<BigInteger>.Constant);

    private static Dual<BigInteger>[] Towards(BigInteger[] values, BigInteger[] direction) =>
        [.. values.Zip(direction, static (value, step) => new Dual<BigInteger>(value, step))];
}
