using NUnit.Framework;
using ReferenceConv.Cli.Images;

namespace ReferenceConv.SpecTests.Cli.Images;

public sealed class ShadesTests
{
    [TestCase(
        "auto", 0, new[] { -412.5, 0, 380 }, new byte[] { 1, 128, 245 }, "values -412.5..380 shown as 128 + 127·v/412.5, so that 0 → 128")]
    [TestCase("auto", 5, new[] { 0, 255, 1275.0 }, new byte[] { 0, 51, 255 }, "values 0..1275 shown as 255·v/1275")]
    [TestCase("auto", 5, new[] { 3, 7, 250.0 }, new byte[] { 3, 7, 250 }, "values 3..250 shown as they are")]
    [TestCase("auto", 1, new[] { -10, 99.6, 300 }, new byte[] { 0, 100, 255 },
        "values -10..300 shown as they are, cut off: 1 below 0, 1 above 255")]
    [TestCase("none", 0, new[] { -10, -20, 300.0 }, new byte[] { 0, 0, 255 },
        "values -20..300 shown as they are, cut off: 2 below 0, 1 above 255")]
    [TestCase("none", 0, new[] { -0.25, 255.25 }, new byte[] { 0, 255 }, "values -0.25..255.25 shown as they are")]
    [TestCase("abs", 0, new[] { -510, 0, 255.0 }, new byte[] { 255, 0, 128 }, "values -510..255 shown as 255·|v|/510")]
    [TestCase("abs", 0, new[] { -9, 0, 3.0 }, new byte[] { 9, 0, 3 }, "values -9..3 shown as |v|")]
    public void Values_become_shades_and_say_how(string scale, double weightSum, double[] values, byte[] shades, string words)
    {
        Shades chosen = Shades.Choose(scale, [values], weightSum);

        Assert.That(chosen.Of([values]), Is.EqualTo(shades));
        Assert.That(chosen.Words, Is.EqualTo(words));
    }

    [Test]
    public void Flat_picture_through_an_edge_kernel_is_black() =>
        Assert.That(Shades.Choose("auto", [[0, 0]], 0).Of([[0, 0]]), Is.EqualTo(new byte[] { 0, 0 }));

    [Test]
    public void Brightness_is_kept_while_no_constant_shade_moves_by_half_a_step()
    {
        double[] values = [-1, 300];

        Assert.That(Shades.Choose("auto", [values], 1 + 0.49 / 255).Words, Does.Contain("as they are"));
        Assert.That(Shades.Choose("auto", [values], 1 + 0.51 / 255).Words, Does.Contain("0 → 128"));
        Assert.That(Shades.Choose("auto", [values], 1 - 0.51 / 255).Words, Does.Contain("0 → 128"));
    }

    [Test]
    public void Colours_share_one_scale() =>
        Assert.That(Shades.Choose("auto", [[-100], [50]], 0).Of([[-100], [50]]), Is.EqualTo(new byte[] { 1, 192 }));

    [Test]
    public void Other_words_are_refused() =>
        Assert.That(
            () => Shades.Choose("loud", [[0]], 1),
            Throws.ArgumentException.With.Message.EqualTo("scale must be auto, none or abs, was 'loud'"));
}
