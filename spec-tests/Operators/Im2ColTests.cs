using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

public sealed class Im2ColTests
{
    [Test, Formula("S2.10")]
    public void Each_column_is_a_window_of_the_lecture()
    {
        var relation = new Relation(new Axis(5, 3), new Axis(5, 3));
        Tensor<int> columns = Im2Col<int>.Columns(relation, Figure.Read(Figure.Image));
        Assert.That(columns.Lengths.ToArray(), Is.EqualTo(new nint[] { 1, 9, 9 }));
        Assert.That(Column(columns, 0), Is.EqualTo(new[] { 1, 0, 0, 0, 0, 0, 0, 1, 2 }));
        Assert.That(Column(columns, 8), Is.EqualTo(new[] { 2, 1, 1, 3, 0, 0, 0, 0, 1 }));
    }

    [Test]
    public void Channels_come_one_after_another_and_a_tap_over_zeros_leaves_a_zero()
    {
        var relation = new Relation(new Axis(2, 3, padding: Padding.Half));
        Tensor<int> columns = Im2Col<int>.Columns(relation, Figure.Counting(2, 2, 2));
        Assert.That(columns.Lengths.ToArray(), Is.EqualTo(new nint[] { 2, 6, 2 }));
        Assert.That(
            Figure.Elements(columns),
            Is.EqualTo(new[] { 0, 1, 1, 2, 2, 0, 0, 3, 3, 4, 4, 0, 0, 5, 5, 6, 6, 0, 0, 7, 7, 8, 8, 0 }));
    }

    [Test]
    public void Images_of_columns_counts_how_often_each_input_was_read()
    {
        var relation = new Relation(new Axis(5, 3), new Axis(5, 3));
        Tensor<int> image = Im2Col<int>.Images(
            relation, Im2Col<int>.Columns(relation, Figure.Read("1 1 1 1 1 / 1 1 1 1 1 / 1 1 1 1 1 / 1 1 1 1 1 / 1 1 1 1 1")));
        Assert.That(Figure.Write(image), Is.EqualTo("1 2 3 2 1 / 2 4 6 4 2 / 3 6 9 6 3 / 2 4 6 4 2 / 1 2 3 2 1"));
    }

    [Test]
    public void Images_keep_batch_and_channels_apart()
    {
        var relation = new Relation(new Axis(3, 2));
        Tensor<int> x = Im2Col<int>.Images(relation, Figure.Counting(2, 4, 2));
        Assert.That(x.Lengths.ToArray(), Is.EqualTo(new nint[] { 2, 2, 3 }));

        // Plane columns (1 2 / 3 4): o 0 gives 1, 3 to inputs 0, 1; o 1 gives 2, 4 to inputs 1, 2.
        Assert.That(Figure.Elements(x), Is.EqualTo(new[] { 1, 5, 4, 5, 13, 8, 9, 21, 12, 13, 29, 16 }));
    }

    [Test]
    public void Columns_and_images_are_transposes([Values] Border border)
    {
        var relation =
            new Relation(new Axis(4, 3, 2, 1, Padding.Explicit(2, 1), border), new Axis(3, 2, 1, 2, Padding.Explicit(1, 3), border));
        Tensor<int> x = Figure.Counting(2, 2, 4, 3);
        Tensor<int> columns = Im2Col<int>.Columns(relation, x);
        Tensor<int> c = Figure.Counting(columns.Lengths.ToArray());
        Assert.That(Dot(columns, c), Is.EqualTo(Dot(x, Im2Col<int>.Images(relation, c))));
    }

    [Test]
    public void An_empty_batch_has_no_columns()
    {
        var relation = new Relation(new Axis(3, 2));
        Tensor<int> columns = Im2Col<int>.Columns(relation, Tensor.Create(Array.Empty<int>(), [0, 2, 3]));
        Assert.That(columns.Lengths.ToArray(), Is.EqualTo(new nint[] { 0, 4, 2 }));
        Assert.That(Im2Col<int>.Images(relation, columns).Lengths.ToArray(), Is.EqualTo(new nint[] { 0, 2, 3 }));
    }

    [Test]
    public void Shapes_are_checked_at_the_door()
    {
        var relation = new Relation(new Axis(3, 2));
        Refused(() => Im2Col<int>.Columns(relation, Figure.Line("1 2")), "x must have the shape [1, 1, 3], had [1, 1, 2]");
        Refused(() => Im2Col<int>.Columns(relation, Figure.Read("1 2 3")), "x must have 3 axes [N, C, …], had 4");
        Refused(() => Im2Col<int>.Images(relation, Figure.Counting(2, 2)), "columns must have 3 axes [N, C·|r|, |o|], had 2");
        Refused(() => Im2Col<int>.Images(relation, Figure.Counting(1, 3, 2)), "columns must have the shape [1, 2, 2], had [1, 3, 2]");
        Refused(() => Im2Col<int>.Images(relation, Figure.Counting(1, 2, 3)), "columns must have the shape [1, 2, 2], had [1, 2, 3]");
    }

    private static int[] Column(Tensor<int> columns, int o) => [.. Figure.Elements(columns).Where((_, e) => e % 9 == o)];

    private static long Dot(Tensor<int> a, Tensor<int> b) => Figure.Elements(a).Zip(Figure.Elements(b), static (p, q) => (long)p * q).Sum();

    private static void Refused(Func<Tensor<int>> act, string message) =>
        Assert.That(act, Throws.ArgumentException.With.Message.EqualTo(message));
}
