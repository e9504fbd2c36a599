using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>Counts one extent of a shape after the other beyond a byte, then beyond 16 bits.</summary>
internal sealed class PathCounters
{
    private const int SmallIn100 = 75;     // of the extents beside a counter are small
    private const int Counters = 9;        // extents that are counted

    private int counted;

    /// <summary>Makes the next extent of a shape large, and most of the others small.</summary>
    /// <returns>That extent, which must not give way.</returns>
    public Kept Next(Dice dice, PathShape shape)
    {
        int what = counted % Counters;
        int count = counted++ / Counters % 2 == 0 ? (1 << 8) + dice.Below(4) : (1 << 16) + 1 + dice.Below(4);
        int Small(int size, int most) => dice.Chance(SmallIn100) ? Math.Min(size, 1 + dice.Below(most)) : size;
        (shape.Batch, shape.Groups) = (Small(shape.Batch, 3), Small(shape.Groups, 3));
        (shape.InChannels, shape.OutChannels) = (Small(shape.InChannels, 4), Small(shape.OutChannels, 4));
        bool isOnAll = dice.Chance(60) && count < 1 << 16 && shape.Axes.Length < 3;
        for (int a = 0; a < shape.Axes.Length; a++)
        {
            PathAxis axis = shape.Axes[a];
            (axis.Size, axis.Kernel) = (Small(axis.Size, 6), Math.Min(axis.Kernel, count < 1 << 16 ? 7 : Small(5, 2)));
            if (!isOnAll && a != shape.Axes.Length - 1)
                continue;
            switch (what)
            {
                case 0 or 1:
                    (axis.Size, axis.IsSizedByInput) = (count, what == 0);
                    break;
                case 2:
                    axis.Kernel = count;
                    break;
                case 3:
                    (axis.Word, axis.Begin, axis.End) = (null, count, dice.One(0, 1, count));
                    axis.IsSizedByInput = true;
                    break;
                case 4:
                    (axis.Word, axis.Begin, axis.End) = (null, dice.One(0, 1, count), count);
                    axis.IsSizedByInput = true;
                    break;
            }
        }

        switch (what)
        {
            case 5:
                shape.Batch = count;
                return Kept.Batch;
            case 6:
                shape.Groups = count;
                return Kept.Groups;
            case 7:
                shape.InChannels = count;
                return Kept.InChannels;
            case 8:
                shape.OutChannels = count;
                return Kept.OutChannels;
            default:
                return Kept.Size;
        }
    }
}
