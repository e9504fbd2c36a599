using System.Text;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>
/// The last line of a process's standard error that says something. A thread of its own reads it, so that the pipe never fills.
/// </summary>
internal sealed class LastLine
{
    private readonly Thread thread;
    private volatile string text = "";

    /// <summary>Begins to read.</summary>
    public LastLine(Stream stream)
    {
        thread = new Thread(() => Read(stream)) { IsBackground = true, Name = "complaints of a candidate" };
        thread.Start();
    }

    /// <summary>The line, with <c>: </c> before it, or nothing; of a process that is over.</summary>
    public string Behind()
    {
        thread.Join(TimeSpan.FromMilliseconds(200));   // longer only if a child of the process still holds the pipe
        return text.Length == 0 ? "" : $": {Said.Whole(text)}";
    }

    private void Read(Stream stream)
    {
        var buffer = new byte[4096];
        var line = new StringBuilder();
        try
        {
            while (stream.Read(buffer) is > 0 and int read)
                foreach (char letter in Encoding.UTF8.GetString(buffer, 0, read))
                    if (letter == '\n')
                    {
                        Keep(line);
                        line.Clear();
                    }
                    else if (line.Length <= Said.Longest)
                    {
                        line.Append(letter);
                    }

            Keep(line);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // closed while it was read
        }
    }

    private void Keep(StringBuilder line)
    {
        if (line.ToString().Trim() is { Length: > 0 } said)
            text = said;
    }
}
