using NUnit.Framework;
using ReferenceConv.Cli.Images;

namespace ReferenceConv.SpecTests.Cli.Images;

public sealed class PictureTests
{
    [Test]
    public void Grey_weighs_the_colours_as_the_eye_does()
    {
        // 76.245, 149.685, 29.07 and 255.
        var picture = new Picture(3, 1, 4, [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]);

        Picture grey = picture.ToGrey();

        Assert.That(grey.Channel(0).ToArray(), Is.EqualTo(new byte[] { 76, 150, 29, 255 }));
        Assert.That((grey.Channels, grey.ToGrey()), Is.EqualTo((1, grey)));
    }

    [Test]
    public void Picture_keeps_its_own_samples()
    {
        byte[] samples = [1, 2];
        var picture = new Picture(1, 1, 2, samples);

        samples[0] = 9;

        Assert.That(picture.Channel(0).ToArray(), Is.EqualTo(new byte[] { 1, 2 }));
    }

    [TestCase(2, 1, 1, 2, "channels must be 1 or 3, was 2")]
    [TestCase(1, 0, 1, 0, "height × width must be at least 1 × 1 and at most 67108864 pixels, was 0 × 1")]
    [TestCase(1, 65537, 1024, 1, "height × width must be at least 1 × 1 and at most 67108864 pixels, was 65537 × 1024")]
    [TestCase(1, 65536, 1024, 1, "samples must be 1 × 65536 × 1024 = 67108864, were 1")]
    public void Sizes_out_of_range_are_refused_by_name(int channels, int height, int width, int samples, string message) =>
        Assert.That(
            () => new Picture(channels, height, width, new byte[samples]),
            Throws.ArgumentException.With.Message.EqualTo(message));
}
