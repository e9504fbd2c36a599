using NUnit.Framework;
using ReferenceConv.Cli.Images;

namespace ReferenceConv.SpecTests.Cli.Images;

public sealed class PngTests
{
    /// <summary>Three rows of four grey pixels, wild enough that every filter's sums leave 0..255 and Paeth meets all its cases.</summary>
    private static readonly byte[,] Rows = { { 10, 250, 3, 128 }, { 200, 0, 255, 7 }, { 1, 99, 100, 254 } };

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void Each_filter_is_undone(byte filter)
    {
        var scanlines = new List<byte>();
        for (int y = 0; y < 3; y++)
        {
            scanlines.Add(filter);
            for (int x = 0; x < 4; x++)
                scanlines.Add((byte)(Rows[y, x] - Predicted(filter, y, x)));
        }

        Picture picture = Png.Read(PngBytes.File(3, 4, 0, [.. scanlines]));

        Assert.That((picture.Channels, picture.Height, picture.Width), Is.EqualTo((1, 3, 4)));
        Assert.That(picture.Channel(0).ToArray(), Is.EqualTo(Rows.Cast<byte>()));
    }

    [TestCase(110, 80, 100, 80)]
    [TestCase(80, 110, 100, 80)]
    public void Paeth_prefers_left_to_above_to_above_left_where_two_are_equally_near(byte a, byte b, byte c, byte predicted)
    {
        // a + b − c = 90 lies as near to the first neighbour named as to c.
        Picture picture = Png.Read(PngBytes.File(2, 2, 0, [0, c, b, 4, (byte)(a - c), 0]));

        Assert.That(picture.Channel(0).ToArray(), Is.EqualTo(new[] { c, b, a, predicted }));
    }

    [Test]
    public void Left_neighbour_is_a_whole_pixel_away()
    {
        // Two red-green-blue pixels, each byte stored as its difference from the same channel of the pixel to its left (filter 1).
        Picture picture = Png.Read(PngBytes.File(1, 2, 2, [1, 10, 20, 30, 1, 2, 255]));

        Assert.That(Channels(picture), Is.EqualTo(new byte[][] { [10, 11], [20, 22], [30, 29] }));
    }

    [Test]
    public void Transparency_is_dropped_and_said()
    {
        Picture grey = Png.Read(PngBytes.File(1, 2, 4, [0, 10, 255, 20, 0]));
        Picture colour = Png.Read(PngBytes.File(2, 1, 6, [0, 1, 2, 3, 4, 0, 5, 6, 7, 8]));

        Assert.That(Channels(grey), Is.EqualTo(new byte[][] { [10, 20] }));
        Assert.That(Channels(colour), Is.EqualTo(new byte[][] { [1, 5], [2, 6], [3, 7] }));
        Assert.That((grey.AlphaDropped, colour.AlphaDropped), Is.EqualTo((true, true)));
        Assert.That(Png.Read(PngBytes.File(1, 1, 0, [0, 9])).AlphaDropped, Is.False);
    }

    [Test]
    public void Palette_gives_colours()
    {
        byte[] file = PngBytes.File(
            PngBytes.Header(1, 3, 3),
            PngBytes.Chunk("PLTE", [1, 2, 3, 4, 5, 6]),
            PngBytes.Chunk("tRNS", [0]),
            PngBytes.Chunk("IDAT", PngBytes.Deflate([0, 1, 0, 1])),
            PngBytes.End);

        Picture picture = Png.Read(file);

        Assert.That(Channels(picture), Is.EqualTo(new byte[][] { [4, 1, 4], [5, 2, 5], [6, 3, 6] }));
        Assert.That(picture.AlphaDropped, Is.True);
    }

    [Test]
    public void Compressed_data_may_be_split_and_unknown_ancillary_chunks_are_passed_over()
    {
        byte[] compressed = PngBytes.Deflate([0, 7, 8]);
        byte[] file = PngBytes.File(
            PngBytes.Header(1, 2, 0),
            PngBytes.Chunk("tEXt", [65, 0, 66]),
            PngBytes.Chunk("IDAT", compressed[..3]),
            PngBytes.Chunk("IDAT", compressed[3..]),
            PngBytes.Chunk("tIME", new byte[7]),
            PngBytes.End);

        Assert.That(Png.Read(file).Channel(0).ToArray(), Is.EqualTo(new byte[] { 7, 8 }));
    }

    [TestCase(1, 1, 1)]
    [TestCase(1, 7, 300)]
    [TestCase(3, 1, 5)]
    [TestCase(3, 40, 33)]
    public void What_is_written_is_read_back(int channels, int height, int width)
    {
        var samples = new byte[channels * height * width];
        new Random(7).NextBytes(samples.AsSpan(samples.Length / 3));
        var picture = new Picture(channels, height, width, samples);

        using var file = new MemoryStream();
        Png.Write(file, picture);
        Picture back = Png.Read(file.ToArray());

        Assert.That((back.Channels, back.Height, back.Width, back.AlphaDropped), Is.EqualTo((channels, height, width, false)));
        Assert.That(Channels(back), Is.EqualTo(Channels(picture)));
    }

    private static byte[][] Channels(Picture picture) =>
        [.. Enumerable.Range(0, picture.Channels).Select(c => picture.Channel(c).ToArray())];

    private static int Predicted(int filter, int y, int x)
    {
        int a = x == 0 ? 0 : Rows[y, x - 1], b = y == 0 ? 0 : Rows[y - 1, x], c = x == 0 || y == 0 ? 0 : Rows[y - 1, x - 1];
        int[] byDistance = [.. new[] { a, b, c }.OrderBy(n => Math.Abs(a + b - c - n))];
        return filter switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, _ => byDistance[0] };
    }
}
