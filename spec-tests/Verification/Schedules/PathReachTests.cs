using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

/// <summary>What is counted of the cases of a check.</summary>
public sealed class PathReachTests
{
    private static readonly ConvolutionGeometry Dense = Shaped();

    [TestCase("3×3", 3, 1, 1)]
    [TestCase("3×3 s2, 3×3 s2 pooling", 3, 2, 1)]
    [TestCase("3×3 d2", 3, 1, 2)]
    [TestCase("11×11 s4", 11, 4, 1)]
    [TestCase("", 3, 3, 1)]
    [TestCase("", 3, 2, 2)]
    [TestCase("", 10, 1, 1)]
    public void A_shape_has_the_name_of_its_path(string names, int kernel, int stride, int dilation)
    {
        var axis = new Axis(40, kernel, stride, dilation);

        Assert.That(Names(new ConvolutionGeometry(1, 4, 4, 1, axis, axis)), Is.EqualTo(names));
    }

    [TestCase("grouped 3×3, 3×3", 4, 4, 2)]
    [TestCase("depthwise 3×3, grouped 3×3, 3×3", 4, 4, 4)]
    [TestCase("depthwise 3×3 with a multiplier, grouped 3×3, 3×3", 4, 8, 4)]
    [TestCase("3×3", 1, 1, 1)]
    [TestCase("3×3", 1, 2, 1)]
    public void Groups_have_the_names_of_theirs(string names, int inChannels, int outChannels, int groups)
    {
        var axis = new Axis(5, 3);

        Assert.That(Names(new ConvolutionGeometry(1, inChannels, outChannels, groups, axis, axis)), Is.EqualTo(Ordered(names)));
    }

    [TestCase("", 3, 1, 3, 1)]       // three inputs under one tap of stride 3
    [TestCase("1×3, a line through two axes", 1, 1, 1, 1)]
    [TestCase("a line through two axes", 1, 1, 2, 1)]
    [TestCase("a line through two axes", 1, 1, 1, 2)]
    [TestCase("1×3", 2, 1, 1, 1)]
    [TestCase("", 2, 1, 2, 1)]
    public void A_line_through_two_axes_has_one_input_in_its_first(string names, int input, int kernel, int stride, int dilation)
    {
        var first = new Axis(input, kernel, stride, dilation);

        Assert.That(Names(new ConvolutionGeometry(1, 2, 2, 1, first, new Axis(9, 3))), Is.EqualTo(Ordered(names)));
        Assert.That(Names(new ConvolutionGeometry(1, 2, 2, 1, first, new Axis(9, 3, 2))), Is.Empty, "the second axis has a stride of 2");
    }

    [Test]
    public void A_window_as_large_as_the_input_is_global() =>
        Assert.That(Names(new ConvolutionGeometry(1, 2, 2, 2, new Axis(6, 6), new Axis(9, 9, 4))), Is.EqualTo("global"));

    [Test]
    public void One_case_of_a_path_brings_ten_pairs_and_two_triples_together()
    {
        PathReach reach = Reach(Dense);

        Assert.That((reach.Pairs.Met, reach.Triples.Met), Is.EqualTo((10, 2)));
        Assert.That(Reach(Dense, Dense).Pairs.Met, Is.EqualTo(10), "the same again");
        Assert.That(Reach(Dense, Shaped(batch: 2)).Pairs.Met, Is.EqualTo(14), "other pairs with the batch");
        Assert.That(Reach(Dense, Shaped(outChannels: 8)).Triples.Met, Is.EqualTo(3), "another with the channels out");
        Assert.That(Reach(new ConvolutionGeometry(1, 2, 3, 1, new Axis(40, 10), new Axis(40, 10))).Pairs.Met, Is.Zero, "of no path");
    }

    /// <summary>Of each path 16 sizes, 9 numbers of images and 16 of channels in and out, and of each two factors all.</summary>
    [Test]
    public void There_are_as_many_pairs_and_triples_as_levels_make()
    {
        int all = Reach().Pairs.All;
        PathReach lines = PathReach.Of(Capabilities.Convolution with { Ranks = [1], Groups = false, Stride = false, Dilation = false }, []);
        const int dense = 4;   // 3, 1, causal 3, long 31

        Assert.That(lines.Pairs.All, Is.EqualTo((dense * (16 + 9 + 16 + 16)) + (16 * 9) + (2 * 16 * 16) + (2 * 9 * 16) + (16 * 16)));
        Assert.That(lines.Triples.All, Is.EqualTo(dense * 2 * 16 * 16));
        Assert.That(all, Is.GreaterThan(lines.Pairs.All));
    }

