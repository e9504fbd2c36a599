using System.Collections.Immutable;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;
using ReferenceConv.Numbers;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>P17: pooling by its definition on the padded image, whole windows and partial ones.</summary>
internal static class PoolingLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("Max pooling takes the greatest of each padded window", Max),
        new("The max pooling gradient goes to the first greatest", MaxGradient),
        new("Max pooling refuses a window that sees no input", MaxRefuses),
        new("Average pooling takes the mean of each padded window", Average),
        new("The average pooling gradient is the transpose of average pooling", AverageGradient),
        new("Average pooling is the depthwise convolution with one over N", Depthwise),
    ];

    private static string? Max(ConvolutionCase instance)
    {
        (Relation relation, PaddedPooling naive) = Windows(instance);
        int[] x = Numbers(instance, relation.Inputs, 0, static n => n);
        return Vector.Mismatch("y", naive.Greatest(x),
            MaxPooling<int>.Forward(relation, Planes(instance, relation.Axes, static axis => axis.Input, x)).Elements());
    }

    private static string? MaxGradient(ConvolutionCase instance)
    {
        (Relation relation, PaddedPooling naive) = Windows(instance);
        int[] x = Numbers(instance, relation.Inputs, 0, static n => n % 3);   // equal ones abound
        int[] g = Numbers(instance, relation.Outputs, 1, static n => n);
        int[] dx = MaxPooling<int>.Gradient(
            relation,
            Planes(instance, relation.Axes, static axis => axis.Input, x),
            Planes(instance, relation.Axes, static axis => axis.Output, g)).Elements();
        return Vector.Mismatch("dx", naive.GreatestGradient(x, g), dx);
    }

    /// <summary>The case's own padding, which may hold whole windows.</summary>
    private static string? MaxRefuses(ConvolutionCase instance)
    {
        var relation = new Relation(instance.Geometry.Axes);
        var naive = new PaddedPooling(1, 1, relation.Axes);
        var x = Tensors.Of(new int[relation.Inputs], [1, 1, .. relation.Axes.Select(static axis => axis.Input)]);
        try
        {
            MaxPooling<int>.Forward(relation, x);
            return naive.IsDefined ? null : "a window that sees no input must be refused";
        }
        catch (ArgumentException refusal)
        {
            return naive.IsDefined ? $"every window sees an input, yet: {refusal.Message}" : null;
        }
    }

    private static string? Average(ConvolutionCase instance)
    {
        (Relation relation, PaddedPooling naive) = Windows(instance);
        Rational[] x = Numbers(instance, relation.Inputs, 0, Fraction);
        foreach (bool countPadding in new[] { false, true })
        {
            Rational[] y = AveragePooling<Rational>.Forward(
                relation, Planes(instance, relation.Axes, static axis => axis.Input, x), countPadding).Elements();
            if (Vector.Mismatch($"y counting padding {countPadding}", naive.Mean(x, countPadding), y) is { } mismatch)
                return mismatch;
        }

        return null;
    }

    /// <summary>⟨y, g⟩ = ⟨x, dx⟩.</summary>
    private static string? AverageGradient(ConvolutionCase instance)
    {
        (Relation relation, PaddedPooling naive) = Windows(instance);
        Rational[] x = Numbers(instance, relation.Inputs, 0, Fraction);
        Rational[] g = Numbers(instance, relation.Outputs, 1, Fraction);
        foreach (bool countPadding in new[] { false, true })
        {
            Rational[] dx = AveragePooling<Rational>.Gradient(
                relation, Planes(instance, relation.Axes, static axis => axis.Output, g), countPadding).Elements();
            if (Vector.Mismatch(
                $"⟨x, dx⟩ counting padding {countPadding}", Vector.Dot(naive.Mean(x, countPadding), g), Vector.Dot(x, dx)) is { } mismatch)
                return mismatch;
        }

        return null;
    }

    /// <summary>Padding counted and windows whole: y = x convolved, channel by channel, with 1/N at each of the N taps.</summary>
    private static string? Depthwise(ConvolutionCase instance)
    {
        Relation relation = new(Windows(instance).Relation.Axes.Select(static axis => axis.But(rounding: Rounding.Floor)));
        var geometry = new ConvolutionGeometry(Batch(instance), Channels(instance), Channels(instance), Channels(instance), relation.Axes);
        Rational[] x = Numbers(instance, relation.Inputs, 0, Fraction);
        Rational[] w = [.. Enumerable.Repeat(new Rational(1, relation.Taps), geometry.WeightLength)];
        Rational[] y = AveragePooling<Rational>.Forward(relation, Tensors.Of(x, geometry.InputShape), countPadding: true).Elements();
        return Vector.Mismatch("y", new Trilinear<Rational>(geometry, x, w, [], []).Y(), y);
    }

    /// <summary>
    /// Axes whose padding is smaller than the window, so that every window sees an input; by the seed, partial windows count.
    /// </summary>
    private static (Relation Relation, PaddedPooling Naive) Windows(ConvolutionCase instance)
    {
        var relation = new Relation(instance.Geometry.Axes.Select((axis, a) => axis.But(
            input: axis.Input + axis.Extent,
            padding: (axis.Begin % axis.Extent, axis.End % axis.Extent),
            tile: 1,
            rounding: (instance.Seed >> a) % 2 == 0 ? Rounding.Floor : Rounding.Ceiling)));
        return (relation, new PaddedPooling(Batch(instance), Channels(instance), relation.Axes));
    }

    private static int Batch(ConvolutionCase instance) => Math.Min(instance.Geometry.Batch, 2);

    /// <summary>Pooling treats every channel alone; two are enough to see that.</summary>
    private static int Channels(ConvolutionCase instance) => Math.Min(instance.Geometry.InChannels, 2);

    /// <summary>Halves of small odd numbers.</summary>
    private static Rational Fraction(int n) => new(n % 32, 2);

    private static T[] Numbers<T>(ConvolutionCase instance, int positions, int stream, Func<int, T> number)
    {
        var numbers = new T[Batch(instance) * Channels(instance) * positions];
        for (int e = 0; e < numbers.Length; e++)
            numbers[e] = number((int)Draw.Odd((ulong)(2 * instance.Seed + stream), (ulong)e, int.MaxValue));
        return numbers;
    }

    private static Tensor<T> Planes<T>(ConvolutionCase instance, ImmutableArray<Axis> axes, Func<Axis, int> size, T[] elements) =>
        Tensors.Of(elements, [Batch(instance), Channels(instance), .. axes.Select(size)]);
}
