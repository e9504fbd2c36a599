using System.Text;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>
/// The lines that a process writes to its standard output, read by a thread of their own. A few are kept; a process that goes on writing
/// waits.
/// </summary>
internal sealed class Lines : IDisposable
{
    /// <summary>The most bytes of one line.</summary>
    public const int Longest = 1 << 16;

    private const int Kept = 16;

    private readonly Queue<string> lines = [];
    private bool isOver;

    /// <summary>Begins to read.</summary>
    public Lines(Stream stream) => new Thread(() => Read(stream)) { IsBackground = true, Name = "lines of a candidate" }.Start();

    /// <summary>Whether no line will come any more; one that is there still counts.</summary>
    public bool IsOver
    {
        get
        {
            lock (lines)
                return isOver && lines.Count == 0;
        }
    }

    /// <summary>Whether a line was too long, and nothing behind it is read.</summary>
    public bool IsOverlong { get; private set; }

    /// <summary>The next line without its end, or null if none comes in this time.</summary>
    public string? Next(TimeSpan time)
    {
        lock (lines)
        {
            if (lines.Count == 0 && !isOver && time > TimeSpan.Zero)
                Monitor.Wait(lines, time);
            if (!lines.TryDequeue(out string? line))
                return null;
            Monitor.PulseAll(lines);
            return line;
        }
    }

    /// <summary>Takes no more lines.</summary>
    public void Dispose() => End();

    private void Read(Stream stream)
    {
        var buffer = new byte[4096];
        var line = new MemoryStream();
        try
        {
            while (stream.Read(buffer) is > 0 and int read && Split(buffer.AsSpan(0, read), line))
            {
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // closed while it was read
        }

        End();
    }

    /// <summary>Adds what was read to the line, and every line that is complete to the others.</summary>
    /// <returns>Whether to go on.</returns>
    private bool Split(ReadOnlySpan<byte> rest, MemoryStream line)
    {
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> part = end < 0 ? rest : rest[..end];
            if (line.Length + part.Length > Longest)
            {
                IsOverlong = true;
                return false;
            }

            line.Write(part);
            if (end < 0)
                return true;
            rest = rest[(end + 1)..];
            if (!Add(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length)))
                return false;
            line.SetLength(0);
        }

        return true;
    }

    private bool Add(string line)
    {
        lock (lines)
        {
            while (lines.Count >= Kept && !isOver)
                Monitor.Wait(lines);
            if (isOver)
                return false;
            lines.Enqueue(line);
            Monitor.PulseAll(lines);
            return true;
        }
    }

    private void End()
    {
        lock (lines)
        {
            isOver = true;
            Monitor.PulseAll(lines);
        }
    }
}
