using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class TranslationTests
{
    private static readonly int[] X = [1, 2, 3, 4, 5];

    [Test, Formula("S3.08")]
    public void Content_moves_towards_plus_v()
    {
        Assert.That(Translation<int>.Shift(X, 2), Is.EqualTo(new[] { 0, 0, 1, 2, 3 }));
        Assert.That(Translation<int>.Shift(X, -1), Is.EqualTo(new[] { 2, 3, 4, 5, 0 }));
        Assert.That(Translation<int>.Shift(X, 0), Is.EqualTo(X));
        Assert.That(Translation<int>.ShiftCyclic(X, 2), Is.EqualTo(new[] { 4, 5, 1, 2, 3 }));
        Assert.That(Translation<int>.ShiftCyclic(X, -1), Is.EqualTo(new[] { 2, 3, 4, 5, 1 }));
    }

    [Test, Formula("S3.08")]
    public void Images_move_along_both_axes()
    {
        int[,] image = { { 1, 2, 3 }, { 4, 5, 6 } };

        Assert.That(Translation<int>.Shift(image, 1, -1), Is.EqualTo(new[,] { { 0, 0, 0 }, { 2, 3, 0 } }));
        Assert.That(Translation<int>.Shift(image, -1, 2), Is.EqualTo(new[,] { { 0, 0, 4 }, { 0, 0, 0 } }));
        Assert.That(Translation<int>.ShiftCyclic(image, 1, -1), Is.EqualTo(new[,] { { 5, 6, 4 }, { 2, 3, 1 } }));
        Assert.That(Translation<int>.ShiftCyclic(image, -3, 4), Is.EqualTo(new[,] { { 6, 4, 5 }, { 3, 1, 2 } }));
        Assert.That(Translation<int>.ShiftCyclic(new[,] { { 1 }, { 2 }, { 3 } }, 1, 0), Is.EqualTo(new[,] { { 3 }, { 1 }, { 2 } }));
    }

    [TestCase(int.MaxValue)]
    [TestCase(int.MinValue)]
    public void Shift_may_be_as_far_as_integers_go(int v)
    {
        Assert.That(Translation<int>.Shift(X, v), Is.EqualTo(new int[5]));
        Assert.That(Translation<int>.Shift(new[,] { { 1 } }, v, 0), Is.EqualTo(new int[1, 1]));
        Assert.That(Translation<int>.Shift(new[,] { { 1 } }, 0, v), Is.EqualTo(new int[1, 1]));
        Assert.That(Translation<int>.ShiftCyclic(X, v), Is.EqualTo(Translation<int>.ShiftCyclic(X, v % 5)));

        int[,] row = { { 1, 2, 3, 4, 5 } };
        Assert.That(Translation<int>.ShiftCyclic(row, v, v), Is.EqualTo(Translation<int>.ShiftCyclic(row, 0, v % 5)));
    }

    [Test, Formula("S3.08")]
    public void Translation_is_linear()
    {
        int[] h = [7, -2, 0, 1, 6];
        int[] mixed = Mix(X, h);
        for (int v = -6; v <= 6; v++)
        {
            Assert.That(Translation<int>.Shift(mixed, v), Is.EqualTo(Mix(Translation<int>.Shift(X, v), Translation<int>.Shift(h, v))));
            Assert.That(
                Translation<int>.ShiftCyclic(mixed, v), Is.EqualTo(
                    Mix(Translation<int>.ShiftCyclic(X, v), Translation<int>.ShiftCyclic(h, v))));
        }
    }

    [Test, Formula("S3.08")]
    public void Two_translations_are_one_by_the_sum_on_the_circle_and_on_a_line_that_loses_nothing()
    {
        for (int u = -3; u <= 3; u++)
            for (int v = -3; v <= 3; v++)
            {
                Assert.That(Translation<int>.ShiftCyclic(Translation<int>.ShiftCyclic(X, v), u),
                    Is.EqualTo(Translation<int>.ShiftCyclic(X, u + v)));

                int[] roomy = Borders<int>.Zeros(X, 6, 6);
                Assert.That(Translation<int>.Shift(Translation<int>.Shift(roomy, v), u), Is.EqualTo(Translation<int>.Shift(roomy, u + v)));
            }

        Assert.That(Translation<int>.Shift(Translation<int>.Shift(X, 2), -2), Is.Not.EqualTo(X), "what has left does not come back");
    }

    [Test, Formula("S3.08")]
    public void Cyclic_translation_is_a_permutation()
    {
        for (int v = -6; v <= 6; v++)
            Assert.That(Translation<int>.ShiftCyclic(X, v), Is.EquivalentTo(X));
    }

    private static int[] Mix(int[] f, int[] g) => [.. f.Zip(g, (u, v) => (3 * u) - (2 * v))];
}
