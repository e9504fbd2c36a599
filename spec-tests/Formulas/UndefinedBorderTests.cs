using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class UndefinedBorderTests
{
    private const double Undefined = double.NaN;

    [Test, Formula("S1.14")]
    public void Undefined_samples_surround_the_row()
    {
        Assert.That(UndefinedBorder<double>.Pad([5, 4, 2, 3, 7], 1, 1), Is.EqualTo(new[] { Undefined, 5, 4, 2, 3, 7, Undefined }));
        Assert.That(UndefinedBorder<float>.Pad([5], 2, 0), Is.EqualTo(new[] { float.NaN, float.NaN, 5 }));
        Assert.That(
            UndefinedBorder<double>.Pad(new double[,] { { 1, 2 } }, (0, 1), (1, 0)),
            Is.EqualTo(new[,] { { Undefined, 1, 2 }, { Undefined, Undefined, Undefined } }));
    }

    [Test, Erratum("E03")]
    public void Printed_row_has_two_samples_exchanged()
    {
        // ? 5 4 3 2 7 ?
        double[] printed = [Undefined, 5, 4, 3, 2, 7, Undefined];

        Assert.That(UndefinedBorder<double>.Pad([5, 4, 2, 3, 7], 1, 1), Is.Not.EqualTo(printed));
        Assert.That(UndefinedBorder<double>.Pad([5, 4, 3, 2, 7], 1, 1), Is.EqualTo(printed));
    }

    [Test, Formula("S1.14", "S3.22")]
    public void Outputs_that_look_outside_are_undefined_and_the_rest_is_the_valid_part() =>
        Assert.That(
            Correlation<double>.Valid(UndefinedBorder<double>.Pad([5, 4, 2, 3, 7], 1, 1), [1, 10, 100]),
            Is.EqualTo(new[] { Undefined, 245, 324, 732, Undefined }));

    [Test, Formula("S1.14")]
    public void Zero_in_the_kernel_does_not_hide_an_undefined_sample()
    {
        double[,] image = new double[4, 5];
        double[,] y = Correlation<double>.Valid(UndefinedBorder<double>.Pad(image, (1, 1), (1, 1)), new double[3, 3]);

        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 5; j++)
                Assert.That(double.IsNaN(y[i, j]), Is.EqualTo(i is 0 or 3 || j is 0 or 4));
    }

    [Test]
    public void Negative_padding_is_refused()
    {
        Assert.That(() => UndefinedBorder<double>.Pad([1], -1, 0), Refused.Because("padding before must be ≥ 0, was -1"));
        Assert.That(() => UndefinedBorder<double>.Pad([1], 0, -1), Refused.Because("padding after must be ≥ 0, was -1"));
        Assert.That(
            () => UndefinedBorder<double>.Pad(new double[1, 1], (-1, 0), (0, 0)), Refused.Because("padding before must be ≥ 0, was -1"));
        Assert.That(
            () => UndefinedBorder<double>.Pad(new double[1, 1], (0, -2), (0, 0)), Refused.Because("padding after must be ≥ 0, was -2"));
        Assert.That(
            () => UndefinedBorder<double>.Pad(new double[1, 1], (0, 0), (-3, 0)), Refused.Because("padding before must be ≥ 0, was -3"));
        Assert.That(
            () => UndefinedBorder<double>.Pad(new double[1, 1], (0, 0), (0, -4)), Refused.Because("padding after must be ≥ 0, was -4"));
        Assert.That(UndefinedBorder<double>.Pad([1], 0, 0), Is.EqualTo(new double[] { 1 }));
    }
}
