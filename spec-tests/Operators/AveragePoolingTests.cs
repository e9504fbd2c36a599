using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

public sealed class AveragePoolingTests
{
    [Test, Formula("S2.30", "S4.31")]
    public void Average_pooling_takes_the_mean_of_each_window()
    {
        Assert.That(Forward(new Axis(8, 2, 2), 3, 1, 4, 1, 5, 9, 2, 6), Is.EqualTo(new[] { 2, 2.5, 7, 4 }));
        Assert.That(Forward(new Axis(5, 3), 1, 2, 5, 3, 1), Is.EqualTo(new[] { 8 / 3.0, 10 / 3.0, 9 / 3.0 }));
        Assert.That(Forward(new Axis(5, 3), 0, 1, 2, 5, 3), Is.EqualTo(new[] { 3 / 3.0, 8 / 3.0, 10 / 3.0 }));
    }

    [Test]
    public void The_reconstructed_picture_of_lecture_1()
    {
        var twoByTwo = new Relation(new Axis(4, 2, 2), new Axis(4, 2, 2));
        Tensor<double> x = Tensor.Create(new double[] { 1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4 }, [1, 1, 4, 4]);
        Assert.That(Figure.Elements(AveragePooling<double>.Forward(twoByTwo, x)), Is.EqualTo(new[] { 3.25, 5.25, 2, 2 }));
    }

    [Test]
    public void Padding_is_counted_or_not()
    {
        var axis = new Axis(3, 3, padding: Padding.Half);
        Assert.That(Forward(axis, 6, 12, 24), Is.EqualTo(new[] { 9.0, 14, 18 }));
        Assert.That(Forward(axis, true, 6, 12, 24), Is.EqualTo(new[] { 6.0, 14, 12 }));
    }

    [Test]
    public void What_a_partial_window_has_beyond_the_padding_is_never_counted()
    {
        // Windows at −1, 1, 3 of 4 inputs and one padding per side: 3 positions, 3, and 2 of 3 of which one is an input.
        var axis = new Axis(4, 3, 2, 1, Padding.Explicit(1, 1), rounding: Rounding.Ceiling);
        Assert.That(Forward(axis, 6, 12, 18, 30), Is.EqualTo(new[] { 9.0, 20, 30 }));
        Assert.That(Forward(axis, true, 6, 12, 18, 30), Is.EqualTo(new[] { 6.0, 20, 15 }));
    }

    [Test]
    public void Two_axes_count_the_product_of_their_positions()
    {
        var corner = new Axis(1, 2, padding: Padding.Explicit(1, 1));
        Tensor<double> x = Tensor.Create(new double[] { 8 }, [1, 1, 1, 1]);
        Assert.That(
            Figure.Elements(AveragePooling<double>.Forward(new Relation(corner, corner), x, true)), Is.EqualTo(new[] { 2.0, 2, 2, 2 }));
        Assert.That(Figure.Elements(AveragePooling<double>.Forward(new Relation(corner, corner), x)), Is.EqualTo(new[] { 8.0, 8, 8, 8 }));
    }

    [Test]
    public void The_gradient_is_shared_by_all_that_were_counted()
    {
        var axis = new Axis(3, 3, padding: Padding.Half);
        Assert.That(Gradient(axis, false, 6, 12, 24), Is.EqualTo(new[] { 3.0 + 4, 3 + 4 + 12, 4 + 12 }));
        Assert.That(Gradient(axis, true, 6, 12, 24), Is.EqualTo(new[] { 2.0 + 4, 2 + 4 + 8, 4 + 8 }));
    }

    [Test]
    public void Forward_and_gradient_are_adjoint([Values] bool countPadding, [Values] Border border)
    {
        var relation = new Relation(
            new Axis(5, 3, 2, 1, Padding.Explicit(1, 2), border, 1, Rounding.Ceiling),
            new Axis(4, 2, 3, 2, Padding.Explicit(1, 0), border, 1, Rounding.Ceiling));
        Tensor<decimal> x = Decimals(2, 3, 5, 4);
        Tensor<decimal> g = Decimals(2, 3, relation.Axes[0].Output, relation.Axes[1].Output);
        decimal forward = Dot(AveragePooling<decimal>.Forward(relation, x, countPadding), g);
        decimal back = Dot(x, AveragePooling<decimal>.Gradient(relation, g, countPadding));

        // Counts are 1, 2, 3, 4, 6: a third is not a decimal. 180 quotients, each rounded at the 28th digit, times ≤ 120, on both sides.
        Assert.That(Math.Abs(forward - back), Is.LessThan(1e-20m));
        Assert.That(forward, Is.Not.Zero);
    }

    [Test]
    public void Each_plane_has_its_own_mean()
    {
        var relation = new Relation(new Axis(2, 2));
        Tensor<decimal> x = Decimals(2, 2, 2);
        Assert.That(Figure.Elements(AveragePooling<decimal>.Forward(relation, x)), Is.EqualTo(new[] { 1.5m, 3.5m, 5.5m, 7.5m }));
        Assert.That(
            Figure.Elements(AveragePooling<decimal>.Gradient(relation, Decimals(2, 2, 1))),
            Is.EqualTo(new[] { 0.5m, 0.5m, 1, 1, 1.5m, 1.5m, 2, 2 }));
    }

    [Test]
    public void A_window_without_a_position_to_count_is_refused()
    {
        var relation = new Relation(new Axis(2, 1, padding: Padding.Explicit(0, 1)));
        const string Message = "every window of an average pooling must have a position to count, window 2 has none";
        Assert.That(
            () => AveragePooling<decimal>.Forward(relation, Decimals(1, 1, 2)), Throws.ArgumentException.With.Message.EqualTo(Message));
        Assert.That(
            () => AveragePooling<decimal>.Gradient(relation, Decimals(1, 1, 3)), Throws.ArgumentException.With.Message.EqualTo(Message));
        Assert.That(Figure.Elements(AveragePooling<decimal>.Forward(relation, Decimals(1, 1, 2), true)), Is.EqualTo(new[] { 1m, 2, 0 }));
    }

    [Test]
    public void Shapes_are_checked_at_the_door()
    {
        var relation = new Relation(new Axis(3, 2));
        Assert.That(
            () => AveragePooling<decimal>.Forward(relation, Decimals(1, 1, 2)),
            Throws.ArgumentException.With.Message.EqualTo("x must have the shape [1, 1, 3], had [1, 1, 2]"));
        Assert.That(
            () => AveragePooling<decimal>.Gradient(relation, Decimals(1, 1, 3)),
            Throws.ArgumentException.With.Message.EqualTo("dy must have the shape [1, 1, 2], had [1, 1, 3]"));
    }

    private static double[] Forward(Axis axis, params double[] x) => Forward(axis, false, x);

    private static double[] Forward(Axis axis, bool countPadding, params double[] x) =>
        Figure.Elements(AveragePooling<double>.Forward(new Relation(axis), Tensor.Create(x, [1, 1, x.Length]), countPadding));

    private static double[] Gradient(Axis axis, bool countPadding, params double[] dy) =>
        Figure.Elements(AveragePooling<double>.Gradient(new Relation(axis), Tensor.Create(dy, [1, 1, dy.Length]), countPadding));

    private static Tensor<decimal> Decimals(params nint[] shape) =>
        Tensor.Create([.. Figure.Elements(Figure.Counting(shape)).Select(static number => (decimal)number)], shape);

    private static decimal Dot(Tensor<decimal> a, Tensor<decimal> b) =>
        Figure.Elements(a).Zip(Figure.Elements(b), static (p, q) => p * q).Sum();
}
