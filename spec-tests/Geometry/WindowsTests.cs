using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

public sealed class WindowsTests
{
    [Test]
    public void Windows_come_in_row_major_order_and_their_pairs_in_row_major_order_of_the_taps()
    {
        var relation = new Relation(new Axis(2, 2, padding: Padding.Explicit(1, 0)), new Axis(3, 2));
        Assert.That(Text(relation), Is.EqualTo(new[]
        {
            "0: 2→0 3→1",
            "1: 2→1 3→2",
            "2: 0→0 1→1 2→3 3→4",
            "3: 0→1 1→2 2→4 3→5",
        }));
    }

    [Test]
    public void Windows_from_an_output_on_are_the_last_of_all()
    {
        var relation =
            new Relation(new Axis(3, 2, 1, 1, Padding.Half, tile: 2), new Axis(4, 3, 2, 1, Padding.Half), new Axis(3, 2, tile: 3));
        string[] all = Text(relation);
        int[] phases = Phases(relation.Windows);
        for (int output = 0; output < relation.Outputs; output++)
        {
            Assert.That(Text(relation.Windows.From(output)), Is.EqualTo(all[output..]));
            Assert.That(Phases(relation.Windows.From(output)), Is.EqualTo(phases[output..]));
        }
    }

    [TestCase(-1)]
    [TestCase(2)]
    public void Windows_do_not_begin_outside_the_outputs(int output) =>
        Assert.That(
            () => new Relation(new Axis(3, 2)).Windows.From(output),
            Throws.ArgumentException.With.Message.EqualTo($"output must be in 0..1, was {output}"));

    [Test]
    public void A_tap_over_a_zeros_border_is_absent_and_over_another_border_meets_its_input()
    {
        Assert.That(Text(new Relation(new Axis(2, 3, padding: Padding.Half))), Is.EqualTo(new[] { "0: 1→0 2→1", "1: 0→0 1→1" }));
        Assert.That(
            Text(new Relation(new Axis(2, 3, padding: Padding.Half, border: Border.Extended))),
            Is.EqualTo(new[] { "0: 0→0 1→0 2→1", "1: 0→0 1→1 2→1" }));
    }

    [Test]
    public void A_window_in_the_padding_alone_is_empty() =>
        Assert.That(Text(new Relation(new Axis(1, 1, padding: Padding.Explicit(1, 1)))), Is.EqualTo(new[] { "0:", "1: 0→0", "2:" }));

    [Test]
    public void An_empty_input_has_empty_windows() =>
        Assert.That(Text(new Relation(new Axis(0, 1, padding: Padding.Explicit(1, 1)))), Is.EqualTo(new[] { "0:", "1:" }));

    [Test]
    public void Phases_cycle_on_each_axis_and_are_flattened_row_major()
    {
        var relation = new Relation(new Axis(3, 1, tile: 2), new Axis(4, 1, tile: 3));
        Assert.That(Phases(relation.Windows), Is.EqualTo(new[] { 0, 1, 2, 0, 3, 4, 5, 3, 0, 1, 2, 0 }));
        Assert.That(relation.Phases, Is.EqualTo(6));
    }

    [Test]
    public void Windows_of_three_axes_are_all_triples_that_meet(
        [Values] Border border,
        [Values(Rounding.Floor, Rounding.Ceiling)] Rounding rounding)
    {
        Axis[] axes =
        [
            new(3, 2, 1, 1, Padding.Explicit(1, 0), border, 1, rounding),
            new(4, 3, 2, 1, Padding.Explicit(0, 2), border, 1, rounding),
            new(5, 2, 3, 2, Padding.Explicit(3, 1), border, 1, rounding),
        ];
        Assert.That(Text(new Relation(axes)), Is.EqualTo(Literally(axes)));
    }

    [Test]
    public void Windows_can_be_walked_again()
    {
        var relation = new Relation(new Axis(4, 2), new Axis(3, 3, padding: Padding.Half));
        string[] first = Text(relation);
        string[] second = Text(relation);
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void The_walk_stays_at_its_end()
    {
        Windows.Enumerator walk = new Relation(new Axis(2, 2)).Windows.GetEnumerator();
        bool first = walk.MoveNext();
        bool second = walk.MoveNext();
        bool third = walk.MoveNext();
        Assert.That((first, second, third), Is.EqualTo((true, false, false)));
    }

    private static int[] Phases(Windows windows)
    {
        var phases = new List<int>();
        foreach (Window window in windows)
            phases.Add(window.Phase);
        return [.. phases];
    }

    private static string[] Text(Relation relation) => Text(relation.Windows);

    private static string[] Text(Windows windows)
    {
        var lines = new List<string>();
        foreach (Window window in windows)
        {
            string line = $"{window.Output}:";
            foreach ((int tap, int input) in window.Pairs)
                line += $" {tap}→{input}";
            lines.Add(line);
        }

        return [.. lines];
    }

    /// <summary>Six loops over the axes, asking each for its input.</summary>
    private static string[] Literally(Axis[] axes)
    {
        (Axis a, Axis b, Axis c) = (axes[0], axes[1], axes[2]);
        var lines = new List<string>();
        for (int o0 = 0; o0 < a.Output; o0++)
            for (int o1 = 0; o1 < b.Output; o1++)
                for (int o2 = 0; o2 < c.Output; o2++)
                {
                    string line = $"{(((o0 * b.Output) + o1) * c.Output) + o2}:";
                    for (int r0 = 0; r0 < a.Kernel; r0++)
                        for (int r1 = 0; r1 < b.Kernel; r1++)
                            for (int r2 = 0; r2 < c.Kernel; r2++)
                            {
                                (int i0, int i1, int i2) = (a.InputAt(o0, r0), b.InputAt(o1, r1), c.InputAt(o2, r2));
                                if (i0 >= 0 && i1 >= 0 && i2 >= 0)
                                    line += $" {(((r0 * b.Kernel) + r1) * c.Kernel) + r2}→{(((i0 * b.Input) + i1) * c.Input) + i2}";
                            }

                    lines.Add(line);
                }

        return [.. lines];
    }
}
