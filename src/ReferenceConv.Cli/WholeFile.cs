using System.Text;

namespace ReferenceConv.Cli;

/// <summary>A file that an option names: refused before the work if it could not be written, and written whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Refuses a file that could not be written, before the work.</summary>
    /// <param name="option">The option's name, for messages.</param>
    /// <param name="file">Nothing is refused if there is none.</param>
    /// <exception cref="IOException">Its folder does not exist or takes no file, or it is a folder.</exception>
    public static void Require(string option, FileInfo? file)
    {
        if (file is { Directory.Exists: false })
            throw new DirectoryNotFoundException($"{option} must name a file in a folder that exists, was '{file}'");
        if (file is not null && Directory.Exists(file.FullName))
            throw new IOException($"{option} must name a file, was the folder '{file}'");
        if (file is null || IsDevice(file))
            return;

        try
        {
            File.WriteAllText(Neighbour(file), "");
            File.Delete(Neighbour(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{option} must name a file that can be written, was '{file}'", e);
        }
    }

    /// <summary>Writes a neighbour and moves it over the file, so that nobody ever reads half a result.</summary>
    /// <param name="file">Nothing is written if there is none.</param>
    /// <param name="text">Makes the document.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(FileInfo? file, Func<string> text)
    {
        if (file is not null)
            Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(text())));
    }

    /// <summary>Writes a neighbour and moves it over the file, so that nobody ever reads half a result.</summary>
    /// <param name="file">A link stays, and what it leads to is written.</param>
    /// <param name="write">Writes the bytes, one after the other.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(FileInfo file, Action<Stream> write)
    {
        if (IsDevice(file))
        {
            Create(file.FullName, write);
            return;
        }

        string neighbour = Neighbour(file);
        try
        {
            Create(neighbour, write);
            File.Move(neighbour, Target(file).FullName, overwrite: true);
        }
        finally
        {
            File.Delete(neighbour);
        }
    }

    private static void Create(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        write(stream);
    }

    /// <summary>
    /// A device or a pipe is written to; a file moved over it would take its place. Neither has a length, nor has an empty file, of which
    /// nothing is lost. It is not opened to see: a reader at the other end of a pipe would take that for its beginning and its end.
    /// </summary>
    private static bool IsDevice(FileInfo file)
    {
        FileInfo target = Target(file);
        return file.Exists && (IsSystem(file) || IsSystem(target) || target is { Exists: true, Length: 0 });
    }

    private static bool IsSystem(FileInfo file) =>
        file.FullName.StartsWith("/dev/", StringComparison.Ordinal) || file.FullName.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>Where a link leads, so that the link stays.</summary>
    private static FileInfo Target(FileInfo file) =>
        file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;

    private static string Neighbour(FileInfo file) => $"{Target(file).FullName}.{Environment.ProcessId}.part";
}
