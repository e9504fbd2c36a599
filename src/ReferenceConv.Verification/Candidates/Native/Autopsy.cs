using ReferenceConv.Verification.Candidates.Native.Child;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>From the exit code of a child to how it ended.</summary>
internal static class Autopsy
{
    private const int Signalled = 128;   // plus the signal's number
    private const int Aborted = 6, BusError = 7, SegmentationFault = 11;

    public static Death Of(int exitCode, LastWords words)
    {
        if (exitCode == LibraryHost.LostPipe)
            return LostPipe;
        if (exitCode == LibraryHost.NoMemory)
            return new Death(Conduct.StaysInMemory, "left no memory for its arrays");
        int signal = exitCode - Signalled;
        if (signal is <= 0 or > 64)
            return new Death(Conduct.Returns, $"ended the process with exit code {exitCode}");
        if (signal is Aborted or SegmentationFault && words.Say("Stack overflow"))
            return StackOverflow;

        string said = signal == Aborted && words.LastLine() is { } line ? $": {line}" : "";
        return new Death(Conduct.Returns, $"crashed ({Name(signal)}){said}", signal is SegmentationFault or BusError);
    }

    /// <summary>The pipe has ended and the process has not, or not by itself.</summary>
    public static Death LostPipe { get; } = new(Conduct.SpeaksTheProtocol, "closed or damaged the pipe that its answer must go through");

    /// <summary>
    /// Told by the runtime of the child. To tell it, the runtime walks the stack; on its way it may follow a register into a guard page,
    /// and die of that.
    /// </summary>
    public static Death StackOverflow { get; } = new(Conduct.Returns, "overflowed its stack");

    private static string Name(int signal) => signal switch
    {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL, an instruction that this processor does not have",
        5 => "SIGTRAP",
        Aborted => "SIGABRT",
        BusError => "SIGBUS",
        8 => "SIGFPE, an integer division by zero",
        9 => "SIGKILL",
        SegmentationFault => "SIGSEGV",
        13 => "SIGPIPE",
        14 => "SIGALRM",
        15 => "SIGTERM",
        31 => "SIGSYS",
        _ => $"signal {signal}",
    };
}
