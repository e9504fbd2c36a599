using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>Tells by the first bytes of a file whether it can be a shared library of this machine.</summary>
internal static class LibraryFile
{
    private const int HeaderSize = 20;   // of an ELF file, up to the machine
    private const int ClassAt = 4, TypeAt = 16, MachineAt = 18;
    private const int SharedObject = 3;   // ET_DYN

    private static readonly byte[] Magic = [0x7F, (byte)'E', (byte)'L', (byte)'F'];

    /// <summary>The full path of a file that can be tried.</summary>
    /// <exception cref="ArgumentException">This is not Linux, or the path is not a file's.</exception>
    /// <exception cref="InvalidDataException">The file is no shared library, or one for other machines.</exception>
    public static string Require(string path)
    {
        if (!OperatingSystem.IsLinux())
            throw new ArgumentException("a native candidate needs Linux; bring it as a command instead");
        if (Directory.Exists(path))
            throw new ArgumentException($"a native candidate must be a shared library, '{path}' is a folder");
        if (!File.Exists(path))
            throw new ArgumentException($"a native candidate must be a shared library, there is no file '{path}'");

        if (Libc.Status(Libc.WorkingFolder, path, 0, Libc.FileType, out Libc.FileStatus status) != 0
            || (status.Mode & Libc.TypeBits) != Libc.Regular)
            throw new ArgumentException($"a native candidate must be a shared library, '{path}' is no regular file");   // one that waits for a writer, say

        var header = new byte[HeaderSize];
        using FileStream file = File.OpenRead(path);
        bool isWhole = file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize;
        if (!isWhole || !header.AsSpan().StartsWith(Magic))
            throw new InvalidDataException($"'{path}' is not a shared library: it does not begin with an ELF header");
        int machine = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(MachineAt));
        if (Here() is var (bits, here, name) && (header[ClassAt] != bits || machine != here))
            throw new InvalidDataException(
                $"'{path}' is a library for another machine (ELF class {header[ClassAt]}, machine {machine}); this one is {name} ({bits}, {here})");
        if (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(TypeAt)) != SharedObject)
            throw new InvalidDataException($"'{path}' is an ELF file but not a shared library: build it with -shared -fPIC");
        return Path.GetFullPath(path);
    }

    /// <summary>ELF class and machine of this process, where they are known.</summary>
    private static (int Class, int Machine, string Name)? Here() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => (2, 62, "x64"),
        Architecture.Arm64 => (2, 183, "arm64"),
        _ => null,
    };
}
