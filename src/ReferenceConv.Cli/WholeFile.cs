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
        if (file is null)
            return;
        if (IsDevice(file))
        {
            File.WriteAllText(file.FullName, text());
            return;
        }

        string neighbour = Neighbour(file);
        try
        {
            File.WriteAllText(neighbour, text());
            File.Move(neighbour, Target(file).FullName, overwrite: true);
        }
        finally
        {
            File.Delete(neighbour);
        }
    }

    /// <summary>A device or a pipe is written to; a file moved over it would take its place.</summary>
    private static bool IsDevice(FileInfo file)
    {
        if (file.FullName.StartsWith("/dev/", StringComparison.Ordinal))
            return true;
        if (!file.Exists)
            return false;
        try
        {
            using FileStream stream = file.Open(FileMode.Open, FileAccess.ReadWrite);   // both ways, so that no pipe waits for its other end
            return !stream.CanSeek;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Where a link leads, so that the link stays.</summary>
    private static FileInfo Target(FileInfo file) => file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;

    private static string Neighbour(FileInfo file) => $"{Target(file).FullName}.{Environment.ProcessId}.part";
}
