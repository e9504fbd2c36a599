using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

/// <summary>The sizes of transposed convolutions as the libraries state them.</summary>
public sealed class TransposedConventionTests
{
    [Test]
    public void PyTorch_size()
    {
        foreach (AxisCase c in AxisCase.All.Where(static c => (c.S * (c.I - 1)) + c.Extent >= 2 * c.P))
            for (int a = 0; a < c.S; a++)
            {
                int size = ((c.I - 1) * c.S) - (2 * c.P) + (c.D * (c.K - 1)) + a + 1;
                Assert.That(Axis.Transposed(c.I, c.K, c.S, c.D, Padding.Explicit(c.P, c.P), a).Input, Is.EqualTo(size), $"{c} a {a}");
            }
    }

    [TestCase(3, 3, 2, 1, 0, 0, 1, ExpectedResult = 6)]
    [TestCase(3, 3, 2, 1, 1, 0, 1, ExpectedResult = 7)]
    [TestCase(3, 3, 3, 1, 2, 1, 0, ExpectedResult = 10)]
    [TestCase(3, 2, 2, 3, 0, 0, 3, ExpectedResult = 5)]
    public int ONNX_size_with_different_paddings(int i, int k, int s, int d, int a, int begin, int end)
    {
        var axis = Axis.Transposed(i, k, s, d, Padding.Explicit(begin, end), a);
        Assert.That(axis.Input, Is.EqualTo((s * (i - 1)) + a + (d * (k - 1)) + 1 - begin - end));
        Assert.That((axis.Begin, axis.End), Is.EqualTo((begin, end)));
        return axis.Input;
    }

    // s(i′−1) + k̂ = 7 for i′=3, k=3, s=2: total = 7 − output_shape, here with the output padding 1 of the size 8 written as total 0.
    [TestCase(7, 0, 0)]
    [TestCase(6, 0, 1)]
    [TestCase(5, 1, 1)]
    [TestCase(4, 1, 2)]
    public void ONNX_output_shape_lets_the_padding_follow(int target, int smaller, int larger)
    {
        var upper = Axis.TransposedTo(target, 3, 3, 2, 1, Padding.SameUpper);
        var lower = Axis.TransposedTo(target, 3, 3, 2, 1, Padding.SameLower);
        Assert.That((upper.Input, upper.Output, upper.Begin, upper.End), Is.EqualTo((target, 3, smaller, larger)));
        Assert.That((lower.Input, lower.Output, lower.Begin, lower.End), Is.EqualTo((target, 3, larger, smaller)));
    }

    [Test]
    public void An_output_shape_beyond_the_reach_of_the_kernel_has_no_padding()
    {
        var axis = Axis.TransposedTo(8, 3, 3, 2, 1, Padding.SameUpper);
        Assert.That((axis.Input, axis.Output, axis.Begin, axis.End), Is.EqualTo((8, 3, 0, 0)));
    }

    [Test]
    public void ONNX_output_shape_can_also_keep_the_padding()
    {
        var axis = Axis.TransposedTo(6, 3, 3, 2, 1, Padding.Explicit(1, 1));
        Assert.That((axis.Input, axis.Output, axis.Begin, axis.End), Is.EqualTo((6, 3, 1, 1)));
    }

    [Test]
    public void ONNX_and_Keras_SAME_multiply_the_size_by_the_stride()
    {
        foreach (AxisCase c in AxisCase.All.Where(static c => c.Extent >= c.S))
            foreach (Padding same in new[] { Padding.SameUpper, Padding.SameLower })
            {
                var axis = Axis.Transposed(c.I, c.K, c.S, c.D, same);
                Assert.That((axis.Input, axis.Output), Is.EqualTo((c.I * c.S, c.I)), $"{c}");
                Assert.That(axis.Begin + axis.End, Is.EqualTo(c.Extent - c.S), $"{c}");
                Assert.That(axis.End - axis.Begin, Is.EqualTo(((c.Extent - c.S) % 2) * (same == Padding.SameUpper ? 1 : -1)), $"{c}");
            }
    }

    [Test]
    public void A_transposed_SAME_is_refused_where_the_kernel_is_shorter_than_the_stride() =>
        Assert.That(
            static () => Axis.Transposed(4, 2, 3, 1, Padding.SameUpper),
            Throws.ArgumentException.With.Message.EqualTo("a transposed 'same' needs a kernel extent ≥ the stride 3, was 2"));

    [Test]
    public void Keras_VALID_fills_the_stride_where_the_kernel_is_shorter()
    {
        foreach (AxisCase c in AxisCase.All)
        {
            int keras = (c.I * c.S) + Math.Max(c.Extent - c.S, 0);
            int shortest = Axis.Transposed(c.I, c.K, c.S, c.D).Input;
            Assert.That(shortest, c.Extent < c.S ? Is.LessThan(keras) : Is.EqualTo(keras), $"{c}");
            Assert.That(Axis.Transposed(c.I, c.K, c.S, c.D, outputPadding: Math.Max(c.S - c.Extent, 0)).Input, Is.EqualTo(keras), $"{c}");
        }
    }

    [TestCase(5, 3, 1, 0, 3, 5, 0)]
    [TestCase(5, 3, 1, 1, 5, 5, 0)]
    [TestCase(5, 3, 1, 2, 7, 5, 0)]
    [TestCase(5, 3, 2, 0, 2, 5, 0)]
    [TestCase(6, 3, 2, 0, 2, 5, 1)]
    [TestCase(5, 3, 2, 1, 3, 5, 0)]
    [TestCase(6, 3, 2, 1, 3, 5, 1)]
    [TestCase(7, 3, 2, 1, 4, 7, 0)]
    public void A_transpose_returns_to_the_size_with_its_remainder(int i, int k, int s, int p, int output, int back, int remainder)
    {
        var padding = Padding.Explicit(p, p);
        Assert.That(new Axis(i, k, s, 1, padding).Output, Is.EqualTo(output));
        Assert.That(Axis.Transposed(output, k, s, 1, padding).Input, Is.EqualTo(back));
        Assert.That(Axis.Transposed(output, k, s, 1, padding, remainder).Input, Is.EqualTo(i));
    }
}
