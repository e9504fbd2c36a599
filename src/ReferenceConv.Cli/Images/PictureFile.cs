namespace ReferenceConv.Cli.Images;

/// <summary>Pictures on disk.</summary>
public static class PictureFile
{
    /// <summary>The longest file read, ½ GiB: the largest colour picture, uncompressed, takes 192 MiB.</summary>
    private const int MaxBytes = 1 << 29;

    /// <summary>Reads a PNG, PGM or PPM, told apart by how it begins, not by its name.</summary>
    /// <exception cref="InvalidDataException">The file is none of these, or is damaged.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Picture Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"picture must be a file, was '{path}'");

        using FileStream file = File.OpenRead(path);
        var magic = new byte[2];
        int begun = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);

        // Told from the first two bytes, so that nothing endless is read in the hope of a picture.
        return magic.AsSpan(0, begun) switch
        {
            [0x89, (byte)'P'] => Png.Read(ReadRest(file, magic)),
            [(byte)'P', _] => Pnm.Read(ReadRest(file, magic)),
            _ => throw new InvalidDataException("neither PNG, PGM nor PPM"),
        };
    }

    /// <summary>Writes a PNG: whoever looks finds the old file or the new, never half of one.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Picture picture)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"folder '{folder}' does not exist");

        try
        {
            WholeFile.Write(new FileInfo(path), file => Png.Write(file, picture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' cannot be written: {e.Message}", e);
        }
    }

    private static byte[] ReadRest(FileStream file, byte[] begun)
    {
        using var bytes = new MemoryStream();
        bytes.Write(begun);
        var block = new byte[1 << 16];
        for (int read; (read = file.Read(block)) > 0;)
        {
            if (bytes.Length + read > MaxBytes)
                throw new InvalidDataException($"a picture file must have at most {MaxBytes} bytes, has more");
            bytes.Write(block, 0, read);
        }

        return bytes.ToArray();
    }
}
