using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

public sealed class CaseFactorsTests
{
    [TestCase(1, "below 4")]
    [TestCase(3, "below 4")]
    [TestCase(4, "of 4")]
    [TestCase(12, "of 4")]
    [TestCase(8, "of 8")]
    [TestCase(24, "of 8")]
    [TestCase(16, "of 16")]
    [TestCase(48, "of 16")]
    [TestCase(32, "of 32")]
    [TestCase(64, "of 32")]
    [TestCase(5, "one beyond 4")]
    [TestCase(9, "one beyond 4")]
    [TestCase(17, "one beyond 16")]
    [TestCase(33, "one beyond 16")]
    [TestCase(6, "other")]
    [TestCase(31, "other")]
    public void Channels_are_told_apart_by_what_is_left_beside_whole_vectors(int channels, string level)
    {
        var axis = new Axis(3, 1);

        Assert.That(Level("input channels", new ConvolutionGeometry(1, 2 * channels, 2, 2, axis)),
            Is.EqualTo(channels == 1 ? "below 4" : level), "of a group");
        Assert.That(Level("output channels", new ConvolutionGeometry(1, 2, 2 * channels, 2, axis)), Is.EqualTo(level), "of a group");
        Assert.That(Level("input channels", new ConvolutionGeometry(1, channels, channels, channels, axis)), Is.EqualTo(level),
            "all of a depthwise one");
    }

    [TestCase(4, 4, 1, "1")]
    [TestCase(4, 4, 2, "several")]
    [TestCase(4, 4, 4, "depthwise")]
    [TestCase(4, 8, 4, "depthwise with a multiplier")]
    [TestCase(1, 8, 1, "1")]
    public void Groups(int inChannels, int outChannels, int groups, string level) =>
        Assert.That(Level("groups", new ConvolutionGeometry(1, inChannels, outChannels, groups, new Axis(3, 1))), Is.EqualTo(level));

    [TestCase("kernel", 1, 1, 1, 0, 0, "one")]
    [TestCase("kernel", 4, 1, 1, 0, 0, "even")]
    [TestCase("kernel", 3, 1, 1, 0, 0, "odd")]
    [TestCase("stride", 3, 2, 1, 0, 0, "below the extent")]
    [TestCase("stride", 3, 3, 1, 0, 0, "the extent")]
    [TestCase("stride", 2, 3, 1, 0, 0, "above the extent")]
    [TestCase("stride", 2, 3, 2, 0, 0, "the extent")]
    [TestCase("dilation", 2, 1, 2, 0, 0, "above 1")]
    [TestCase("dilation", 2, 1, 1, 0, 0, "1")]
    [TestCase("dilation", 1, 1, 2, 0, 0, "1")]
    [TestCase("padding", 3, 1, 1, 1, 2, "begin < end")]
    [TestCase("padding", 3, 1, 1, 2, 2, "begin = end")]
    [TestCase("padding", 3, 1, 1, 2, 1, "begin > end")]
    [TestCase("padding width", 3, 1, 1, 2, 2, "below the extent")]
    [TestCase("padding width", 3, 1, 1, 0, 3, "the extent or more")]
    [TestCase("padding width", 3, 1, 1, 3, 0, "the extent or more")]
    [TestCase("padding width", 2, 1, 2, 2, 0, "below the extent")]
    [TestCase("last window", 3, 2, 1, 0, 0, "ends before")]
    [TestCase("last window", 2, 2, 1, 0, 0, "ends at the end")]
    [TestCase("last window", 2, 2, 1, 0, 1, "ends before")]
    [TestCase("output", 3, 1, 1, 0, 1, "below 8")]
    [TestCase("output", 2, 1, 1, 0, 1, "below 16")]
    [TestCase("output", 3, 1, 1, 5, 5, "16 or more")]
    public void Levels_of_an_axis_of_eight_inputs(string factor, int kernel, int stride, int dilation, int begin, int end, string level)
    {
        CaseFactor found = Named(factor);

        Assert.That(found.Levels[found.LevelOf(new Axis(8, kernel, stride, dilation, Padding.Explicit(begin, end)))], Is.EqualTo(level));
    }

    [TestCase(0, "empty")]
    [TestCase(1, "one")]
    [TestCase(2, "several")]
    [TestCase(9, "several")]
    public void Levels_of_the_input(int input, string level)
    {
        CaseFactor found = Named("input");

        Assert.That(found.Levels[found.LevelOf(new Axis(input, 1, padding: Padding.Explicit(1, 0)))], Is.EqualTo(level));
    }

    [TestCase(Border.Zeros, "zeros")]
    [TestCase(Border.Extended, "extended")]
    [TestCase(Border.Cyclic, "cyclic")]
    [TestCase(Border.Reflected, "reflected")]
    public void Levels_of_borders(Border border, string level)
    {
        CaseFactor found = Named("border");
        var axis = new Axis(3, 1, border: border, tile: 2);

        Assert.That(found.Levels[found.LevelOf(axis)], Is.EqualTo(level));
        Assert.That(Named("tile").LevelOf(axis), Is.EqualTo(1));
        Assert.That(Level("borders", ConvolutionGeometry.SingleChannel(axis, axis)), Is.EqualTo("alike"));
        Assert.That(
            Level("borders",
                ConvolutionGeometry.SingleChannel(axis, new Axis(3, 1, border: border == Border.Zeros ? Border.Cyclic : Border.Zeros))),
            Is.EqualTo("mixed"));
    }

    [TestCase(0, false, "0", "none")]
    [TestCase(1, true, "1", "one")]
    [TestCase(3, true, "several", "one")]
    public void Levels_of_the_frame(int batch, bool hasBias, string batchLevel, string biasLevel)
    {
        var geometry = new ConvolutionGeometry(batch, 1, 1, 1, new Axis(3, 1), new Axis(3, 1));

        Assert.That(Level("batch", geometry), Is.EqualTo(batchLevel));
        Assert.That(Named("bias").Levels[Named("bias").LevelOf(geometry, hasBias)], Is.EqualTo(biasLevel));
        Assert.That(Level("rank", geometry), Is.EqualTo("2"));
    }

    [Test]
    public void Names_tell_factors_and_levels_apart()
    {
        Assert.That(CaseFactors.All.Select(static factor => factor.Name), Is.Unique);
        foreach (CaseFactor factor in CaseFactors.All)
            Assert.That(factor.Levels, Is.Unique, factor.Name);
    }

    [Test]
    public void A_factor_of_axes_has_no_level_of_a_case_and_the_other_way_round()
    {
        var axis = new Axis(3, 1);

        Assert.That(() => Level("kernel", ConvolutionGeometry.SingleChannel(axis)),
            Throws.InvalidOperationException.With.Message.EqualTo("kernel is a factor of single axes"));
        Assert.That(
            () => Named("rank").LevelOf(axis), Throws.InvalidOperationException.With.Message.EqualTo("rank is a factor of whole cases"));
        Assert.That($"{Named("kernel")}", Is.EqualTo("kernel: one, even, odd"));
    }

    private static string Level(string factor, ConvolutionGeometry geometry)
    {
        CaseFactor found = Named(factor);
        return found.Levels[found.LevelOf(geometry, hasBias: false)];
    }

    private static CaseFactor Named(string name) => CaseFactors.All.Single(factor => factor.Name == name);
}
