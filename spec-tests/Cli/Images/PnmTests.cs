using System.Text;
using NUnit.Framework;
using ReferenceConv.Cli.Images;

namespace ReferenceConv.SpecTests.Cli.Images;

public sealed class PnmTests
{
    private const string Pixels = "PNM: height × width must be at least 1 × 1 and at most 67108864 pixels, was ";

    [Test]
    public void Grey_as_text()
    {
        Picture picture = Read("P2\n# a comment\n3 2 # width, height\n#\n255\n0 1 2\n253 254 255\n");

        Assert.That((picture.Channels, picture.Height, picture.Width), Is.EqualTo((1, 2, 3)));
        Assert.That(picture.Channel(0).ToArray(), Is.EqualTo(new byte[] { 0, 1, 2, 253, 254, 255 }));
    }

    [Test]
    public void Grey_as_bytes()
    {
        // The first sample is a line feed, which is data and not a blank.
        Picture picture = Read("P5 3#\r1 255\n\n#\u00FF");

        Assert.That((picture.Channels, picture.Height, picture.Width), Is.EqualTo((1, 1, 3)));
        Assert.That(picture.Channel(0).ToArray(), Is.EqualTo(new byte[] { 10, 35, 255 }));
    }

    [TestCase("P3 2 1 255 1 2 3 4 5 6")]
    [TestCase("P6 2 1 255 \u0001\u0002\u0003\u0004\u0005\u0006")]
    public void Colours_stand_pixel_by_pixel_in_the_file_and_channel_by_channel_in_the_picture(string file)
    {
        Picture picture = Read(file);

        Assert.That(picture.Channel(0).ToArray(), Is.EqualTo(new byte[] { 1, 4 }));
        Assert.That(picture.Channel(1).ToArray(), Is.EqualTo(new byte[] { 2, 5 }));
        Assert.That(picture.Channel(2).ToArray(), Is.EqualTo(new byte[] { 3, 6 }));
    }

    [Test]
    public void Smaller_maxval_is_stretched_to_255_and_rounded() =>
        Assert.That(Read("P2 4 1 7 0 2 5 7").Channel(0).ToArray(), Is.EqualTo(new byte[] { 0, 73, 182, 255 }));

    [TestCase("", "PNM: the file does not begin with P2, P3, P5 or P6")]
    [TestCase("P1 1 1 0", "PNM: the file does not begin with P2, P3, P5 or P6")]
    [TestCase("P4 1 1 0", "PNM: the file does not begin with P2, P3, P5 or P6")]
    [TestCase("P7", "PNM: the file does not begin with P2, P3, P5 or P6")]
    [TestCase("Q2 1 1 1 0", "PNM: the file does not begin with P2, P3, P5 or P6")]
    [TestCase("P21 1 1 0", "PNM: width expected at byte 2")]
    [TestCase("P2 -1 1 1 0", "PNM: width expected at byte 2")]
    [TestCase("P2 # 1 1 1 0", "PNM: width expected at byte 2")]
    [TestCase("P2 1x1 1 0", "PNM: height expected at byte 4")]
    [TestCase("P2 1 1", "PNM: maxval expected at byte 6")]
    [TestCase("P2 0 1 1", "PNM: width must be in 1..2147483647, was less")]
    [TestCase("P2 1 18446744073709551617 1", "PNM: height must be in 1..2147483647, was more")]
    [TestCase("P5 2147483647 2147483647 255 ", Pixels + "2147483647 × 2147483647")]
    [TestCase("P6 67108865 1 255 ", Pixels + "1 × 67108865")]
    [TestCase("P6 8192 8192 255 ", "PNM: 201326592 samples must follow the header, 0 do")]
    [TestCase("P3 8192 8192 255 ", "PNM: 1 characters cannot hold 201326592 samples")]
    [TestCase("P5 1 1 65535 ab", "PNM: maxval must be in 1..255, was more")]
    [TestCase("P5 1 1 0 a", "PNM: maxval must be in 1..255, was less")]
    [TestCase("P5 1 1 255", "PNM: one blank must follow the maxval")]
    [TestCase("P5 1 1 255#a", "PNM: one blank must follow the maxval")]
    [TestCase("P5 2 1 255 a", "PNM: 2 samples must follow the header, 1 do")]
    [TestCase("P5 1 1 255 ab", "PNM: 1 samples must follow the header, 2 do")]
    [TestCase("P5 1 1 7 \u0008", "PNM: sample must be in 0..7, was 8")]
    [TestCase("P2 1 1 7 8", "PNM: sample must be in 0..7, was more")]
    [TestCase("P2 2 1 7   1", "PNM: sample expected at byte 12")]
    [TestCase("P2 1 1 7 1 1", "PNM: 1 characters follow the last of 1 samples")]
    [TestCase("P2 1 1 7 1#\n x", "PNM: 1 characters follow the last of 1 samples")]
    public void Malformed_file_is_refused_by_name(string file, string message) =>
        Assert.That(() => Read(file), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(message));

    [TestCase("P2 # grey\n 2 2 \n100\n1 20\n100 7", 4)]
    [TestCase("P6 # colour\n 2 1 \n100\nabcaba", 6)]
    public void File_cut_or_flipped_anywhere_gives_a_picture_or_a_refusal(string good, int samples)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(good);
        for (int length = 0; length < bytes.Length; length++)
            PictureOrRefusal(bytes[..length]);

        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            byte[] flipped = [.. bytes];
            flipped[bit / 8] ^= (byte)(1 << bit % 8);
            PictureOrRefusal(flipped);
        }

        Picture whole = Pnm.Read(bytes);
        Assert.That(whole.Channels * whole.Height * whole.Width, Is.EqualTo(samples));
    }

    private static void PictureOrRefusal(byte[] file)
    {
        try
        {
            Pnm.Read(file);
        }
        catch (InvalidDataException refusal)
        {
            Assert.That(refusal.Message, Does.StartWith("PNM: ").And.Not.Contains("\n"));
        }
    }

    private static Picture Read(string file) => Pnm.Read(Encoding.Latin1.GetBytes(file));
}
