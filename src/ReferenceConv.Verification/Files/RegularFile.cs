namespace ReferenceConv.Verification.Files;

/// <summary>Files that somebody else laid somewhere, and that must not be waited for.</summary>
internal static class RegularFile
{
    /// <summary>Where the bytes are, links followed.</summary>
    /// <returns>Null if there are none: no file, an empty one, or a pipe or a device, which have no length.</returns>
    /// <exception cref="IOException">A link leads back to itself.</exception>
    public static FileInfo? Find(string path)
    {
        var named = new FileInfo(path);
        FileSystemInfo target = named.LinkTarget is null ? named : named.ResolveLinkTarget(returnFinalTarget: true) ?? named;
        return target is FileInfo { Exists: true, Length: > 0 } file ? file : null;
    }
}
