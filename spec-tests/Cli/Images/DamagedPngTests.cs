using NUnit.Framework;
using ReferenceConv.Cli.Images;
using static ReferenceConv.SpecTests.Cli.Images.PngBytes;

namespace ReferenceConv.SpecTests.Cli.Images;

public sealed class DamagedPngTests
{
    private static readonly byte[] Good = File(
        Header(2, 3, 3),
        Chunk("PLTE", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        Chunk("tEXt", [65, 0, 66]),
        Chunk("IDAT", Deflate([1, 0, 1, 1, 4, 2, 255, 0])),
        End);

    public static IEnumerable<TestCaseData> Refused()
    {
        byte[] pixel = Chunk("IDAT", Deflate([0, 9]));

        yield return Case(File(Header(1, 1, 0, depth: 16), pixel, End), "PNG: bit depth must be 8, was 16; other depths are not read");
        yield return Case(File(Header(1, 1, 5), pixel, End), "PNG: colour type must be 0, 2, 3, 4 or 6, was 5");
        yield return Case(
            File(Header(1, 1, 0, compression: 1), pixel, End), "PNG: compression and filter method must be 0 and 0, were 1 and 0");
        yield return Case(File(Header(1, 1, 0, filter: 1), pixel, End), "PNG: compression and filter method must be 0 and 0, were 0 and 1");
        yield return Case(
            File(Header(1, 1, 0, interlace: 1), pixel, End), "PNG: interlace method must be 0, was 1; interlaced pictures are not read");
        yield return Case(
            File(Header(0, 1, 0), pixel, End), "PNG: height × width must be at least 1 × 1 and at most 67108864 pixels, was 0 × 1");
        yield return Case(
            File(Header(1, 0, 0), pixel, End), "PNG: height × width must be at least 1 × 1 and at most 67108864 pixels, was 1 × 0");
        yield return Case(
            File(Header(-1, -1, 6), pixel, End),
            "PNG: height × width must be at least 1 × 1 and at most 67108864 pixels, was 4294967295 × 4294967295");
        yield return Case(
            File(Header(int.MinValue, int.MinValue, 0), pixel, End),
            "PNG: height × width must be at least 1 × 1 and at most 67108864 pixels, was 2147483648 × 2147483648");
        yield return Case(File(Header(8192, 8192, 6), pixel, End), "PNG: 10 compressed bytes cannot hold 8192 × 8192 pixels");
        yield return Case(File(Chunk("IHDR", new byte[12]), pixel, End), "PNG: IHDR must have 13 bytes, has 12");
        yield return Case(File(pixel, End), "PNG: the first chunk must be IHDR, was IDAT");
        yield return Case(File(Header(1, 1, 0), Header(1, 1, 0), pixel, End), "PNG: a chunk IHDR of 13 bytes has no place after IHDR");
        yield return Case(File(Header(1, 1, 0), Chunk("ABCD", []), pixel, End), "PNG: a chunk ABCD of 0 bytes has no place after IHDR");
        yield return Case(
            File(Header(1, 1, 0), pixel, Chunk("tEXt", []), pixel, End), "PNG: a chunk IDAT of 10 bytes has no place after tEXt");
        yield return Case(File(Header(1, 1, 0), pixel, Chunk("IEND", [1])), "PNG: a chunk IEND of 1 bytes has no place after IDAT");
        yield return Case(File(Header(1, 1, 0), Chunk("a1bc", []), pixel, End), "PNG: a chunk's type must be four letters, was 0x61316263");
        yield return Case(
            File(Header(1, 1, 0), pixel), "PNG: the file ends inside a chunk; 0 bytes are left where a chunk has at least 12");
        yield return Case([.. File(1, 1, 0, [0, 9]), 13], "PNG: 1 bytes follow the end of the picture");
        yield return Case(File(1, 1, 3, [0, 0]), "PNG: a palette picture without a palette");
        yield return Case(
            File(Header(1, 1, 3), Chunk("PLTE", [1, 2]), pixel, End), "PNG: a palette must have 3 bytes for each of 1..256 colours, has 2");
        yield return Case(
            File(Header(1, 1, 3), Chunk("PLTE", new byte[771]), pixel,
                End), "PNG: a palette must have 3 bytes for each of 1..256 colours, has 771");
        yield return Case(File(Header(1, 1, 3), Chunk("PLTE", new byte[27]), pixel, End), "PNG: a pixel names colour 9 of a palette of 9");
        yield return Case(
            File(Header(1, 1, 3), Chunk("PLTE", new byte[30]), Chunk("PLTE", new byte[30]), pixel, End),
            "PNG: a chunk PLTE of 30 bytes has no place after PLTE");
        yield return Case(
            File(Header(1, 1, 2), pixel, Chunk("PLTE", new byte[3]), End), "PNG: a chunk PLTE of 3 bytes has no place after IDAT");
        yield return Case(File(1, 1, 0, [5, 9]), "PNG: row 0 is filtered by method 5, where 0..4 exist");
        yield return Case(File(2, 1, 0, [0, 9, 0]), "PNG: the compressed data ends in row 1 of 2");
        yield return Case(File(1, 1, 0, [0, 9, 0]), "PNG: the compressed data goes on after the last of 1 rows");
        yield return Case(
            File(Header(1, 1, 0), Chunk("IDAT", Deflate([0, 9])[..^1]),
                End), "PNG: the compressed data does not end with the checksum of its rows");
        yield return Case(
            File(Header(1, 1, 0), pixel, Chunk("IDAT", [0]), End), "PNG: the compressed data does not end with the checksum of its rows");
        yield return Case(File(Header(1, 1, 0), Chunk("IDAT", [0x78, 0xBB, 0, 0, 0, 1, 0]), End), "PNG: the compressed data is damaged");
        yield return Case(File(Header(1, 1, 0), Chunk("IDAT", [1, 2, 3, 4, 5, 6]), End), "PNG: the compressed data is damaged");
        yield return Case(File(Header(1, 1, 0), End), "PNG: 0 compressed bytes cannot hold 1 × 1 pixels");
        yield return Case([], "PNG: the file does not begin with the PNG signature");
    }

    [TestCaseSource(nameof(Refused))]
    public void Malformed_png_is_refused_by_name(byte[] file, string message) =>
        Assert.That(() => Png.Read(file), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(message));

    [Test]
    public void Whole_file_is_good() => Assert.That(Png.Read(Good).Channel(2).ToArray(), Is.EqualTo(new byte[] { 3, 6, 9, 9, 6, 9 }));

    [Test]
    public void File_cut_anywhere_is_refused()
    {
        for (int length = 0; length < Good.Length; length++)
            Assert.That(() => Png.Read(Good.AsSpan(0, length)), Throws.InstanceOf<InvalidDataException>(), $"first {length} bytes");
    }

    [Test]
    public void Any_single_flipped_bit_is_noticed()
    {
        for (int bit = 0; bit < 8 * Good.Length; bit++)
            Assert.That(() => Png.Read(Flip(Good, bit)), Throws.InstanceOf<InvalidDataException>(), $"bit {bit}");
    }

    [Test]
    public void Bits_flipped_behind_a_repaired_check_give_a_picture_or_a_refusal()
    {
        byte[] header = Header(2, 3, 3)[8..^4], palette = [1, 2, 3, 4, 5, 6, 7, 8, 9], data = Deflate([1, 0, 1, 1, 4, 2, 255, 0]);
        for (int bit = 0; bit < 8 * (header.Length + palette.Length + data.Length); bit++)
        {
            byte[] all = Flip([.. header, .. palette, .. data], bit);
            byte[] file = File(
                Chunk("IHDR", all[..header.Length]),
                Chunk("PLTE", all[header.Length..(header.Length + palette.Length)]),
                Chunk("IDAT", all[(header.Length + palette.Length)..]),
                End);
            try
            {
                Picture picture = Png.Read(file);
                Assert.That(picture.Channel(0).Length, Is.EqualTo(picture.Height * picture.Width));
            }
            catch (InvalidDataException refusal)
            {
                Assert.That(refusal.Message, Does.StartWith("PNG: ").And.Not.Contains("\n"));
            }
        }
    }

    private static byte[] Flip(byte[] bytes, int bit)
    {
        byte[] flipped = [.. bytes];
        flipped[bit / 8] ^= (byte)(1 << bit % 8);
        return flipped;
    }

    private static TestCaseData Case(byte[] file, string message) => new TestCaseData(file, message).SetArgDisplayNames(message);
}
