using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ReferenceConv.Cli.Images;

/// <summary>
/// One chunk of a PNG: length (4 bytes, big-endian), type (4 letters), data, and the CRC-32 of type and data (ISO 15948, §5.3).
/// </summary>
internal readonly ref struct PngChunk
{
    private const int Frame = 12;

    private static readonly SearchValues<byte> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private PngChunk(string type, ReadOnlySpan<byte> data)
    {
        Type = type;
        Data = data;
    }

    /// <summary>Four letters such as <c>IDAT</c>.</summary>
    public string Type { get; }

    /// <summary>What the chunk holds.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Whether a reader that does not know this type must give up: the first letter is a capital.</summary>
    public bool IsCritical => char.IsAsciiLetterUpper(Type[0]);

    /// <summary>Takes the next chunk off the rest of the file.</summary>
    /// <exception cref="InvalidDataException">The file ends inside the chunk, or its check does not match.</exception>
    public static PngChunk Take(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < Frame)
            throw new InvalidDataException(
                $"PNG: the file ends inside a chunk; {rest.Length} bytes are left where a chunk has at least {Frame}");

        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - Frame)
            throw new InvalidDataException($"PNG: a chunk claims {length} bytes of data where {rest.Length - Frame} are left");

        ReadOnlySpan<byte> name = rest.Slice(4, 4), data = rest.Slice(8, (int)length);
        if (name.ContainsAnyExcept(Letters))
            throw new InvalidDataException($"PNG: a chunk's type must be four letters, was 0x{Convert.ToHexString(name)}");

        string type = Encoding.ASCII.GetString(name);
        uint stored = BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + data.Length)..]), computed = Crc32.Of(name, data);
        if (stored != computed)
            throw new InvalidDataException($"PNG: the {type} chunk is damaged: its CRC is 0x{stored:X8}, its bytes give 0x{computed:X8}");

        rest = rest[(Frame + data.Length)..];
        return new(type, data);
    }

    /// <summary>Writes one chunk.</summary>
    public static void Write(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(type, data));
        file.Write(number);
    }
}
