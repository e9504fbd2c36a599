using System.Buffers.Text;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

/// <summary>What is simpler than a case, and in which order it is tried.</summary>
public sealed class SimplerCaseTests
{
    /// <summary>None, half, and less by each power of two.</summary>
    [Test]
    public void A_number_is_lowered_boldly_first()
    {
        ConvolutionCase instance = Case(new ConvolutionGeometry(1, 1, 38, 1, [new Axis(1, 1)]));

        Assert.That(
            instance.Simpler().Select(static simpler => simpler.Geometry.OutChannels), Is.EqualTo(new[] { 1, 19, 6, 22, 30, 34, 36, 37 }));
    }

    [TestCase(6, 3, 2, 5, "0,0 0,5 2,0 1,2 1,4 1,5 2,4")]
    [TestCase(6, 3, 1, 1, "0,0 0,1 1,0")]
    [TestCase(6, 3, 0, 2, "0,0 0,1")]
    [TestCase(6, 3, 2, 0, "0,0 1,0")]
    [TestCase(2, 4, 2, 5, "0,5 2,0 1,2 1,4 1,5 2,4")]
    [TestCase(1, 4, 2, 2, "1,2 2,1")]
    public void Padding_is_taken_away_around_the_same_inputs_as_long_as_a_window_is_left(
        int input, int kernel, int begin, int end, string less)
    {
        var axis = new Axis(input, kernel, padding: Padding.Explicit(begin, end));
        string[] paddings =
        [
            .. Case(new ConvolutionGeometry(1, 1, 1, 1, [axis])).Simpler().Select(static simpler => simpler.Geometry.Axes[0])
                .Where(simpler => simpler.Input == input && simpler.Kernel == kernel)
                .Select(static simpler => $"{simpler.Begin},{simpler.End}")
                .Distinct(),
        ];

        Assert.That(string.Join(' ', paddings), Does.StartWith(less));
    }

    [Test]
    public void One_axis_after_the_other_is_left_out_then_all_are_lowered_alike_then_one_by_one()
    {
        var axis = new Axis(2, 1, stride: 2);
        ConvolutionCase instance = Case(new ConvolutionGeometry(1, 3, 3, 1, [axis, axis]));

        Assert.That(
            instance.Simpler().Select(static simpler => $"{simpler.Geometry}"),
            Is.EqualTo(new[]
            {
                "N1 C3 K3 g1 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C3 K3 g1 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C3 K3 g1 | 2 k1 s1 d1 p0,0 → 2 | 2 k1 s1 d1 p0,0 → 2",
                "N1 C3 K3 g1 | 1 k1 s2 d1 p0,0 → 1 | 1 k1 s2 d1 p0,0 → 1",
                "N1 C1 K1 g1 | 2 k1 s2 d1 p0,0 → 1 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C2 K2 g1 | 2 k1 s2 d1 p0,0 → 1 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C1 K3 g1 | 2 k1 s2 d1 p0,0 → 1 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C2 K3 g1 | 2 k1 s2 d1 p0,0 → 1 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C3 K1 g1 | 2 k1 s2 d1 p0,0 → 1 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C3 K2 g1 | 2 k1 s2 d1 p0,0 → 1 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C3 K3 g1 | 2 k1 s1 d1 p0,0 → 2 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C3 K3 g1 | 1 k1 s2 d1 p0,0 → 1 | 2 k1 s2 d1 p0,0 → 1",
                "N1 C3 K3 g1 | 2 k1 s2 d1 p0,0 → 1 | 2 k1 s1 d1 p0,0 → 2",
                "N1 C3 K3 g1 | 2 k1 s2 d1 p0,0 → 1 | 1 k1 s2 d1 p0,0 → 1",
            }));
    }

    [Test]
    public void Padding_alike_at_both_ends_is_lowered_at_both()
    {
        ConvolutionCase instance = Case(new ConvolutionGeometry(1, 1, 1, 1, [new Axis(1, 5, padding: Padding.Explicit(2, 2))]));

        Assert.That(
            instance.Simpler().Select(static simpler => $"{simpler.Geometry.Axes[0]}"),
            Is.EqualTo(new[]
            {
                "5 k5 s1 d1 p0,0 → 1", "3 k5 s1 d1 p1,1 → 1",
                "1 k1 s1 d1 p2,2 → 5", "1 k3 s1 d1 p2,2 → 3", "1 k4 s1 d1 p2,2 → 2",
                "3 k5 s1 d1 p0,2 → 1", "2 k5 s1 d1 p1,2 → 1", "3 k5 s1 d1 p2,0 → 1", "2 k5 s1 d1 p2,1 → 1",
            }));
    }