    [TestCase("batch")]
    [TestCase("channels in")]
    [TestCase("channels out")]
    [TestCase("groups")]
    [TestCase("input")]
    [TestCase("kernel")]
    [TestCase("output")]
    [TestCase("padding")]
    public void An_extent_is_beyond_a_byte_from_256_on_and_beyond_16_bits_from_65536_on(string name)
    {
        Assert.That(Beyond(name, 255), Is.EqualTo((false, false)));
        Assert.That(Beyond(name, 256), Is.EqualTo((true, false)));
        Assert.That(Beyond(name, 65_535), Is.EqualTo((true, false)));
        Assert.That(Beyond(name, 65_536), Is.EqualTo((true, true)));
    }

    [Test]
    public void A_call_that_differs_from_the_one_before_in_one_number_is_a_history()
    {
        ConvolutionGeometry[] others =
        [
            Shaped(batch: 2), Shaped(groups: 2), Shaped(inChannels: 3), Shaped(outChannels: 3), Shaped(new Axis(10, 3)),
            Shaped(new Axis(9, 2)), Shaped(new Axis(9, 3, 2)), Shaped(new Axis(9, 3, 1, 2)), Shaped(new Axis(9, 3, border: Border.Cyclic)),
            Shaped(new Axis(9, 3, tile: 2)), Shaped(new Axis(9, 3, padding: Padding.Explicit(1, 0))),
            Shaped(new Axis(9, 3, padding: Padding.Explicit(0, 1))), Shaped(new Axis(9, 3, padding: Padding.Explicit(1, 1))),
        ];

        foreach (ConvolutionGeometry other in others)
        {
            Assert.That(Reach(Dense, other).Histories, Is.EqualTo(1), $"{other}");
            Assert.That(Reach(Dense, other, Dense).Histories, Is.EqualTo(2), $"{other}, and back");
        }

        Assert.That(Reach(Dense, Dense).Histories, Is.Zero, "the same again");
        Assert.That(Reach(Dense, Shaped(batch: 2, outChannels: 3)).Histories, Is.Zero, "two numbers");
        Assert.That(Reach(Dense, Shaped(new Axis(10, 2))).Histories, Is.Zero, "two numbers of an axis");
        Assert.That(Reach(Dense, new ConvolutionGeometry(1, 2, 2, 1, new Axis(9, 3))).Histories, Is.Zero, "an axis less");
    }

    [Test]
    public void It_is_told_in_one_line() =>
        Assert.That(new PathReach(["3×3"], (1200, 4000), (5, 6), ["batch", "input"], ["input"], 1001).Line(), Is.EqualTo(
            "special paths: 1; pairs of their features: 1,200 of 4,000, triples: 5 of 6; extents beyond 2⁸: 2 of 8, beyond 2¹⁶: 1; "
            + "calls that differ from the one before in one number: 1,001"));

    private static string Names(ConvolutionGeometry geometry) => Ordered(string.Join(", ", Reach(geometry).Paths));

    private static string Ordered(string names) => string.Join(", ", names.Split(", ").Order(StringComparer.Ordinal));

    private static PathReach Reach(params ReadOnlySpan<ConvolutionGeometry> geometries)
    {
        var cases = ImmutableArray.CreateBuilder<ConvolutionCase>();
        foreach (ConvolutionGeometry geometry in geometries)
            cases.Add(ConvolutionCase.Of(geometry, 0, hasBias: false));
        return PathReach.Of(Capabilities.Convolution, cases.ToImmutable());
    }

    /// <summary>Dense 3×3, unless one number is said.</summary>
    private static ConvolutionGeometry Shaped(
        Axis? last = null, int batch = 1, int groups = 1, int inChannels = 2, int outChannels = 2) =>
        new(batch, groups * inChannels, groups * outChannels, groups, new Axis(9, 3), last ?? new Axis(9, 3));

    /// <summary>Whether an extent of that size is told to be beyond.</summary>
    private static (bool Byte, bool Bits) Beyond(string name, int size)
    {
        var one = new Axis(1, 1);
        Axis large = name switch
        {
            "input" => new Axis(size, 1, size),
            "kernel" => new Axis(1, size, padding: Padding.Explicit(size, 0)),
            "output" => new Axis(1, 1, padding: Padding.Explicit(0, size - 1)),
            "padding" => new Axis(1, 1, size + 1, padding: Padding.Explicit(0, size)),
            _ => one,
        };
        PathReach reach = Reach(new ConvolutionGeometry(
            name == "batch" ? size : 1,
            name is "channels in" or "groups" ? size : 1,
            name is "channels out" or "groups" ? size : 1,
            name == "groups" ? size : 1,
            large,
            one));
        return (reach.BeyondByte.Contains(name), reach.Beyond16Bits.Contains(name));
    }
}
