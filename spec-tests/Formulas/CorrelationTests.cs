using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class CorrelationTests
{
    [Test, Formula("S2.09", "S4.22")]
    public void Valid_correlation_slides_the_kernel_over_the_image()
    {
        int[,] x = { { 1, 0, 0, 1, 2 }, { 0, 0, 0, 3, 0 }, { 0, 1, 2, 1, 1 }, { 1, 1, 3, 0, 0 }, { 3, 0, 0, 0, 1 } };
        int[,] w = { { 0, 0, 1 }, { 0, 2, 0 }, { 1, 1, 0 } };

        Assert.That(Correlation<int>.Valid(x, w), Is.EqualTo(new[,] { { 1, 4, 11 }, { 4, 11, 5 }, { 7, 7, 1 } }));
    }
}
