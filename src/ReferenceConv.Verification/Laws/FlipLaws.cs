using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// P02, P03, P05, P09 and P20 on one channel with every window that meets the input: what follows from turning kernels and images round.
/// </summary>
internal static class FlipLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("Turning input and kernel round turns the full output round", BothFlipped),
        new("Exchanging input and kernel turns the full output round", Exchanged),
        new("An impulse shows the kernel turned round", Impulse),
        new("The full output sums to the product of the sums", ProductOfSums),
    ];

    private static string? BothFlipped(ConvolutionCase instance)
    {
        Trilinear<int> form = Draw(instance);
        return Vector.Mismatch("y of both turned round", Flip(form.Y()), (form with { X = Flip(form.X), W = Flip(form.W) }).Y());
    }

    /// <summary>P05; with P02 it is P03: x ∗ w = x ⋆ flip(w) = flip(flip(w) ⋆ x) = w ∗ x.</summary>
    private static string? Exchanged(ConvolutionCase instance)
    {
        Trilinear<int> form = Draw(instance);
        ConvolutionGeometry exchanged = form.Geometry.Over(static axis => new Axis(axis.Kernel, axis.Input, padding: Padding.Full));
        return Vector.Mismatch("y of w over x", Flip(form.Y()), new Trilinear<int>(exchanged, form.W, form.X, [], []).Y());
    }

    /// <summary>P09: the input is a single 1.</summary>
    private static string? Impulse(ConvolutionCase instance)
    {
        ConvolutionGeometry geometry = ConvolutionGeometry.SingleChannel(
            instance.Geometry.Axes.Select(static axis => new Axis(1, axis.Kernel, padding: Padding.Full)));
        Trilinear<int> form = Trilinear<int>.Draw(geometry, instance.Seed, static n => (int)n) with { X = [1] };
        return Vector.Mismatch("y of an impulse", Flip(form.W), form.Y());
    }

    private static string? ProductOfSums(ConvolutionCase instance)
    {
        Trilinear<long> form = Trilinear<long>.Draw(Draw(instance).Geometry, instance.Seed, static n => n);
        return Vector.Mismatch("Σ y", Sum(form.X) * Sum(form.W), Sum(form.Y()));
    }

    private static long Sum(long[] elements) => elements.Aggregate(0L, static (sum, element) => sum + element);

    /// <summary>Turning round is reading the flat array backwards.</summary>
    private static int[] Flip(int[] elements) => [.. elements.Reverse()];

    private static Trilinear<int> Draw(ConvolutionCase instance) =>
        Trilinear<int>.Draw(
            ConvolutionGeometry.SingleChannel(
                instance.Geometry.Axes.Select(static axis => new Axis(Math.Max(axis.Input, 1), axis.Kernel, padding: Padding.Full))),
            instance.Seed,
            static n => (int)n);
}
