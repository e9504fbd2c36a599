using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

public sealed class MaxPoolingTests
{
    [Test, Formula("S2.29")]
    public void Max_pooling_takes_the_greatest_of_each_window()
    {
        // An input that pools to lecture 1's 6 8 / 3 4; the slide prints only the result.
        var twoByTwo = new Relation(new Axis(4, 2, 2), new Axis(4, 2, 2));
        Tensor<int> x = Figure.Read("1 1 2 4 / 5 6 7 8 / 3 2 1 0 / 1 2 3 4");
        Assert.That(Figure.Write(MaxPooling<int>.Forward(twoByTwo, x)), Is.EqualTo("6 8 / 3 4"));
    }

    // Shift right by one, a new value enters on the left: all five inputs change, one of three pooled outputs does.
    [TestCase("1 2 5 3 1", "0 1 2 5 3", 3, 1, 0, "5 5 5", "2 5 5")]
    [TestCase("1 3 5 2 1", "3 1 3 5 2", 3, 2, 1, "3 5 2", "3 5 5")]
    [TestCase("5 1 6 2 3", "0 5 1 6 2", 2, 2, 0, "5 6 3", "5 6 2")]
    [Formula("S2.31")]
    public void A_shift_changes_one_of_three_pooled_outputs(
        string before, string after, int window, int stride, int padding, string pooled, string shifted)
    {
        var relation = new Relation(new Axis(5, window, stride, 1, Padding.Explicit(padding, padding), rounding: Rounding.Ceiling));
        Assert.That(Figure.Write(MaxPooling<int>.Forward(relation, Figure.Line(before))), Is.EqualTo(pooled));
        Assert.That(Figure.Write(MaxPooling<int>.Forward(relation, Figure.Line(after))), Is.EqualTo(shifted));
    }

    [Test]
    public void Most_shifts_change_more_than_one_output()
    {
        var relation = new Relation(new Axis(5, 3));
        int[] changes = new int[4];
        foreach (int[] six in Orders([0, 1, 2, 3, 4, 5]))
            changes[Pooled(six[1..]).Zip(Pooled(six[..5]), static (a, b) => a == b ? 0 : 1).Sum()]++;
        Assert.That(changes, Is.EqualTo(new[] { 0, 408, 264, 48 }));

        int[] Pooled(int[] five) => Figure.Elements(MaxPooling<int>.Forward(relation, Tensor.Create(five, [1, 1, 5])));
    }

    [TestCase(2, 2, "3 4 9 6")]
    [TestCase(3, 2, "4 5 9")]
    [TestCase(2, 1, "3 4 4 5 9 9 6")]
    [Formula("S4.30", "S4.31", "S4.32")]
    public void A_window_of_p_elements_halves_the_length_and_one_of_p_plus_1_does_not(int window, int stride, string pooled) =>
        Assert.That(Figure.Write(MaxPooling<int>.Forward(new Relation(new Axis(8, window, stride)), Figure.Line("3 1 4 1 5 9 2 6"))),
            Is.EqualTo(pooled));

    [Test]
    public void Padding_is_never_the_greatest()
    {
        var relation = new Relation(new Axis(3, 3, padding: Padding.Half));
        Assert.That(Figure.Write(MaxPooling<int>.Forward(relation, Figure.Line("-3 -1 -2"))), Is.EqualTo("-1 -1 -1"));
    }

    [Test]
    public void A_dilated_window_skips_between_its_taps() =>
        Assert.That(
            Figure.Write(MaxPooling<int>.Forward(new Relation(new Axis(5, 2, 1, 2)), Figure.Line("1 9 2 8 3"))), Is.EqualTo("2 9 3"));

    [Test]
    public void The_gradient_goes_to_the_greatest_and_to_the_first_of_equals()
    {
        var relation = new Relation(new Axis(5, 3));
        Tensor<int> dx = MaxPooling<int>.Gradient(relation, Figure.Line("2 7 7 1 7"), Figure.Line("1 10 100"));
        Assert.That(Figure.Write(dx), Is.EqualTo("0 11 100 0 0"));
    }

