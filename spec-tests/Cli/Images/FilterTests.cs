using NUnit.Framework;
using ReferenceConv.Cli.Images;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Cli.Images;

public sealed class FilterTests
{
    [Test]
    public void Each_channel_is_correlated_with_the_kernel_as_it_is()
    {
        byte[] red = [1, 0, 0, 1, 2, 0, 0, 0, 3, 0, 0, 1], blue = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2];
        var picture = new Picture(3, 3, 4, [.. red, .. new byte[12], .. blue]);
        double[,] kernel = { { 0, 1, -5 }, { 2, 3, 1 } };

        double[][] sums = Filter.Apply(picture, kernel, [new Axis(3, 2), new Axis(4, 3)]);

        Assert.That(sums[0], Is.EqualTo(Correlation<double>.Valid(Rows(red), kernel).Cast<double>()));
        Assert.That(sums[1], Is.EqualTo(new double[4]));
        Assert.That(sums[2], Is.EqualTo(Correlation<double>.Valid(Rows(blue), kernel).Cast<double>()));
    }

    [Test]
    public void Result_too_large_for_a_picture_is_refused_before_anything_is_computed()
    {
        var picture = new Picture(1, 1, 1, [0]);
        Axis axis = new(1, 1, padding: Padding.Explicit(5000, 5000));

        Assert.That(
            () => Filter.Apply(picture, new double[1, 1], [axis, axis]),
            Throws.ArgumentException.With.Message.EqualTo(
                "the filtered picture's height × width must be at least 1 × 1 and at most 67108864 pixels, was 10001 × 10001"));
    }

    private static double[,] Rows(byte[] samples)
    {
        var rows = new double[3, 4];
        for (int i = 0; i < samples.Length; i++)
            rows[i / 4, i % 4] = samples[i];

        return rows;
    }
}
