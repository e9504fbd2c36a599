using System.Numerics;

namespace ReferenceConv.Verification.Schedules;

/// <summary>For each two levels of one part of a case, the first decisions that lead to both.</summary>
internal sealed class Witnesses
{
    private readonly byte[]?[,] first = new byte[CaseFeatures.Numbered.Length, CaseFeatures.Numbered.Length][];

    /// <summary>The pairs that have a witness.</summary>
    public PairSet Pairs { get; } = new();

    /// <summary>All levels that have a witness.</summary>
    public ulong Levels { get; private set; }

    /// <summary>Takes note of decisions and the levels that they lead to.</summary>
    public void Add(ReadOnlySpan<byte> decisions, ulong levels)
    {
        byte[]? kept = null;
        for (ulong rest = levels; rest != 0; rest &= rest - 1)
        {
            int level = BitOperations.TrailingZeroCount(rest);
            ulong seen = PairSet.Visible(level, levels, levels & CaseFeatures.Empty);
            for (ulong unseen = seen & ~Pairs[level]; unseen != 0; unseen &= unseen - 1)
                first[level, BitOperations.TrailingZeroCount(unseen)] = kept ??= decisions.ToArray();
            Pairs.Add(level, seen);
        }

        Levels |= levels;
    }

    /// <summary>Decisions that lead to both levels.</summary>
    public byte[] Of(int level, int other) => first[level, other]!;
}
