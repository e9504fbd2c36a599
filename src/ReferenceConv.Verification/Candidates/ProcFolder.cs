using System.Globalization;

namespace ReferenceConv.Verification.Candidates;

/// <summary>Looks into /proc, where whatever is read may be gone.</summary>
internal static class ProcFolder
{
    /// <summary>A process, its descendants, the members of its session, and whoever has a mark in its environment.</summary>
    public static HashSet<int> Family(int root, string mark)
    {
        var family = new HashSet<int>();
        var children = new Dictionary<int, List<int>>();
        foreach (string folder in Folders("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                || id == Environment.ProcessId)
                continue;
            string stat = Read($"{folder}/stat");
            if (stat[(stat.LastIndexOf(')') + 1)..].Split(
                ' ', StringSplitOptions.RemoveEmptyEntries) is not [_, var parent, _, var session, ..])
                continue;
            int parentId = int.Parse(parent, CultureInfo.InvariantCulture);
            if (!children.TryGetValue(parentId, out List<int>? siblings))
                children[parentId] = siblings = [];
            siblings.Add(id);
            if (id == root || int.Parse(session, CultureInfo.InvariantCulture) == root
                || Read($"{folder}/environ").Contains(mark, StringComparison.Ordinal))
                family.Add(id);
        }

        var open = new Queue<int>(family);
        while (open.TryDequeue(out int next))
            foreach (int child in children.GetValueOrDefault(next, []))
                if (family.Add(child))
                    open.Enqueue(child);
        return family;
    }

    /// <summary>The folders in a folder.</summary>
    public static string[] Folders(string folder)
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

    /// <summary>The text of a file.</summary>
    public static string Read(string file)
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