    [Test]
    public void Each_plane_has_its_own_greatest()
    {
        var relation = new Relation(new Axis(3, 2));
        Tensor<int> x = Tensor.Create(new[] { 1, 2, 0, 4, 3, 5, 5, 6, 8, 8, 7, 9 }, [2, 2, 3]);
        Assert.That(Figure.Elements(MaxPooling<int>.Forward(relation, x)), Is.EqualTo(new[] { 2, 2, 4, 5, 6, 8, 8, 9 }));
        Tensor<int> dx = MaxPooling<int>.Gradient(relation, x, Figure.Counting(2, 2, 2));
        Assert.That(Figure.Elements(dx), Is.EqualTo(new[] { 0, 1 + 2, 0, 3, 0, 4, 0, 5, 6, 7, 0, 8 }));
        Assert.That(dx.Lengths.ToArray(), Is.EqualTo(new nint[] { 2, 2, 3 }));
    }

    [TestCase(new[] { 1, double.NaN, 3 }, 1)]
    [TestCase(new[] { double.NaN, 5, double.NaN }, 0)]
    [TestCase(new[] { 5, 1, double.NaN }, 2)]
    public void A_NaN_is_greater_than_everything_and_the_first_one_counts(double[] numbers, int chosen)
    {
        var relation = new Relation(new Axis(3, 3));
        Tensor<double> x = Tensor.Create(numbers, [1, 1, 3]);
        Assert.That(Figure.Elements(MaxPooling<double>.Forward(relation, x))[0], Is.NaN);
        double[] dx = Figure.Elements(MaxPooling<double>.Gradient(relation, x, Tensor.Create(new[] { 1.0 }, [1, 1, 1])));
        Assert.That(Array.IndexOf(dx, 1), Is.EqualTo(chosen));
    }

    [Test]
    public void Minus_infinity_is_a_number_like_any_other()
    {
        double[] y = Figure.Elements(MaxPooling<double>.Forward(
            new Relation(new Axis(2, 2)), Tensor.Create(new[] { double.NegativeInfinity, double.NegativeInfinity }, [1, 1, 2])));
        Assert.That(y, Is.EqualTo(new[] { double.NegativeInfinity }));
    }

    [Test]
    public void A_window_in_the_padding_alone_is_refused()
    {
        var relation = new Relation(new Axis(2, 1, padding: Padding.Explicit(0, 1)));
        const string Message = "every window of a max pooling must see an input, window 2 lies in the padding alone";
        Assert.That(() => MaxPooling<int>.Forward(relation, Figure.Line("1 2")), Throws.ArgumentException.With.Message.EqualTo(Message));
        Assert.That(
            () => MaxPooling<int>.Gradient(relation, Figure.Line("1 2"), Figure.Line("1 2 3")),
            Throws.ArgumentException.With.Message.EqualTo(Message));
    }

    [Test]
    public void Shapes_are_checked_at_the_door()
    {
        var relation = new Relation(new Axis(3, 2));
        Assert.That(
            () => MaxPooling<int>.Forward(relation, Figure.Line("1 2")),
            Throws.ArgumentException.With.Message.EqualTo("x must have the shape [1, 1, 3], had [1, 1, 2]"));
        Assert.That(
            () => MaxPooling<int>.Forward(relation, Figure.Read("1 2 3")),
            Throws.ArgumentException.With.Message.EqualTo("x must have 3 axes [N, C, …], had 4"));
        Assert.That(
            () => MaxPooling<int>.Gradient(relation, Figure.Line("1 2 3 4"), Figure.Line("1 2")),
            Throws.ArgumentException.With.Message.EqualTo("x must have the shape [1, 1, 3], had [1, 1, 4]"));
        Assert.That(
            () => MaxPooling<int>.Gradient(relation, Figure.Line("1 2 3"), Figure.Line("1 2 3")),
            Throws.ArgumentException.With.Message.EqualTo("dy must have the shape [1, 1, 2], had [1, 1, 3]"));
    }

    [Test]
    public void An_empty_batch_pools_to_an_empty_batch()
    {
        var relation = new Relation(new Axis(3, 2));
        Tensor<int> none = Tensor.Create(Array.Empty<int>(), [0, 2, 3]);
        Assert.That(MaxPooling<int>.Forward(relation, none).Lengths.ToArray(), Is.EqualTo(new nint[] { 0, 2, 2 }));
        Assert.That(
            MaxPooling<int>.Gradient(relation, none, Tensor.Create(Array.Empty<int>(), [0, 2, 2])).Lengths.ToArray(),
            Is.EqualTo(new nint[] { 0, 2, 3 }));
    }

    private static IEnumerable<int[]> Orders(int[] numbers) => numbers.Length == 0
        ? [[]]
        : numbers.SelectMany(first => Orders([.. numbers.Where(other => other != first)]), static (first, rest) => (int[])[first, .. rest]);
}
