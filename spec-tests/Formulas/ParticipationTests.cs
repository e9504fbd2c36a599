using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ParticipationTests
{
    [Test, Formula("S4.23")]
    public void The_centre_takes_part_in_all_outputs_and_a_corner_in_one()
    {
        Assert.That(
            Participation.Of(5, 5, 3, 3),
            Is.EqualTo(new[,] { { 1, 2, 3, 2, 1 }, { 2, 4, 6, 4, 2 }, { 3, 6, 9, 6, 3 }, { 2, 4, 6, 4, 2 }, { 1, 2, 3, 2, 1 } }));
        Assert.That(Participation.Of(4, 4, 3, 3), Is.EqualTo(new[,] { { 1, 2, 2, 1 }, { 2, 4, 4, 2 }, { 2, 4, 4, 2 }, { 1, 2, 2, 1 } }));
        Assert.That(Participation.Of(4, 3, 2, 1), Is.EqualTo(new[,] { { 1, 1, 1 }, { 2, 2, 2 }, { 2, 2, 2 }, { 1, 1, 1 } }));
    }

    [Test, Formula("S4.23")]
    public void The_counts_are_the_full_convolution_of_ones_with_the_kernel_of_ones([Range(3, 7)] int D, [Range(1, 3)] int K)
    {
        int[] outputs = [.. Enumerable.Repeat(1, D - K + 1)];
        int[] kernel = [.. Enumerable.Repeat(1, K)];

        Assert.That(Participation.Of(D, K), Is.EqualTo(Convolution<int>.Full(outputs, kernel)));
    }

    [Test, Formula("S4.23"), Erratum("E54")]
    public void Some_input_takes_part_in_all_outputs_only_if_the_input_is_small()
    {
        for (int D = 1; D <= 12; D++)
            for (int K = 1; K <= D; K++)
                Assert.That(Participation.Of(D, K).Max() == D - K + 1, Is.EqualTo(D <= 2 * K - 1), $"D = {D}, K = {K}");
    }

    [Test, Formula("S3.33"), Erratum("E59")]
    public void Border_inputs_have_fewer_outgoing_edges()
    {
        Assert.That(Participation.Of(5, 3, padding: 1), Is.EqualTo(new[] { 2, 3, 3, 3, 2 }));
        Assert.That(Participation.Of(5, 3, padding: 2), Is.EqualTo(new[] { 3, 3, 3, 3, 3 }));
    }

    [Test]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.That(() => Participation.Of(2, 3), Refused.Because("kernel size K must be in 1..D+2P = 1..2, was 3"));
        Assert.That(() => Participation.Of(2, 1, -1), Refused.Because("padding must be ≥ 0, was -1"));
        Assert.That(() => Participation.Of(0, 1, 1), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(Participation.Of(1, 3, 1), Is.EqualTo(new[] { 1 }));
    }
}
