using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>One life of a child: from its start to its first misconduct, or to the end of the questions.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan StartingTime = TimeSpan.FromSeconds(20);   // of the runtime, on a machine with other things to do

    private static readonly Lock Starting = new();   // a child must not inherit the pipes of another

    private const int QuestionsBetweenLooks = 64;   // at memory that quick calls leave behind

    private readonly AnonymousPipeServerStream questions = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream answers = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly WatchedPipe toChild;
    private readonly WatchedPipe fromChild;
    private readonly Process process;
    private readonly ProcessTree tree;
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
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";   // a child is too short-lived to gain from a profile
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";   // or the runtime maps code from a file that the library may close
        start.Environment["DOTNET_EnableDiagnostics"] = "0";   // or a child that is killed leaves pipes in the temporary folder
        try
        {
            tree = ProcessTree.Start(start, out process);
        }
        catch (Win32Exception)
        {
            questions.Dispose();
            answers.Dispose();
            throw;
        }

        questions.DisposeLocalCopyOfClientHandle();
        answers.DisposeLocalCopyOfClientHandle();
        process.StandardInput.Close();
        process.StandardOutput.Close();   // the child sends it where its errors go
        words = new LastWords(process.StandardError.BaseStream);
    }

    /// <summary>Whether no more than one question was asked, whose answer takes the time of compiling the child's own code too.</summary>
    public bool IsNew => sequence <= 1;

    /// <summary>Starts a child and waits until it has loaded the library.</summary>
    /// <param name="command">How to start it.</param>
    /// <param name="library">Full path.</param>
    /// <param name="limits">For loading.</param>
    /// <param name="greeting">What the library has.</param>
    /// <param name="refusal">Why there is no child, in one line; null if there is one.</param>
    public static ChildProcess? Start(ChildCommand command, string library, ChildLimits limits, out Greeting greeting, out string? refusal)
    {
        ChildProcess child;
        try
        {
            lock (Starting)
                child = new ChildProcess(command, library);
        }
        catch (Win32Exception e)
        {
            greeting = default;
            refusal = $"cannot be loaded: '{command.Program}' does not start: {e.Message}";
            return null;
        }

        var body = new byte[Greeting.Size];
        Death? death = child.Read(body, new Vigil(child.process, child.tree, limits.Longer(StartingTime)));
        greeting = Greeting.Parse(body);
        refusal = null;
        if (death is not null)
            refusal = $"cannot be loaded: it {death.Text}";
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
        var vigil = new Vigil(process, tree, limits);
        if (fromChild.IsReady)
            return fromChild.HasHungUp ? PipeEnded(vigil) : Garbage;

        if (sequence % QuestionsBetweenLooks == 0 && vigil.LookAtAll() is { } passed)
            return passed;
        if (toChild.Move(question.Frame, vigil, out Death? death) < question.Frame.Length)
            return death ?? PipeEnded(vigil);
        return Read(answer, vigil);
    }

    /// <summary>Ends it and all that it started; from any thread, also while another asks.</summary>
    public void Kill() => tree.Kill();

    public void Dispose()
    {
        Kill();
        process.Dispose();
        questions.Dispose();
        answers.Dispose();
    }

    private static Death Garbage { get; } = new(Conduct.SpeaksTheProtocol, "wrote to the pipe that its answer must go through");

    private Death? Read(byte[] body, Vigil vigil)
    {
        var header = new byte[FrameHeader.Size];
        if (fromChild.Move(header, vigil, out Death? death) < header.Length)
            return death ?? PipeEnded(vigil);
        if (FrameHeader.Parse(header) is not { } frame || frame != new FrameHeader(sequence, body.Length))
            return Garbage;
        return fromChild.Move(body, vigil, out death) < body.Length ? death ?? PipeEnded(vigil) : null;
    }

    /// <summary>
    /// There is no more to read. A process that ends gives back its memory before its files: one that still has memory has closed the pipe,
    /// whatever becomes of it then.
    /// </summary>
    private Death PipeEnded(Vigil vigil) =>
        vigil.Resident() == 0 && process.WaitForExit(TimeSpan.FromSeconds(1)) ? Autopsy.Of(process.ExitCode, words) : Autopsy.LostPipe;
}
