using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

/// <summary>What the libraries mean by their padding words, said in ours.</summary>
public sealed class PaddingConventionTests
{
    [Test]
    public void TensorFlow_VALID_rounds_up_what_the_floor_form_rounds_down()
    {
        foreach (AxisCase c in AxisCase.All.Where(static c => c.P == 0))
            Assert.That(new Axis(c.I, c.K, c.S, c.D, Padding.Valid).Output, Is.EqualTo(Ceiling(c.I - c.Extent + 1, c.S)), $"{c}");
    }

    [TestCase(5, 3, 2, 1, 3, 1, 1)]
    [TestCase(6, 3, 2, 1, 3, 0, 1)]
    [TestCase(13, 6, 5, 1, 3, 1, 2)]
    [TestCase(5, 4, 1, 1, 5, 1, 2)]
    [TestCase(7, 3, 3, 1, 3, 1, 1)]
    [TestCase(5, 1, 2, 1, 3, 0, 0)]
    [TestCase(6, 3, 1, 2, 6, 2, 2)]
    public void SAME_has_its_golden_values(int i, int k, int s, int d, int output, int begin, int end)
    {
        var upper = new Axis(i, k, s, d, Padding.SameUpper);
        var lower = new Axis(i, k, s, d, Padding.SameLower);
        Assert.That((upper.Output, upper.Begin, upper.End), Is.EqualTo((output, begin, end)));
        Assert.That((lower.Output, lower.Begin, lower.End), Is.EqualTo((output, end, begin)));
    }

    [Test]
    public void TensorFlow_SAME_and_ONNX_SAME_UPPER_put_the_odd_one_at_the_end()
    {
        foreach (AxisCase c in AxisCase.All)
        {
            var axis = new Axis(c.I, c.K, c.S, c.D, Padding.SameUpper);
            int total = Math.Max(((axis.Output - 1) * c.S) + c.Extent - c.I, 0);
            Assert.That(axis.Output, Is.EqualTo(Ceiling(c.I, c.S)), $"{c}");
            Assert.That((axis.Begin, axis.End), Is.EqualTo((total / 2, total - (total / 2))), $"{c}");
            Assert.That(total, Is.EqualTo(Math.Max(c.Extent - (c.I % c.S == 0 ? c.S : c.I % c.S), 0)), $"{c}: TensorFlow's form");
        }
    }

    [Test]
    public void ONNX_SAME_LOWER_puts_the_odd_one_at_the_beginning()
    {
        foreach (AxisCase c in AxisCase.All)
        {
            var upper = new Axis(c.I, c.K, c.S, c.D, Padding.SameUpper);
            var lower = new Axis(c.I, c.K, c.S, c.D, Padding.SameLower);
            Assert.That((lower.Output, lower.Begin, lower.End), Is.EqualTo((upper.Output, upper.End, upper.Begin)), $"{c}");
        }
    }

    [Test]
    public void PyTorch_same_is_SAME_UPPER_at_unit_stride()
    {
        foreach (AxisCase c in AxisCase.All.Where(static c => c.S == 1))
        {
            var axis = new Axis(c.I, c.K, 1, c.D, Padding.SameUpper);
            int total = c.D * (c.K - 1);
            Assert.That((axis.Output, axis.Begin, axis.End), Is.EqualTo((c.I, total / 2, total - (total / 2))), $"{c}");
        }
    }

    [TestCase(5, 3, 2, 1, 0, 2)]
    [TestCase(5, 3, 2, 0, 1, 2)]
    [TestCase(5, 3, 2, 2, 1, 3)]
    [TestCase(4, 2, 1, 0, 3, 6)]
    public void Explicit_padding_may_differ_at_begin_and_end(int i, int k, int s, int begin, int end, int output)
    {
        var axis = new Axis(i, k, s, 1, Padding.Explicit(begin, end));
        Assert.That((axis.Begin, axis.End, axis.Output), Is.EqualTo((begin, end, output)));
        Assert.That(axis.Output, Is.EqualTo(((i + begin + end - k) / s) + 1));
    }

