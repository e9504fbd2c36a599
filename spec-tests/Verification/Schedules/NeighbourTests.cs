using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

/// <summary>Calls that differ from the one before in one number, and the way back.</summary>
public sealed class NeighbourTests
{
    private static readonly Lazy<ImmutableArray<(ScheduledCase Before, ScheduledCase Neighbour, ScheduledCase Back)>> All =
        new(static () => Histories(Capabilities.Convolution));

    [Test]
    public void Every_number_is_the_one_that_differs()
    {
        string[] numbers = [.. All.Value.Select(static history => string.Join(' ', Differ(history))).Distinct().Order()];

        Assert.That(numbers, Is.EqualTo(new[] { "batch", "groups", "in", "input", "kernel", "out", "padding", "stride" }));
    }

    [Test]
    public void A_batch_becomes_one_more_or_less_the_double_or_the_half()
    {
        (int Before, int Now)[] batches =
        [
            .. All.Value.Select(static history => (history.Before.Case.Geometry.Batch, history.Neighbour.Case.Geometry.Batch)).Where(
                static pair => pair.Item1 != pair.Item2),
        ];

        foreach ((int before, int now) in batches)
            Assert.That(now, Is.AnyOf(before - 1, before + 1, 2 * before, before / 2).And.Positive, $"{before}");
        Assert.That(batches.Any(static pair => pair.Now == 2 * pair.Before && pair.Before > 2), "the double");
        Assert.That(batches.Any(static pair => pair.Now == pair.Before / 2 && pair.Before > 5), "the half");
        Assert.That(batches.Any(static pair => pair.Now == pair.Before - 1 && pair.Before > 2), "one less");
        Assert.That(batches.Any(static pair => pair.Now == pair.Before + 1 && pair.Before > 1), "one more");
    }

    [Test]
    public void Padding_is_one_less_at_the_beginning_and_where_both_were_alike_at_both_ends()
    {
        Axis[][] paddings =
        [
            .. All.Value.Where(static history => Differ(history) is ["padding"]).Select(static history => history.Before.Case.Geometry.Axes
                .Zip(history.Neighbour.Case.Geometry.Axes)
                .Single(static axes => axes.First.Begin != axes.Second.Begin))
                .Select(static axes => new[] { axes.First, axes.Second }),
        ];

        foreach (Axis[] axes in paddings)
        {
            int less = axes[0].Begin == axes[0].End ? 1 : 0;
            Assert.That((axes[1].Begin, axes[1].End), Is.EqualTo((axes[0].Begin - 1, axes[0].End - less)));
        }

        Assert.That(paddings.Select(static axes => axes[0].Begin == axes[0].End).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void The_way_back_has_other_numbers_and_the_name_of_its_path()
    {
        foreach ((ScheduledCase before, ScheduledCase neighbour, ScheduledCase back) in All.Value)
        {
            Assert.That(back.Case.Seed, Is.EqualTo((before.Case.Seed + 1) % 256));
            Assert.That(back.Case.HasBias, Is.EqualTo(before.Case.HasBias));
            Assert.That((back.Name, neighbour.Name), Is.EqualTo((before.Name, (string?)null)));
            Assert.That((neighbour.Extent, back.Extent), Is.EqualTo((AskedRules.Exact, AskedRules.Exact)));
        }
    }

    [Test]
    public void A_neighbour_takes_no_more_than_four_times_the_work_or_little()
    {
        double[] times =
        [
            .. All.Value.Select(static history => history.Neighbour.Case.Geometry.MultiplyAdds
                / Math.Max(4.0 * history.Before.Case.Geometry.MultiplyAdds, 1 << 16)),
        ];

        Assert.That(times.Max(), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void What_is_not_claimed_is_never_the_number()
    {
        IEnumerable<string> Numbers(Capabilities claims) => Histories(claims).SelectMany(Differ).Distinct();

        Assert.That(Numbers(Capabilities.Convolution with { Groups = false }), Does.Not.Contain("groups").And.Contain("stride"));
        Assert.That(Numbers(Capabilities.Convolution with { Stride = false }), Does.Not.Contain("stride").And.Contain("groups"));
    }

    /// <summary>Three calls in a row of which the last has the geometry of the first.</summary>
    private static ImmutableArray<(ScheduledCase Before, ScheduledCase Neighbour, ScheduledCase Back)> Histories(Capabilities claims)
    {
        ImmutableArray<ScheduledCase> cases = new CheckSchedule(claims, 1).Cases(CheckSchedule.DefaultCount);
        return
        [
            .. Enumerable.Range(0, cases.Length - 2)
                .Where(place => Text(cases[place]) == Text(cases[place + 2]) && Text(cases[place]) != Text(cases[place + 1]))
                .Select(place => (cases[place], cases[place + 1], cases[place + 2])),
        ];
    }

    private static string Text(ScheduledCase scheduled) => $"{scheduled.Case.Geometry}";

    private static string[] Differ((ScheduledCase Before, ScheduledCase Neighbour, ScheduledCase Back) history)
    {
        (ConvolutionGeometry one, ConvolutionGeometry other) = (history.Before.Case.Geometry, history.Neighbour.Case.Geometry);
        var axes = one.Axes.Zip(other.Axes);
        (string Name, bool IsAlike)[] numbers =
        [
            ("batch", one.Batch == other.Batch),
            ("groups", one.Groups == other.Groups),
            ("in", one.GroupInChannels == other.GroupInChannels),
            ("out", one.GroupOutChannels == other.GroupOutChannels),
            ("input", axes.All(static pair => pair.First.Input == pair.Second.Input)),
            ("kernel", axes.All(static pair => pair.First.Kernel == pair.Second.Kernel)),
            ("stride", axes.All(static pair => pair.First.Stride == pair.Second.Stride)),
            ("dilation", axes.All(static pair => pair.First.Dilation == pair.Second.Dilation)),
            ("padding", axes.All(static pair => (pair.First.Begin, pair.First.End) == (pair.Second.Begin, pair.Second.End))),
            ("border", axes.All(static pair => pair.First.Border == pair.Second.Border)),
            ("tile", axes.All(static pair => pair.First.Tile == pair.Second.Tile)),
        ];
        return [.. numbers.Where(static number => !number.IsAlike).Select(static number => number.Name)];
    }
}
