using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>Makes a shape smaller that would take too long.</summary>
internal static class PathReduction
{
    private const double MostElements = 1 << 19;
    private const double MostOfAll = 1 << 22;   // multiply-adds of any case
    private const double MostGathered = 1L << 31;   // seconds of a plain loop
    private const int Attempts = 200;
    private const double Beyond = 16;   // times the work that a case should take, at which also what chance spared gives way

    /// <summary>
    /// Lowers sizes that are not kept until the case takes no longer than it may; what is kept gives way last: to memory, or to far too
    /// much work.
    /// </summary>
    public static void Reduce(Dice dice, PathShape shape, Kept kept, double mostWork, int leastGroups)
    {
        for (int attempt = 0; attempt < Attempts && (shape.Work > mostWork || shape.Elements > MostElements); attempt++)
        {
            bool isFirm = attempt < Attempts / 2
                || (shape.Elements <= MostElements
                    && shape.Work <= (kept.HasFlag(Kept.Sizes) ? Math.Min(Beyond * mostWork, MostOfAll) : MostOfAll));
            Kept given = isFirm ? kept : Kept.Nothing;
            switch (dice.Below(6))
            {
                case 0 when !given.HasFlag(Kept.Batch):
                    shape.Batch = Lower(dice, shape.Batch);
                    break;
                case 1 when !given.HasFlag(Kept.Groups):
                    shape.Groups = Math.Max(leastGroups, Lower(dice, shape.Groups));
                    break;
                case 2 when !given.HasFlag(Kept.InChannels):
                    shape.InChannels = Lower(dice, shape.InChannels);
                    break;
                case 3 when !given.HasFlag(Kept.OutChannels):
                    shape.OutChannels = Lower(dice, shape.OutChannels);
                    break;
                case 4 when !given.HasFlag(Kept.Size):
                    int size = shape.Axes[^1].Size;
                    int lower = Lower(dice, size);
                    foreach (PathAxis axis in shape.Axes)
                        axis.Size = axis.Size == size ? lower : axis.Size;
                    break;
                case 5 when shape.Axes.Length > 1 && !given.HasFlag(Kept.Sizes):
                    PathAxis one = shape.Axes[dice.Below(shape.Axes.Length - 1)];
                    one.Size = Lower(dice, one.Size);
                    break;
            }
        }
    }

    /// <summary>
    /// A kernel of very many taps lies over padding with all but its last taps, or its middle, so that there are few inputs to be looked
    /// at.
    /// </summary>
    public static void Narrow(PathShape shape, bool mayBeAsymmetric)
    {
        while (shape.GatheredWork > MostGathered
            && shape.Axes.MaxBy(static axis => (double)axis.Input * axis.Kernel) is { Input: > 1 } longest)
        {
            Axis axis = longest.Axis();
            int size = axis.Input / 2;
            int missing = Math.Max(0, axis.Extent - size - axis.Begin - axis.End);
            int behind = mayBeAsymmetric ? 0 : (missing + 1) / 2;
            (longest.IsSizedByInput, longest.Size) = (true, size);
            (longest.Word, longest.Begin, longest.End) =
                (null, axis.Begin + (behind > 0 ? behind : missing), axis.End + behind);
        }
    }

    /// <summary>A size of one of the classes below, or 1.</summary>
    private static int Lower(Dice dice, int size)
    {
        int at = SizeClass.IndexOf(SizeClass.OfChannels, size);
        return at == 0 ? 1 : Math.Min(size - 1, SizeClass.OfChannels[dice.Below(at)].Draw(dice));
    }
}
