using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

/// <summary>
/// The relationships 8–14 of the guide to convolution arithmetic as sizes, each with the instance of its figure. A primed letter belongs to
/// the transposed direction; k, s, p are those of the convolution that is transposed. The same relationships as values:
/// TransposedValueTests.
/// </summary>
public sealed class TransposedArithmeticTests
{
    [Test]
    public void Relationship_8_the_transpose_of_no_padding()
    {
        Assert.That(Size(2, 3), Is.EqualTo(4));
        Holds(c => c is { S: 1, P: 0, D: 1 }, c => c.I + c.K - 1);
    }

    [Test]
    public void Relationship_9_the_transpose_of_padding()
    {
        Assert.That(Size(6, 4, p: 2), Is.EqualTo(5));
        Holds(c => c is { S: 1, D: 1 }, c => c.I + c.K - 1 - (2 * c.P));
    }

    [Test]
    public void Relationship_10_the_transpose_of_half_padding_keeps_the_size_of_an_odd_kernel()
    {
        Assert.That(Size(5, 3, p: 1), Is.EqualTo(5));
        Holds(c => c is { S: 1, D: 1 } && c.K % 2 == 1 && c.P == c.K / 2, c => c.I);
        Assert.That(Axis.Transposed(5, 3, padding: Padding.Half).Input, Is.EqualTo(5));
    }

    [Test]
    public void Relationship_11_the_transpose_of_full_padding_is_without_padding()
    {
        Assert.That(Size(7, 3, p: 2), Is.EqualTo(5));
        Holds(c => c is { S: 1, D: 1 } && c.P == c.K - 1, c => c.I - (c.K - 1));
        Assert.That(Axis.Transposed(7, 3, padding: Padding.Full).Input, Is.EqualTo(5));
    }

    [Test]
    public void Relationship_12_the_transpose_of_a_stride_without_padding()
    {
        Assert.That(Size(2, 3, s: 2), Is.EqualTo(5));
        Holds(c => c is { P: 0, D: 1 }, c => (c.S * (c.I - 1)) + c.K);
    }

    [Test]
    public void Relationship_13_the_transpose_of_stride_and_padding()
    {
        Assert.That(Size(3, 3, s: 2, p: 1), Is.EqualTo(5));
        Holds(c => c.D == 1, c => (c.S * (c.I - 1)) + c.K - (2 * c.P));
    }

    [Test]
    public void Relationship_14_each_output_padding_below_the_stride_gives_one_of_the_sizes_that_convolve_to_the_input()
    {
        Assert.That(Size(3, 3, s: 2, p: 1, a: 1), Is.EqualTo(6));
        foreach (AxisCase c in Transposable)
            for (int a = 0; a < c.S; a++)
            {
                int size = (c.S * (c.I - 1)) + a + c.Extent - (2 * c.P);
                Assert.That(Size(c.I, c.K, c.S, c.P, c.D, a), Is.EqualTo(size), $"{c} a {a}");
                Assert.That(new Axis(size, c.K, c.S, c.D, Padding.Explicit(c.P, c.P)).Output, Is.EqualTo(c.I), $"{c} a {a}");
            }
    }

    [Test]
    public void The_input_size_is_recovered_with_output_padding_equal_to_the_remainder()
    {
        foreach (AxisCase c in AxisCase.All)
        {
            int a = (c.I + (2 * c.P) - c.Extent) % c.S;
            var axis = Axis.Transposed(c.Axis.Output, c.K, c.S, c.D, Padding.Explicit(c.P, c.P), a);
            Assert.That(axis, Is.EqualTo(c.Axis), $"{c} a {a}");
        }
    }

    // i′, and the padding leaves something: s(i′−1) + k̂ ≥ 2p.
    private static IEnumerable<AxisCase> Transposable => AxisCase.All.Where(static c => (c.S * (c.I - 1)) + c.Extent >= 2 * c.P);

    private static int Size(int i, int k, int s = 1, int p = 0, int d = 1, int a = 0)
    {
        var axis = Axis.Transposed(i, k, s, d, Padding.Explicit(p, p), a);
        Assert.That(axis.Output, Is.EqualTo(i));
        return axis.Input;
    }

    private static void Holds(Func<AxisCase, bool> condition, Func<AxisCase, int> formula)
    {
        AxisCase[] cases = [.. Transposable.Where(condition)];
        Assert.That(cases, Is.Not.Empty);
        foreach (AxisCase c in cases)
            Assert.That(Size(c.I, c.K, c.S, c.P, c.D), Is.EqualTo(formula(c)), $"{c}");
    }
}
