using System.Diagnostics;
using System.Globalization;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>A process and all that it started, as Linux shows them in /proc; elsewhere only the process itself is seen.</summary>
/// <param name="process">The one that was started.</param>
/// <param name="mark">A word that only this process and what it started have in their environment.</param>
internal sealed class ProcessTree(Process process, string mark)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Bytes of all of them in memory together; pages that several share are counted for each.</summary>
    public long Resident()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Resident(process.Id) : CurrentSet();
        }
        catch (InvalidOperationException)
        {
            return 0;   // it is over
        }
    }

    /// <summary>Ends all of them, also those whose parent is gone.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(Grace);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // it is over, or a part of it is
        }

        foreach (int orphan in Orphans())
            try
            {
                using var left = Process.GetProcessById(orphan);
                left.Kill(entireProcessTree: true);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
            {
                // it ended by itself
            }
    }

    private static long Resident(int id)
    {
        string[] pages = Read($"/proc/{id}/statm").Split(' ');
        long resident = pages.Length > 1 ? long.Parse(pages[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;
        foreach (string thread in Folders($"/proc/{id}/task"))
            foreach (string child in Read($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                resident += Resident(int.Parse(child, CultureInfo.InvariantCulture));
        return resident;
    }

    private long CurrentSet()
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    private IEnumerable<int> Orphans()
    {
        foreach (string folder in OperatingSystem.IsLinux() ? Folders("/proc") : [])
            if (int.TryParse(Path.GetFileName(folder), out int id) && Read($"{folder}/environ").Contains(mark, StringComparison.Ordinal))
                yield return id;
    }

    private static string[] Folders(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
