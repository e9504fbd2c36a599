namespace ReferenceConv.Cli.Images;

/// <summary>
/// Portable anymap (Netpbm): grey as text (P2) and as bytes (P5), colour as text (P3) and as bytes (P6). One picture a file, maxval ≤ 255;
/// a smaller maxval is stretched to 255, rounded to the nearest.
/// </summary>
public static class Pnm
{
    /// <summary>Reads one picture.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a picture; the message says why.</exception>
    public static Picture Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 2 || file[0] != 'P' || file[1] is not ((byte)'2' or (byte)'3' or (byte)'5' or (byte)'6'))
            throw new InvalidDataException("PNM: the file does not begin with P2, P3, P5 or P6");

        bool text = file[1] is (byte)'2' or (byte)'3';
        int channels = file[1] is (byte)'2' or (byte)'5' ? 1 : 3;
        int at = 2;
        int width = Number(file, ref at, "width", 1, int.MaxValue);
        int height = Number(file, ref at, "height", 1, int.MaxValue);
        if (Picture.SizeFault(height, width) is { } fault)
            throw new InvalidDataException($"PNM: {fault}");
        int maxval = Number(file, ref at, "maxval", 1, 255);

        byte[] pixels = text
            ? Text(file, at, channels * height * width, maxval)
            : Bytes(file, at, channels * height * width, maxval);

        var samples = new byte[pixels.Length];
        for (int i = 0; i < pixels.Length; i++)
            samples[i % channels * height * width + i / channels] = (byte)((pixels[i] * 255 + maxval / 2) / maxval);

        return new(channels, height, width, samples);
    }

    private static byte[] Text(ReadOnlySpan<byte> file, int at, int count, int maxval)
    {
        // A blank and a digit is the least a sample takes.
        if (count > (file.Length - at) / 2)
            throw new InvalidDataException($"PNM: {file.Length - at} characters cannot hold {count} samples");

        var pixels = new byte[count];
        for (int i = 0; i < count; i++)
            pixels[i] = (byte)Number(file, ref at, "sample", 0, maxval);

        SkipBlanks(file, ref at);
        if (at < file.Length)
            throw new InvalidDataException($"PNM: {file.Length - at} characters follow the last of {count} samples");

        return pixels;
    }

    private static byte[] Bytes(ReadOnlySpan<byte> file, int at, int count, int maxval)
    {
        if (at == file.Length || !IsBlank(file[at]))
            throw new InvalidDataException("PNM: one blank must follow the maxval");
        if (file.Length - at - 1 != count)
            throw new InvalidDataException($"PNM: {count} samples must follow the header, {file.Length - at - 1} do");

        byte[] pixels = file[(at + 1)..].ToArray();
        foreach (byte pixel in pixels)
            if (pixel > maxval)
                throw new InvalidDataException($"PNM: sample must be in 0..{maxval}, was {pixel}");

        return pixels;
    }

    /// <summary>Blanks or comments, at least one, and then a number in decimal.</summary>
    private static int Number(ReadOnlySpan<byte> file, ref int at, string name, int least, int most)
    {
        int before = at;
        SkipBlanks(file, ref at);
        int start = at;
        long number = 0;
        while (at < file.Length && char.IsAsciiDigit((char)file[at]) && number <= most)
            number = number * 10 + file[at++] - '0';

        if (start == before || at == start)
            throw new InvalidDataException($"PNM: {name} expected at byte {before}");
        if (number < least || number > most)
            throw new InvalidDataException($"PNM: {name} must be in {least}..{most}, was {(number > most ? "more" : "less")}");

        return (int)number;
    }

    /// <summary>A comment runs from # to the end of its line.</summary>
    private static void SkipBlanks(ReadOnlySpan<byte> file, ref int at)
    {
        for (bool comment = false; at < file.Length && (comment || file[at] == '#' || IsBlank(file[at])); at++)
            comment = (comment || file[at] == '#') && file[at] is not ((byte)'\n' or (byte)'\r');
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (>= 9 and <= 13);
}
