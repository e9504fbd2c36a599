namespace ReferenceConv.Verification.Cases;

/// <summary>
/// Reads decisions from a list of bytes. Any list is a valid list of decisions: a byte counts modulo the number of options, and where the list
/// ends every decision is the simplest one, 0. So shorter lists and smaller bytes are always simpler cases, and shrinking needs no knowledge of them.
/// </summary>
internal ref struct Choices(ReadOnlySpan<byte> bytes)
{
    private readonly List<byte> taken = [];
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>The decisions taken so far without the simplest ones at the end: the shortest list that leads to the same case.</summary>
    public readonly byte[] Taken => taken.ToArray().AsSpan().TrimEnd((byte)0).ToArray();

    /// <summary>One of 0 … <paramref name="options"/>−1.</summary>
    public int Next(int options)
    {
        int choice = rest.IsEmpty ? 0 : rest[0] % options;
        rest = rest.IsEmpty ? rest : rest[1..];
        taken.Add((byte)choice);
        return choice;
    }

    /// <summary>One of the options; the first is the simplest.</summary>
    public T Next<T>(ReadOnlySpan<T> options) => options[Next(options.Length)];
}