    [Test]
    public void D2L_counts_the_total_padding_and_puts_the_odd_one_on_top()
    {
        foreach (AxisCase c in AxisCase.All.Where(static c => c.D == 1))
        {
            int total = (2 * c.P) + 1;
            var axis = new Axis(c.I, c.K, c.S, 1, Padding.Explicit((total + 1) / 2, total / 2));
            Assert.That(axis.Output, Is.EqualTo((c.I - c.K + total + c.S) / c.S), $"{c}");
        }
    }

    [Test]
    public void The_cs231n_form_holds_where_the_stride_divides_and_the_floor_answers_where_it_calls_the_sizes_invalid()
    {
        foreach (AxisCase c in AxisCase.All.Where(static c => c.D == 1))
        {
            double form = ((c.I - c.K + (2 * c.P)) / (double)c.S) + 1;
            Assert.That((double)c.Axis.Output, double.IsInteger(form) ? Is.EqualTo(form) : Is.LessThan(form), $"{c}");
        }
    }

    [Test]
    public void Pooling_ceil_mode_counts_a_partial_window_that_starts_inside_the_input_or_its_begin_padding()
    {
        foreach (AxisCase c in AxisCase.All.Where(static c => c.P < c.Extent))
            Assert.That(WithPartialWindow(c), Is.EqualTo(PoolingForm(c)), $"{c}");
    }

    /// <summary>
    /// The libraries' form takes back the last window also where it is whole and lies in the end padding alone, and then claims fewer
    /// windows than floor does. It takes p ≥ k̂, which PyTorch refuses for pooling. Here only a partial window is given back, so ceil is
    /// never less than floor.
    /// </summary>
    [Test]
    public void Pooling_ceil_mode_never_gives_back_a_whole_window()
    {
        var c = new AxisCase(I: 1, K: 1, S: 1, P: 1, D: 1);
        Assert.That((PoolingForm(c), WithPartialWindow(c), c.Axis.Output), Is.EqualTo((2, 3, 3)));
        foreach (AxisCase any in AxisCase.All)
            Assert.That(WithPartialWindow(any) - any.Axis.Output, Is.InRange(0, 1), $"{any}");
    }

    [TestCase(5, 2, 2)]
    [TestCase(6, 2, 3)]
    [TestCase(7, 3, 3)]
    [TestCase(8, 3, 4)]
    public void Ceil_and_floor_side_by_side_for_a_window_of_3_and_stride_2(int input, int floor, int ceiling)
    {
        Assert.That(OutputSize.Count(input, 3, 2), Is.EqualTo(floor));
        Assert.That(OutputSize.Count(input, 3, 2, rounding: Rounding.Ceiling), Is.EqualTo(ceiling));
    }

    [Test]
    public void Ceil_mode_gives_back_a_window_that_would_start_on_the_end_padding()
    {
        // Room 2, stride 3: the second window would start at 3 = i + p₀.
        Assert.That(OutputSize.Count(3, 2, 3, 0, 1, Rounding.Ceiling), Is.EqualTo(1));

        // The same room behind one begin padding: the second window starts at 3 < i + p₀ = 4.
        Assert.That(OutputSize.Count(3, 2, 3, 1, 0, Rounding.Ceiling), Is.EqualTo(2));
    }

    /// <summary>⌈(i+2p−k̂)/s⌉ + 1, minus 1 if (o−1)s ≥ i+p.</summary>
    private static int PoolingForm(AxisCase c)
    {
        int output = Ceiling(c.I + (2 * c.P) - c.Extent, c.S) + 1;
        return (output - 1) * c.S >= c.I + c.P ? output - 1 : output;
    }

    private static int WithPartialWindow(AxisCase c) =>
        new Axis(c.I, c.K, c.S, c.D, Padding.Explicit(c.P, c.P), rounding: Rounding.Ceiling).Output;

    private static int Ceiling(int numerator, int denominator) => (int)Math.Ceiling((double)numerator / denominator);
}
