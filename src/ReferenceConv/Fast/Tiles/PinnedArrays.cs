namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// Arrays that never move, kept when they are given back: memory that is new to the process costs the operating system more time, page by
/// page, than the packing of weights into it.
/// </summary>
internal static class PinnedArrays<T>
{
    /// <summary>Arrays that are kept; the one that was given back first goes to the garbage collector.</summary>
    private const int Most = 32;

    /// <summary>Elements that are kept, of all arrays together: 64 MB of float.</summary>
    private const long MostElements = 16 * 1024 * 1024;

    private static readonly Lock Turn = new();
    private static readonly List<T[]> Kept = [];

    /// <summary>An array of this length or up to twice as long, its elements anything.</summary>
    public static T[] Take(int length)
    {
        lock (Turn)
        {
            int found = -1;
            for (int a = 0; a < Kept.Count; a++)
                if (Kept[a].Length >= length && Kept[a].Length <= 2L * length && (found < 0 || Kept[a].Length < Kept[found].Length))
                    found = a;
            if (found >= 0)
            {
                T[] array = Kept[found];
                Kept.RemoveAt(found);
                return array;
            }
        }

        return GC.AllocateUninitializedArray<T>(length, pinned: true);
    }

    /// <summary>Keeps an array that nobody uses any more, unless it is too long.</summary>
    public static void GiveBack(T[] array)
    {
        if (array.Length > MostElements)
            return;
        lock (Turn)
        {
            Kept.Add(array);
            while (Kept.Count > Most || Kept.Sum(static kept => (long)kept.Length) > MostElements)
                Kept.RemoveAt(0);
        }
    }
}
