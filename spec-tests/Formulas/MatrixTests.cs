using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class MatrixTests
{
    [Test]
    public void Transposing_twice_is_the_original()
    {
        int[,] A = { { 1, 2, 3 }, { 4, 5, 6 } };

        Assert.That(Matrix.Transpose(A), Is.EqualTo(new[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }));
        Assert.That(Matrix.Transpose(Matrix.Transpose(A)), Is.EqualTo(A));
    }

    [Test, Formula("S4.01")]
    public void An_image_becomes_a_vector_row_by_row()
    {
        Assert.That(Matrix.Vec(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }), Is.EqualTo(Samples.Count(6)));
        Assert.That(Matrix.Vec(new byte[28, 28]), Has.Length.EqualTo(784));
    }
}
