using System.Globalization;

namespace ReferenceConv.Verification.Candidates.Native.Child;

/// <summary>Takes from a process what its library could harm others with, and lets it end with its parent.</summary>
internal static class Isolation
{
    /// <summary>
    /// A session and a process group of its own, in which it is the parent of whoever lost a parent, no core files, standard output into
    /// standard error (both are the parent's to read), and none of the files that it inherited, except for these two.
    /// </summary>
    public static void Enter(int questions, int answers)
    {
        int parent = Libc.ParentId();
        _ = Libc.NewSession();
        _ = Libc.ProcessControl(Libc.AdoptOrphans, 1);
        var none = default(Libc.Limits);
        _ = Libc.Limit(Libc.CoreSize, ref none);
        _ = Libc.Duplicate(2, 1);
        foreach (string entry in Directory.GetFileSystemEntries("/proc/self/fd"))
        {
            int file = int.Parse(Path.GetFileName(entry), CultureInfo.InvariantCulture);
            int flags = Libc.Control(file, Libc.GetDescriptorFlags, 0);
            if (file > 2 && file != questions && file != answers && (flags & Libc.CloseOnExec) == 0)
                _ = Libc.Close(file);   // what the runtime opens for itself is closed on exec; what is not was inherited
        }

        new Thread(() => EndWith(parent), maxStackSize: 64 << 10) { IsBackground = true }.Start();
    }

    private static void EndWith(int parent)
    {
        while (Libc.ParentId() == parent)
            Thread.Sleep(200);
        _ = Libc.Signal(-Environment.ProcessId, Libc.Kill);   // with its group
    }
}
