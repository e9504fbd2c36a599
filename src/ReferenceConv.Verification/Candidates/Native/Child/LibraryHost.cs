using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

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
    /// <param name="questions">Descriptor of the pipe to read.</param>
    /// <param name="answers">Descriptor of the pipe to write.</param>
    /// <returns>0 when the parent has no more questions, otherwise <see cref="LostPipe"/> or <see cref="NoMemory"/>.</returns>
    public static int Run(string library, int questions, int answers)
    {
        Isolation.Enter(questions, answers);
        int code = 0;
        var thread = new Thread(() => code = Host(library, questions, answers), Stack);
        thread.Start();
        thread.Join();
        return code;
    }

    private static int Host(string library, int questions, int answers)
    {
        try
        {
            using var input = new FileStream(new SafeFileHandle(questions, ownsHandle: true), FileAccess.Read, bufferSize: 0);
            using var output = new FileStream(new SafeFileHandle(answers, ownsHandle: true), FileAccess.Write, bufferSize: 0);
            if (Load(library) is not { } loaded)
            {
                Send(output, 0, new Greeting(Greeting.NotLoaded).ToBytes());
                return 0;
            }

            Send(output, 0, loaded.Greeting.ToBytes());
            var answerer = new Answerer(loaded, Stack);
            var kept = new KeptBuffer();
            while (AnswersNext(answerer, kept, input, output))
                continue;
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

    /// <summary>Answers one question; false when there are no more.</summary>
    /// <remarks>
    /// Never part of the loop that calls it: compiled anew with that loop, while it runs, it would keep a question waiting for seconds.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AnswersNext(Answerer answerer, KeptBuffer questions, FileStream input, FileStream output)
    {
        Span<byte> header = stackalloc byte[FrameHeader.Size];
        if (input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return false;
        if (FrameHeader.Parse(header) is not { } frame)
            throw new IOException("what came is no question");
        byte[] question = questions.WithRoomFor(FrameHeader.Size + frame.Length);
        input.ReadExactly(question.AsSpan(FrameHeader.Size, frame.Length));
        output.Write(answerer.Answer(new Question(question), frame.Sequence));
        return true;
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
