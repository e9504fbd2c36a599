using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>P07: y is linear in x and linear in w; with a bias it is affine. In the ring of integers mod 2³².</summary>
internal static class LinearityLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("Forward is additive in the input", AdditiveInX),
        new("Forward is homogeneous in the input", HomogeneousInX),
        new("Forward is additive in the weights", AdditiveInW),
        new("Forward is homogeneous in the weights", HomogeneousInW),
        new("With a bias forward is affine in the input", AffineInX),
        new("With a bias forward is affine in the weights", AffineInW),
    ];

    private static string? AdditiveInX(ConvolutionCase instance)
    {
        (Trilinear<int> a, Trilinear<int> b) = Two(instance);
        return Vector.Mismatch("y(x + x′)", a.Y().Plus((a with { X = b.X }).Y()), (a with { X = a.X.Plus(b.X) }).Y());
    }

    private static string? HomogeneousInX(ConvolutionCase instance)
    {
        (Trilinear<int> a, _) = Two(instance);
        return Vector.Mismatch("y(αx)", a.Y().Times(Factor(instance)), (a with { X = a.X.Times(Factor(instance)) }).Y());
    }

    private static string? AdditiveInW(ConvolutionCase instance)
    {
        (Trilinear<int> a, Trilinear<int> b) = Two(instance);
        return Vector.Mismatch("y(w + w′)", a.Y().Plus((a with { W = b.W }).Y()), (a with { W = a.W.Plus(b.W) }).Y());
    }

    private static string? HomogeneousInW(ConvolutionCase instance)
    {
        (Trilinear<int> a, _) = Two(instance);
        return Vector.Mismatch("y(αw)", a.Y().Times(Factor(instance)), (a with { W = a.W.Times(Factor(instance)) }).Y());
    }

    /// <summary>y(x + x′) + y(0) = y(x) + y(x′).</summary>
    private static string? AffineInX(ConvolutionCase instance)
    {
        (Trilinear<int> a, Trilinear<int> b) = Two(instance);
        a = a.WithBias();
        int[] atZero = (a with { X = new int[a.X.Length] }).Y();
        return Vector.Mismatch("y(x + x′) + y(0)", a.Y().Plus((a with { X = b.X }).Y()), (a with { X = a.X.Plus(b.X) }).Y().Plus(atZero));
    }

    /// <summary>y(w + w′) + y(0) = y(w) + y(w′).</summary>
    private static string? AffineInW(ConvolutionCase instance)
    {
        (Trilinear<int> a, Trilinear<int> b) = Two(instance);
        a = a.WithBias();
        int[] atZero = (a with { W = new int[a.W.Length] }).Y();
        return Vector.Mismatch("y(w + w′) + y(0)", a.Y().Plus((a with { W = b.W }).Y()), (a with { W = a.W.Plus(b.W) }).Y().Plus(atZero));
    }

    private static (Trilinear<int> A, Trilinear<int> B) Two(ConvolutionCase instance) =>
        (Trilinear<int>.Draw(instance.Geometry, instance.Seed, static n => (int)n),
            Trilinear<int>.Draw(instance.Geometry, instance.Seed + 256, static n => (int)n));

    private static int Factor(ConvolutionCase instance) => 2 * instance.Seed + 3;
}
