using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ReversedLagTests
{
    [Test, Formula("S2.04"), Erratum("E04")]
    public void Printed_formula_meets_the_worked_example_only_at_the_origin()
    {
        Assert.That(Table(0, +1, 3), Is.EqualTo(new[,] { { 1, 0, 1 }, { 0, 2, 0 }, { 1, 1, 0 } }));
        Assert.That(Table(0, -1, 3), Is.EqualTo(Lecture2.CorrelationValid));
    }

    [Test, Formula("S2.04"), Erratum("E04", "E15")]
    public void Printed_formula_over_all_lags_is_the_full_table_turned_by_180_degrees()
    {
        Assert.That(Table(-4, +1, 7), Is.EqualTo(Flip.Of(Lecture2.CorrelationFull)));
        Assert.That(Correlation<int>.Full(Lecture2.Kernel, Lecture2.Image), Is.EqualTo(Flip.Of(Lecture2.CorrelationFull)));
    }

    [Test, Erratum("E04", "E15")]
    public void Printed_formula_is_the_correlation_with_image_and_kernel_exchanged()
    {
        int[,] image = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 } }, kernel = { { 1, 10, 100 } };
        for (int i = -3; i <= 3; i++)
            for (int j = -5; j <= 5; j++)
            {
                int printed = ReversedLag<int>.At(image, kernel, i, j);
                Assert.That(printed, Is.EqualTo(Correlation<int>.At(kernel, image, i, j)));
                Assert.That(printed, Is.EqualTo(Correlation<int>.At(image, kernel, -i, -j)));
            }
    }

    private static int[,] Table(int first, int step, int size)
    {
        var table = new int[size, size];
        for (int a = 0; a < size; a++)
            for (int b = 0; b < size; b++)
                table[a, b] = ReversedLag<int>.At(Lecture2.Image, Lecture2.Kernel, step * (first + a), step * (first + b));
        return table;
    }
}
