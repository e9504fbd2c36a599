using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

/// <summary>
/// Which input a position outside the input stands for, row by row: · is none, digits are inputs, the middle is the input itself.
/// </summary>
public sealed class BorderTests
{
    // numpy.pad(range(D), (before, after), mode): constant, edge, wrap, reflect.
    [TestCase(Border.Zeros, 3, 2, "··012··")]
    [TestCase(Border.Extended, 3, 2, "0001222")]
    [TestCase(Border.Extended, 3, 5, "0000001222222")]
    [TestCase(Border.Extended, 1, 2, "00000")]
    [TestCase(Border.Cyclic, 3, 2, "1201201")]
    [TestCase(Border.Cyclic, 3, 7, "20120120120120120")]
    [TestCase(Border.Cyclic, 1, 2, "00000")]
    [TestCase(Border.Reflected, 4, 2, "21012321")]
    [TestCase(Border.Reflected, 4, 3, "3210123210")]
    [TestCase(Border.Reflected, 4, 8, "21012321012321012321")]
    [TestCase(Border.Reflected, 3, 7, "12101210121012101")]
    [TestCase(Border.Reflected, 2, 3, "10101010")]
    [TestCase(Border.Reflected, 1, 3, "0000000")]
    public void A_border_repeats_the_input_as_numpy_does(Border border, int input, int padding, string row)
    {
        var axis = new Axis(input, 1, padding: Padding.Explicit(padding, padding), border: border);
        Assert.That(Row(axis), Is.EqualTo(row));
    }

    [Test]
    public void Begin_and_end_are_told_apart()
    {
        Assert.That(Row(new Axis(4, 1, padding: Padding.Explicit(1, 3), border: Border.Reflected)), Is.EqualTo("10123210"));
        Assert.That(Row(new Axis(4, 1, padding: Padding.Explicit(3, 1), border: Border.Cyclic)), Is.EqualTo("12301230"));
        Assert.That(Row(new Axis(4, 1, padding: Padding.Explicit(3, 1))), Is.EqualTo("···0123·"));
    }

    [Test]
    public void Beyond_the_padding_a_partial_window_reads_nothing_whatever_the_border([Values] Border border)
    {
        // Taps at 2, 3, 4, 5 of four inputs with one padding at the end: 4 is the padding, 5 is beyond.
        var axis = new Axis(4, 4, 2, 1, Padding.Explicit(0, 1), border, rounding: Rounding.Ceiling);
        int padding = border switch { Border.Zeros => Axis.None, Border.Extended => 3, Border.Cyclic => 0, _ => 2 };
        Assert.That(Enumerable.Range(0, 4).Select(tap => axis.InputAt(1, tap)), Is.EqualTo(new[] { 2, 3, padding, Axis.None }));
    }

    [Test]
    public void Stride_moves_the_window_and_dilation_the_tap()
    {
        var axis = new Axis(9, 3, 2, 3, Padding.Explicit(1, 0));
        Assert.That(
            Enumerable.Range(0, axis.Output).Select(o => string.Join(" ", Enumerable.Range(0, 3).Select(r => axis.InputAt(o, r)))),
            Is.EqualTo(new[] { "-1 2 5", "1 4 7" }));
    }

    [Test]
    public void A_position_far_outside_is_folded_back_in_64_bits()
    {
        const int Far = int.MaxValue - 5;
        Assert.That(
            new Axis(5, 1, padding: Padding.Explicit(Far, 0), border: Border.Cyclic).InputAt(0, 0), Is.EqualTo((5 - (Far % 5)) % 5));
        Assert.That(new Axis(5, 1, padding: Padding.Explicit(0, Far), border: Border.Cyclic).InputAt(int.MaxValue - 1, 0),
            Is.EqualTo((int.MaxValue - 1) % 5));
        Assert.That(new Axis(5, 1, padding: Padding.Explicit(Far, 0), border: Border.Reflected).InputAt(0, 0),
            Is.EqualTo(Far % 8 <= 4 ? Far % 8 : 8 - (Far % 8)));
    }

    private static string Row(Axis axis) =>
        string.Concat(Enumerable.Range(0, axis.Output).Select(o => axis.InputAt(o, 0) is var i && i == Axis.None ? "·" : $"{i}"));
}
