using System.Text;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>Reads what a child prints, so that it never waits for a reader, and keeps the end of it.</summary>
internal sealed class LastWords
{
    private const int Kept = 4096;   // bytes

    private readonly byte[] ring = new byte[Kept];
    private readonly Thread reader;
    private long written;

    public LastWords(Stream printed)
    {
        reader = new Thread(() => Read(printed)) { IsBackground = true, Name = "last words" };
        reader.Start();
    }

    /// <summary>Whether they contain a text. Waits for the end of the stream, but not for long: somebody else may hold it open.</summary>
    public bool Say(string text) => All().Contains(text, StringComparison.Ordinal);

    /// <summary>The last line that is not empty and not of a runtime's stack trace, without control characters; null for none.</summary>
    public string? LastLine() => All().Split('\n').Select(Printable).LastOrDefault(IsWorthIt) is { } line ? Said.Whole(line) : null;

    private static bool IsWorthIt(string line) => line.Length > 0 && !line.StartsWith("at ", StringComparison.Ordinal);

    private static string Printable(string line) => string.Concat(line.Where(static letter => !char.IsControl(letter))).Trim();

    private string All()
    {
        reader.Join(TimeSpan.FromMilliseconds(200));
        lock (ring)
        {
            int length = (int)Math.Min(written, Kept);
            var bytes = new byte[length];
            for (int e = 0; e < length; e++)
                bytes[e] = ring[(written - length + e) % Kept];
            return Encoding.UTF8.GetString(bytes);
        }
    }

    private void Read(Stream printed)
    {
        var buffer = new byte[Kept];
        try
        {
            for (int read = printed.Read(buffer); read > 0; read = printed.Read(buffer))
                lock (ring)
                    for (int e = 0; e < read; e++)
                        ring[written++ % Kept] = buffer[e];
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // the child is gone, and what it said is kept
        }
    }
}
