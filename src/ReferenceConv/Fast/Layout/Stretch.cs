using ReferenceConv.Geometry;

namespace ReferenceConv.Fast.Layout;

/// <summary>
/// A part of the stored image whose elements come from the input at equal distances: stored element <paramref name="Target"/> + e is input element
/// <paramref name="Source"/> + e·<paramref name="Step"/>, or zero if the source is <see cref="Axis.None"/>.
/// </summary>
internal readonly record struct Stretch(int Target, int Source, int Step, int Length)
{
    /// <summary>Whether nothing of the input stands here.</summary>
    public bool IsZero => Source == Axis.None;

    /// <summary>The longest stretches that give these elements, each a place in the input or <see cref="Axis.None"/>.</summary>
    public static IEnumerable<Stretch> Of(IEnumerable<int> sources)
    {
        Stretch open = default;
        int place = 0;
        foreach (int source in sources)
        {
            if (open.Length > 0 && open.Takes(source))
                open = open with { Length = open.Length + 1, Step = open.Length == 1 && !open.IsZero ? source - open.Source : open.Step };
            else
            {
                if (open.Length > 0)
                    yield return open;
                open = new Stretch(place, source, 0, 1);
            }

            place++;
        }

        if (open.Length > 0)
            yield return open;
    }

    private bool Takes(int source) =>
        IsZero == (source == Axis.None) && (IsZero || Length == 1 || source == Source + Length * Step);
}
