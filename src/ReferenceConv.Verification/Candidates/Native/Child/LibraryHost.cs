using System.IO.Pipes;

namespace ReferenceConv.Verification.Candidates.Native.Child;

/// <summary>The child's side: loads a library that nobody trusts and answers questions about it until the pipe ends.</summary>
public static class LibraryHost
{
    /// <summary>The exit code of a child whose pipe is gone or carries something else than questions.</summary>
    public const int LostPipe = 74;

    /// <summary>The exit code of a child that finds no memory for the arrays of a question.</summary>
    public const int NoMemory = 75;

    private const int Stack = 8 << 20;   // what the first thread of a C program usually has

    /// <summary>Hosts a library.</summary>
    /// <param name="library">Its path.</param>
    /// <param name="questions">Handle of the pipe to read.</param>
    /// <param name="answers">Handle of the pipe to write.</param>
    /// <returns>0 when the parent has no more questions, otherwise <see cref="LostPipe"/> or <see cref="NoMemory"/>.</returns>
    public static int Run(string library, string questions, string answers)
    {
        Isolation.Enter(int.Parse(questions), int.Parse(answers));
        int code = 0;
        var thread = new Thread(() => code = Host(library, questions, answers), Stack);
        thread.Start();
        thread.Join();
        return code;
    }

    private static int Host(string library, string questions, string answers)
    {
        try
        {
            using var input = new AnonymousPipeClientStream(PipeDirection.In, questions);
            using var output = new AnonymousPipeClientStream(PipeDirection.Out, answers);
            if (Load(library) is not { } loaded)
            {
                Send(output, 0, BitConverter.GetBytes(Greeting.NotLoaded));
                return 0;
            }

            Send(output, 0, BitConverter.GetBytes(loaded.Greeting.Symbols));
            var answerer = new Answerer(loaded, Stack);
            var header = new byte[FrameHeader.Size];
            while (input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length)
            {
                if (FrameHeader.Parse(header) is not { } frame)
                    return LostPipe;
                var question = new byte[FrameHeader.Size + frame.Length];
                input.ReadExactly(question.AsSpan(FrameHeader.Size));
                output.Write(answerer.Answer(new Question(question), frame.Sequence));
            }

            return 0;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            return LostPipe;
        }
        catch (OutOfMemoryException)
        {
            return NoMemory;
        }
    }

    private static LoadedLibrary? Load(string library)
    {
        try
        {
            return new LoadedLibrary(library);
        }
        catch (DllNotFoundException exception)
        {
            Console.Error.WriteLine(exception.Message.ReplaceLineEndings(" "));
            return null;
        }
    }

    private static void Send(Stream output, int sequence, ReadOnlySpan<byte> body)
    {
        var frame = new byte[FrameHeader.Size + body.Length];
        new FrameHeader(sequence, body.Length).CopyTo(frame);
        body.CopyTo(frame.AsSpan(FrameHeader.Size));
        output.Write(frame);
    }
}
