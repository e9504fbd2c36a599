using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class WeightLayoutTests
{
    [Test, Formula("S4.39"), Erratum("E18")]
    public void Input_first_weights_exchange_their_channel_axes()
    {
        int[,,,] w = Samples.Fill(2, 3, 4, 5, Samples.Count(120));
        int[,,,] turned = WeightLayout.FromInputFirst(w);

        Assert.That(Shape(turned), Is.EqualTo((3, 2, 4, 5)));
        Assert.That(turned[2, 1, 3, 0], Is.EqualTo(w[1, 2, 3, 0]));
        Assert.That(WeightLayout.FromInputFirst(turned), Is.EqualTo(w));
    }

    [Test, Formula("S4.47"), Erratum("E18")]
    public void Kernel_first_weights_move_their_kernel_axes_to_the_end()
    {
        int[,,,] w = Samples.Fill(2, 3, 4, 5, Samples.Count(120));
        int[,,,] turned = WeightLayout.FromKernelFirst(w);

        Assert.That(Shape(turned), Is.EqualTo((5, 4, 2, 3)));
        Assert.That(turned.Cast<int>().Order(), Is.EqualTo(Samples.Count(120)));
        for (int k1 = 0; k1 < 2; k1++)
            for (int k2 = 0; k2 < 3; k2++)
                Assert.That(turned[4, 1, k1, k2], Is.EqualTo(w[k1, k2, 1, 4]));
    }

    [Test, Formula("S4.47")]
    public void The_first_layer_of_AlexNet_has_ninety_six_filters_of_363_weights()
    {
        float[,,,] w = WeightLayout.FromKernelFirst(new float[11, 11, 3, 96]);

        Assert.That(Shape(w), Is.EqualTo((96, 3, 11, 11)));
        Assert.That(w.Length / 96, Is.EqualTo(363));
    }

    [Test, Formula("S0.07"), Erratum("E17")]
    public void Dense_weights_of_lecture_0_are_transposed() =>
        Assert.That(WeightLayout.FromInputFirst(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }), Is.EqualTo(new[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }));

    [Test, Formula("S1.40")]
    public void A_row_of_dense_weights_is_a_stack_of_filters()
    {
        int[,,,] filters = WeightLayout.FromDense(Samples.Fill(2, 24, Samples.Count(48)), M: 2, K1: 3, K2: 4);

        Assert.That(filters, Is.EqualTo(Samples.Fill(2, 2, 3, 4, Samples.Count(48))));
        Assert.That(
            () => WeightLayout.FromDense(new int[2, 23], 2, 3, 4),
            Refused.Because("number of columns of W must be 24, was 23"));
    }

    [Test]
    public void Filters_are_neither_empty_nor_larger_than_an_int_counts()
    {
        Assert.That(WeightLayout.FromDense(new int[1, 1], 1, 1, 1), Is.EqualTo(new int[1, 1, 1, 1]));
        Assert.That(() => WeightLayout.FromDense(new int[1, 0], 0, 1, 1), Refused.Because("number of input channels M must be ≥ 1, was 0"));
        Assert.That(() => WeightLayout.FromDense(new int[1, 24], 1, -1, -24), Refused.Because("input rows K₁ must be ≥ 1, was -1"));
        Assert.That(() => WeightLayout.FromDense(new int[1, 0], 1, 1, 0), Refused.Because("input columns K₂ must be ≥ 1, was 0"));
        Assert.That(
            () => WeightLayout.FromDense(new int[1, 0], 1, 65536, 65536), Refused.Because(
                "channel size K₁·K₂ must be ≤ 2147483647, was 4294967296"));
        Assert.That(
            () => WeightLayout.FromDense(new int[1, 0], 65536, 65536, 1), Refused.Because(
                "input size M·K₁·K₂ must be ≤ 2147483647, was 4294967296"));
    }

    private static (int, int, int, int) Shape(Array w) => (w.GetLength(0), w.GetLength(1), w.GetLength(2), w.GetLength(3));
}
