using System.Numerics;
using System.Runtime.InteropServices;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Files;

/// <summary>
/// Arrays in files as NumPy saves them: formats 1.0, 2.0 and 3.0, little-endian, row-major (NumPy Enhancement Proposal 1;
/// numpy.lib.format). What is read must be what was asked for: nothing is converted, and no memory is taken before the file is known to be
/// as long as it should be.
/// </summary>
public static class Npy
{
    private const int Chunk = 1 << 16;

    /// <summary>Writes format 1.0.</summary>
    /// <param name="file">Is overwritten if it exists.</param>
    /// <param name="shape">Sizes whose product is the number of numbers; an empty shape is a single number.</param>
    /// <param name="numbers">Row-major.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than the shape has.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write<T>(string file, ReadOnlySpan<int> shape, ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long elements = Elements(shape);
        if (numbers.Length != elements)
            throw new ArgumentException(
                $"an array of shape {NpyHeader.Tuple([.. shape])} must have {elements} numbers, had {numbers.Length}");

        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        ReadOnlySpan<byte> header = NpyHeader.Bytes(Descr<T>(), shape);
        ReadOnlySpan<byte> data = MemoryMarshal.AsBytes(numbers);
        if (data.Length > Chunk)
        {
            stream.Write(header);
            stream.Write(data);
        }
        else
        {
            stream.Write([.. header, .. data]);   // a small file in one call
        }
    }

    /// <summary>Reads an array whose type and shape are known.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shape">What its shape must be.</param>
    /// <returns>Row-major.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another type, order or shape.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static T[] Read<T>(string file, ReadOnlySpan<int> shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using FileStream stream = Open(file);
        NpyHeader header = NpyHeader.Read(stream, file);
        header.Require(file, Descr<T>(), [.. shape]);

        long length = Elements(shape) * Marshal.SizeOf<T>();
        long rest = stream.Length - stream.Position;
        if (rest != length)
            throw new InvalidDataException(
                $"{file}: after its header a file of shape {NpyHeader.Tuple([.. shape])} must hold {length} bytes, holds {rest}");

        var numbers = new T[length / Marshal.SizeOf<T>()];
        stream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    /// <summary>Whether a file is, byte for byte, what <see cref="Write"/> makes of these numbers.</summary>
    public static bool Holds<T>(string file, ReadOnlySpan<int> shape, ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        byte[] header = NpyHeader.Bytes(Descr<T>(), shape);
        ReadOnlySpan<byte> data = MemoryMarshal.AsBytes(numbers);
        var info = new FileInfo(file);
        if (!info.Exists || info.Length != header.Length + (long)data.Length)
            return false;

        using FileStream stream = Open(file);
        return IsNext(stream, header) && IsNext(stream, data);
    }

    private static long Elements(ReadOnlySpan<int> shape)
    {
        long elements = 1;
        foreach (int size in shape)
            elements = checked(elements * size);
        return elements;
    }

    private static bool IsNext(FileStream stream, ReadOnlySpan<byte> expected)
    {
        var chunk = new byte[Math.Min(Chunk, expected.Length)];
        while (!expected.IsEmpty)
        {
            int read = stream.Read(chunk, 0, Math.Min(chunk.Length, expected.Length));
            if (read == 0 || !expected[..read].SequenceEqual(chunk.AsSpan(0, read)))
                return false;
            expected = expected[read..];
        }

        return true;
    }

    private static FileStream Open(string file)
    {
        if (File.Exists(file) && RegularFile.Find(file) is null)
            throw new InvalidDataException($"{file}: an .npy file must hold a header, holds 0 bytes");
        return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
    }

    private static string Descr<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => NumberFormat<T>.SignificandBits == 24 ? "<f4" : "<f8";
}