    /// <summary>A smaller stride makes more outputs.</summary>
    [TestCase(2_000, true)]
    [TestCase(4_000, false)]
    public void What_takes_more_than_ten_thousand_multiply_adds_is_not_simpler(int channels, bool isSimpler)
    {
        ConvolutionCase instance = Case(new ConvolutionGeometry(1, 1, channels, 1, [new Axis(4, 1, stride: 4)]));

        Assert.That(instance.Geometry.MultiplyAdds, Is.EqualTo(channels));
        Assert.That(
            instance.Simpler().Any(simpler => simpler.Geometry.MultiplyAdds == 4L * channels), Is.EqualTo(isSimpler));
    }

    [Test]
    public void A_larger_case_is_simpler_with_other_numbers_all_the_same()
    {
        ConvolutionCase large = ConvolutionCase.Of(new ConvolutionGeometry(1, 1, 20_000, 1, [new Axis(1, 1)]), seed: 1, hasBias: false);

        Assert.That(large.Simpler().Select(static simpler => (simpler.Seed, simpler.Geometry.MultiplyAdds)), Does.Contain((0, 20_000L)));
    }

    [Test]
    public void Few_channels_are_three_of_a_group_and_one_image()
    {
        ConvolutionCase instance = Case(new ConvolutionGeometry(4, 20, 8, 4, [new Axis(5, 3)]));

        Assert.That($"{instance.WithFewChannels().Geometry}", Is.EqualTo("N1 C12 K8 g4 | 5 k3 s1 d1 p0,0 → 3"));
    }

    [Test]
    public void A_simpler_case_has_smaller_choices_so_that_simplifying_ends()
    {
        for (int index = 0; index < 200; index++)
        {
            ConvolutionCase instance = ConvolutionCase.Random(3, index);

            Assert.That(instance.Simpler().Select(Choices), Is.All.LessThan(Choices(instance)), $"{instance}");
            foreach (ConvolutionCase simpler in instance.Simpler())
                Assert.That(ConvolutionCase.Parse(simpler.Token).Token, Is.EqualTo(simpler.Token), $"{instance}");
        }
    }

    [Test]
    public void Among_the_simpler_cases_each_axis_is_missing_once()
    {
        ConvolutionCase instance = Enumerable.Range(0, 100).Select(static index => ConvolutionCase.Random(3, index)).First(
            static c => c.Geometry.Axes.Length == 3);
        string[] axes = [.. instance.Geometry.Axes.Select(static axis => $"{axis}")];

        Assert.That(
            instance.Simpler().Take(3).Select(static simpler => string.Join(" | ", simpler.Geometry.Axes)),
            Is.EqualTo(new[] { $"{axes[1]} | {axes[2]}", $"{axes[0]} | {axes[2]}", $"{axes[0]} | {axes[1]}" }));
    }

    [Test]
    public void Simplifying_without_end_ends_at_the_simplest_case()
    {
        ConvolutionCase instance = ConvolutionCase.Random(3, 0);
        while (instance.Simpler().LastOrDefault() is { } simpler)   // the most timid step each time
            instance = simpler;

        Assert.That(instance.Token, Is.EqualTo("0"));
    }

    [Test]
    public void An_equal_padding_can_shrink_and_stay_equal()
    {
        var instance = ConvolutionCase.From([1, 0, 0, 0, 0, 0, 0, .. new byte[8], 2, 0, 0, 4, 4, 0, 0, 1]);

        Assert.That(
            instance.Simpler().Select(static simpler => simpler.Geometry.Axes[^1]).Where(static axis => axis.Begin == axis.End).Select(
                static axis => axis.Begin),
            Is.SupersetOf(new[] { 0, 2, 3 }));
    }

    private static ConvolutionCase Case(ConvolutionGeometry geometry) => ConvolutionCase.Of(geometry, seed: 0, hasBias: false);

    private static int Choices(ConvolutionCase instance) =>
        instance.Token == "0" ? 0 : Base64Url.DecodeFromChars(instance.Token).Sum(static choice => choice);
}
