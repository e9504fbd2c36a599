namespace ReferenceConv.Verification.Candidates.Native.Child;

/// <summary>Makes the calls that a question asks for.</summary>
internal sealed class Answerer
{
    private readonly LoadedLibrary library;
    private readonly int stack;
    private readonly List<CallSite> sites = [new()];
    private readonly KeptBuffer kept = new();

    /// <summary>Answers for a library; calls at the same time get threads with so many bytes of stack.</summary>
    public Answerer(LoadedLibrary library, int stack) => (this.library, this.stack) = (library, stack);

    /// <summary>The whole message, header included, until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Answer(Question question, int sequence)
    {
        int[] begins = question.CallsBegin();
        Flush[] flushes = [.. new[] { Flush.Right, Flush.Left }.Where(flush => question.Flush.HasFlag(flush))];
        int results = begins.Sum(begin => Run.HeaderSize + question.LengthOf(begin, question.Arrays - 1));
        int length = FrameHeader.Size + (flushes.Length * results);
        Span<byte> answer = kept.WithRoomFor(length).AsSpan(0, length);
        new FrameHeader(sequence, answer.Length - FrameHeader.Size).CopyTo(answer);

        int at = FrameHeader.Size;
        if (begins is [int only])
            foreach (Flush flush in flushes)
            {
                sites[0].Prepare(question, only, flush == Flush.Right);
                at += sites[0].Report(question, sites[0].Call(library, question), answer[at..]);
            }
        else
            Together(question, begins, flushes[0], answer[at..]);
        return answer;
    }

    private void Together(Question question, int[] begins, Flush flush, Span<byte> answer)
    {
        while (sites.Count < begins.Length)
            sites.Add(new CallSite());
        for (int call = 0; call < begins.Length; call++)
            sites[call].Prepare(question, begins[call], flush == Flush.Right);

        var codes = new int[begins.Length];
        using var start = new Barrier(begins.Length);
        Thread[] threads =
        [
            .. Enumerable.Range(0, begins.Length).Select(call => new Thread(
                () =>
                {
                    start.SignalAndWait();
                    codes[call] = sites[call].Call(library, question);
                },
                stack)),
        ];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        int at = 0;
        for (int call = 0; call < begins.Length; call++)
            at += sites[call].Report(question, codes[call], answer[at..]);
    }
}
