using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

/// <summary>
/// The relationships 1–7 and 15 of the guide to convolution arithmetic (Dumoulin, Visin 2016), each with the instance of its figure,
/// and over every small axis that meets its condition.
/// </summary>
public sealed class ConvolutionArithmeticTests
{
    [Test]
    public void Output_size_equals_the_number_of_window_positions() => Holds(_ => true, c => c.Windows);

    [Test]
    public void Relationship_1_no_padding_and_unit_stride()
    {
        Assert.That(Output(i: 4, k: 3), Is.EqualTo(2));
        Holds(c => c is { S: 1, P: 0, D: 1 }, c => c.I - c.K + 1);
    }

    [Test]
    public void Relationship_2_padding_and_unit_stride()
    {
        Assert.That(Output(i: 5, k: 4, p: 2), Is.EqualTo(6));
        Holds(c => c is { S: 1, D: 1 }, c => c.I - c.K + (2 * c.P) + 1);
    }

    [Test]
    public void Relationship_3_half_padding_keeps_the_size_of_an_odd_kernel()
    {
        Assert.That(Output(i: 5, k: 3, p: 1), Is.EqualTo(5));
        Holds(c => c is { S: 1, D: 1 } && c.K % 2 == 1 && c.P == c.K / 2, c => c.I);
        foreach (AxisCase c in AxisCase.All.Where(static c => c is { S: 1, P: 0 }))
            Assert.That(new Axis(c.I, c.K, 1, c.D, Padding.Half).Output, Is.EqualTo(c.Extent % 2 == 1 ? c.I : c.I + 1), $"{c}");
    }

    [Test]
    public void Relationship_4_full_padding_sees_every_overlap()
    {
        Assert.That(Output(i: 5, k: 3, p: 2), Is.EqualTo(7));
        Holds(c => c is { S: 1, D: 1 } && c.P == c.K - 1, c => c.I + c.K - 1);
        foreach (AxisCase c in AxisCase.All.Where(static c => c is { S: 1, P: 0 }))
            Assert.That(new Axis(c.I, c.K, 1, c.D, Padding.Full).Output, Is.EqualTo(c.I + c.Extent - 1), $"{c}");
    }

    [Test]
    public void Relationship_5_stride_without_padding()
    {
        Assert.That(Output(i: 5, k: 3, s: 2), Is.EqualTo(2));
        Holds(c => c is { P: 0, D: 1 }, c => Floor(c.I - c.K, c.S) + 1);
    }

    [Test]
    public void Relationship_6_stride_and_padding()
    {
        Assert.That(Output(i: 5, k: 3, s: 2, p: 1), Is.EqualTo(3));
        Assert.That(Output(i: 6, k: 3, s: 2, p: 1), Is.EqualTo(3));
        Holds(c => c.D == 1, c => Floor(c.I + (2 * c.P) - c.K, c.S) + 1);
    }

    [Test]
    public void Relationship_6_s_inputs_share_an_output_size_from_each_that_the_stride_divides()
    {
        foreach (AxisCase c in AxisCase.All.Where(static c => (c.I + (2 * c.P) - c.Extent) % c.S == 0))
        {
            for (int more = 0; more < c.S; more++)
                Assert.That((c with { I = c.I + more }).Axis.Output, Is.EqualTo(c.Axis.Output), $"{c} and {more} more");
            Assert.That((c with { I = c.I + c.S }).Axis.Output, Is.EqualTo(c.Axis.Output + 1), $"{c}");
        }
    }

    [Test]
    public void Relationship_7_pooling_without_padding()
    {
        Assert.That(OutputSize.Count(5, 3, 1), Is.EqualTo(3));
        foreach (AxisCase c in AxisCase.All.Where(static c => c is { P: 0, D: 1 }))
            Assert.That(OutputSize.Count(c.I, c.K, c.S), Is.EqualTo(Floor(c.I - c.K, c.S) + 1), $"{c}");
    }

    [Test]
    public void Relationship_15_dilation()
    {
        Assert.That(Output(i: 7, k: 3, d: 2), Is.EqualTo(3));
        Holds(_ => true, c => Floor(c.I + (2 * c.P) - c.K - ((c.K - 1) * (c.D - 1)), c.S) + 1);
    }

    // The guide writes floors; all its numerators are ≥ 0 where the kernel fits, and the floor is spelled out so that nothing rests on '/'.
    private static int Floor(int numerator, int denominator) => (int)Math.Floor((double)numerator / denominator);

    private static int Output(int i, int k, int s = 1, int p = 0, int d = 1) => new AxisCase(i, k, s, p, d).Axis.Output;

    private static void Holds(Func<AxisCase, bool> condition, Func<AxisCase, int> formula)
    {
        AxisCase[] cases = [.. AxisCase.All.Where(condition)];
        Assert.That(cases, Is.Not.Empty);
        foreach (AxisCase c in cases)
            Assert.That(c.Axis.Output, Is.EqualTo(formula(c)), $"{c}");
    }
}
