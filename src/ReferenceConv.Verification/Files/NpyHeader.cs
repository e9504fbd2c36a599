using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Files;

/// <summary>What an .npy file says about itself: <c>\x93NUMPY</c>, a version, a length, and a Python dictionary of that length.</summary>
/// <param name="Descr">The type of the numbers, for example <c>&lt;f4</c>.</param>
/// <param name="FortranOrder">Whether the first axis is the fastest.</param>
/// <param name="Shape">Sizes, as they stand there.</param>
internal sealed record NpyHeader(string Descr, bool FortranOrder, ImmutableArray<long> Shape)
{
    private const int Alignment = 64;         // of the data
    private const int LongestText = 10_000;   // as NumPy has it

    private static ReadOnlySpan<byte> Magic => "\u0093NUMPY"u8[1..];   // U+0093 is C2 93 in UTF-8

    /// <summary>A header of format 1.0, padded so that the data are aligned.</summary>
    public static byte[] Bytes(string descr, ReadOnlySpan<int> shape)
    {
        string text = $"{{'descr': '{descr}', 'fortran_order': False, 'shape': {Tuple([.. shape])}, }}";
        int preamble = Magic.Length + 4;
        int length = (preamble + text.Length + 1 + Alignment - 1) / Alignment * Alignment - preamble;
        return [.. Magic, 1, 0, (byte)length, (byte)(length >> 8), .. Encoding.Latin1.GetBytes(text.PadRight(length - 1)), (byte)'\n'];
    }

    /// <summary>As Python writes a tuple: <c>()</c>, <c>(3,)</c>, <c>(2, 3)</c>.</summary>
    public static string Tuple(ImmutableArray<long> sizes) => sizes.Length == 1 ? $"({sizes[0]},)" : $"({string.Join(", ", sizes)})";

    /// <inheritdoc cref="Tuple(ImmutableArray{long})"/>
    public static string Tuple(ImmutableArray<int> sizes) => Tuple(sizes.Select(static size => (long)size).ToImmutableArray());

    /// <summary>Reads the header and leaves the stream at the data.</summary>
    /// <param name="stream">At its beginning.</param>
    /// <param name="file">For messages.</param>
    /// <exception cref="InvalidDataException">There is no such header.</exception>
    public static NpyHeader Read(Stream stream, string file)
    {
        byte[] magic = Next(stream, file, Magic.Length + 2, "magic and version");
        if (!magic.AsSpan().StartsWith(Magic))
            throw new InvalidDataException(
                $"{file}: an .npy file must begin with the bytes {BitConverter.ToString([.. Magic])}, begins with {BitConverter.ToString(magic, 0, Magic.Length)}");
        (byte major, byte minor) = (magic[^2], magic[^1]);
        if (major is < 1 or > 3 || minor != 0)
            throw new InvalidDataException($"{file}: .npy format must be 1.0, 2.0 or 3.0, was {major}.{minor}");

        uint length = major == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(Next(stream, file, 2, "header length"))
            : BinaryPrimitives.ReadUInt32LittleEndian(Next(stream, file, 4, "header length"));
        if (length > LongestText)
            throw new InvalidDataException($"{file}: .npy header must be ≤ {LongestText} bytes, was {length}");
        string text = (major == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(Next(stream, file, (int)length, "header"));
        try
        {
            return NpyDictionary.Parse(text);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException(
                $"{file}: .npy header must be a dictionary of descr, fortran_order and shape: {e.Message}, was {Quote.Of(text)}", e);
        }
    }

    /// <summary>Refuses what was not asked for.</summary>
    /// <exception cref="InvalidDataException">The type, the order or the shape is another.</exception>
    public void Require(string file, string descr, ImmutableArray<int> shape)
    {
        if (Descr != descr)
            throw new InvalidDataException($"{file}: descr must be '{descr}', was {Quote.Of(Descr)}");
        if (FortranOrder)
            throw new InvalidDataException($"{file}: fortran_order must be False (numpy.ascontiguousarray makes it so), was True");
        if (!Shape.SequenceEqual(shape.Select(static size => (long)size)))
            throw new InvalidDataException($"{file}: shape must be {Tuple(shape)}, was {Tuple(Shape)}");
    }

    private static byte[] Next(Stream stream, string file, int count, string what)
    {
        var bytes = new byte[count];
        int read = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count ? bytes : throw new InvalidDataException($"{file}: {what} must be {count} bytes, the file ends after {read}");
    }
}
