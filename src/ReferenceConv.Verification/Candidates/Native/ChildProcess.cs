using System.Diagnostics;
using System.IO.Pipes;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>One life of a child: from its start to its first misconduct, or to the end of the questions.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly Lock Starting = new();   // a child must not inherit the pipes of another

    private readonly AnonymousPipeServerStream questions = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream answers = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly WatchedPipe toChild;
    private readonly WatchedPipe fromChild;
    private readonly Process process;
    private readonly LastWords words;
    private int sequence;

    private ChildProcess(ChildCommand command, string library)
    {
        toChild = new WatchedPipe(questions.SafePipeHandle, isWritten: true);
        fromChild = new WatchedPipe(answers.SafePipeHandle, isWritten: false);
        string[] arguments = [.. command.Arguments, library, questions.GetClientHandleAsString(), answers.GetClientHandleAsString()];
        var start = new ProcessStartInfo(command.Program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LD_BIND_NOW"] = "1";   // a missing dependency shows when the library is loaded, not in the middle of a call
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        process = Process.Start(start)!;
        questions.DisposeLocalCopyOfClientHandle();
        answers.DisposeLocalCopyOfClientHandle();
        process.StandardInput.Close();
        process.StandardOutput.Close();   // the child sends it where its errors go
        words = new LastWords(process.StandardError.BaseStream);
    }

    /// <summary>Starts a child and waits until it has loaded the library.</summary>
    /// <param name="command">How to start it.</param>
    /// <param name="library">Full path.</param>
    /// <param name="limits">For loading.</param>
    /// <param name="greeting">What the library has.</param>
    /// <param name="refusal">Why there is no child, in one line; null if there is one.</param>
    public static ChildProcess? Start(ChildCommand command, string library, ChildLimits limits, out Greeting greeting, out string? refusal)
    {
        ChildProcess child;
        lock (Starting)
            child = new ChildProcess(command, library);

        var body = new byte[Greeting.Size];
        Death? death = child.Read(body, new Vigil(child.process, limits.Time, limits.Bytes));
        greeting = new Greeting(BitConverter.ToInt32(body));
        refusal = null;
        if (death is not null)
            refusal = $"loading '{library}' {death.Text}";
        else if (greeting.Symbols == Greeting.NotLoaded)
            refusal = $"cannot be loaded: {child.words.LastLine()}";
        if (refusal is null)
            return child;
        child.Dispose();
        return null;
    }

    /// <summary>Asks and waits.</summary>
    /// <returns>How the child ended instead of answering; null if the answer is there.</returns>
    public Death? Ask(Question question, ChildLimits limits, out byte[] answer)
    {
        answer = new byte[question.AnswerLength];
        question.SetSequence(++sequence);
        if (fromChild.IsReady)
            return PipeEnded() is { Conduct: Conduct.Returns } ended ? ended : Garbage;

        var vigil = new Vigil(process, limits.Time, limits.Bytes);
        if (toChild.Move(question.Frame, vigil, out Death? death) < question.Frame.Length)
            return death ?? PipeEnded();
        return Read(answer, vigil);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            _ = Libc.Signal(-process.Id, Libc.Kill);   // its group, with whatever the library started
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
        questions.Dispose();
        answers.Dispose();
    }

    private static Death Garbage { get; } = new(Conduct.SpeaksTheProtocol, "wrote to the pipe that its answer must go through");

    private Death? Read(byte[] body, Vigil vigil)
    {
        var header = new byte[FrameHeader.Size];
        if (fromChild.Move(header, vigil, out Death? death) < header.Length)
            return death ?? PipeEnded();
        if (FrameHeader.Parse(header) is not { } frame || frame != new FrameHeader(sequence, body.Length))
            return Garbage;
        return fromChild.Move(body, vigil, out death) < body.Length ? death ?? PipeEnded() : null;
    }

    /// <summary>There is no more to read: the process has ended or is about to, or only the pipe has.</summary>
    private Death PipeEnded() => process.WaitForExit(TimeSpan.FromSeconds(1)) ? Autopsy.Of(process.ExitCode, words) : Autopsy.LostPipe;
}
