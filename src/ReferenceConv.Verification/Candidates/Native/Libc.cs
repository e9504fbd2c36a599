using System.Runtime.InteropServices;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>The functions of Linux that guard pages, pipes and processes need, with the numbers of its headers.</summary>
internal static partial class Libc
{
    public const int NoAccess = 0, ReadAccess = 1, ReadWriteAccess = 3;              // PROT_NONE, PROT_READ, PROT_READ | PROT_WRITE
    public const int PrivateAnonymous = 0x2 | 0x20 | 0x4000;                        // MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    public const short Readable = 1, Writable = 4, HungUp = 16;                     // POLLIN, POLLOUT, POLLHUP
    public const int Interrupted = 4, TryAgain = 11;                                // EINTR, EAGAIN
    public const int GetFlags = 3, SetFlags = 4, NonBlocking = 0x800;               // F_GETFL, F_SETFL, O_NONBLOCK
    public const int SetPipeSize = 1031;                                            // F_SETPIPE_SZ
    public const int GetDescriptorFlags = 1, CloseOnExec = 1;                       // F_GETFD, FD_CLOEXEC
    public const int CoreSize = 4;                                                  // RLIMIT_CORE
    public const int WorkingFolder = -100, FileType = 1;                            // AT_FDCWD, STATX_TYPE
    public const int TypeBits = 0xF000, Regular = 0x8000;                           // S_IFMT, S_IFREG
    public const int BindNow = 2;                                                   // RTLD_NOW
    public const int Kill = 9, Stop = 19;                                           // SIGKILL, SIGSTOP
    public const int AdoptOrphans = 36;                                             // PR_SET_CHILD_SUBREAPER

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(nint address, nuint length, int access, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    public static partial int Protect(nint address, nuint length, int access);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref Polled files, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int file, ref byte buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int file, ref byte buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    public static partial int Control(int file, int command, int argument);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "dup2")]
    public static partial int Duplicate(int file, int onto);

    [LibraryImport("libc", EntryPoint = "setsid")]
    public static partial int NewSession();

    [LibraryImport("libc", EntryPoint = "getppid")]
    public static partial int ParentId();

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Signal(int process, int signal);

    [LibraryImport("libc", EntryPoint = "prctl")]
    public static partial int ProcessControl(int option, nuint argument);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    public static partial int Limit(int resource, ref Limits limits);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Status(int folder, string path, int flags, uint wanted, out FileStatus status);

    /// <summary><c>struct statx</c>, which is the same on all machines.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    public struct FileStatus
    {
        [FieldOffset(28)]
        public ushort Mode;
    }

    /// <summary><c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Polled
    {
        public int File;
        public short Asked;
        public short Seen;
    }

    /// <summary><c>struct rlimit</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Limits
    {
        public nuint Soft;
        public nuint Hard;
    }
}
