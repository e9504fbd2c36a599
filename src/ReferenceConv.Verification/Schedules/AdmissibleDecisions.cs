using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// Which options of each decision lead to cases with nothing that a candidate does not claim. Drawing from them needs no second try.
/// </summary>
internal sealed class AdmissibleDecisions
{
    private readonly byte[][] options;
    private readonly bool pairsPadding;

    /// <summary>Works out the options.</summary>
    /// <exception cref="ArgumentException">No operator, no rank in 1..3 or no border is claimed.</exception>
    public AdmissibleDecisions(Capabilities capabilities)
    {
        RequireAny("operators", capabilities.Operators.Length);
        RequireAny("borders", capabilities.Borders.Length);
        Ranks = [.. capabilities.Ranks.Where(static rank => rank is >= 1 and <= 3).Distinct().Order()];
        RequireAny("ranks in 1..3", Ranks.Length);

        pairsPadding = !capabilities.AsymmetricPadding;
        options = [.. Enumerable.Range(0, CaseDecisions.Longest).Select(place => Options(place, capabilities))];
    }

    /// <summary>The numbers of axes.</summary>
    public int[] Ranks { get; }

    /// <summary>The options of a decision, the simplest first.</summary>
    public ReadOnlySpan<byte> At(int place) => options[place];

    /// <summary>Random decisions about a case with so many axes.</summary>
    public byte[] Drawn(int rank, ulong seed, ulong index)
    {
        var decisions = new byte[CaseDecisions.Longest];
        for (int place = 0; place < decisions.Length; place++)
            decisions[place] =
                options[place][(int)(Draw.Bits(seed, (index * CaseDecisions.Longest) + (ulong)place) % (ulong)options[place].Length)];
        return Fitted(decisions, rank);
    }

    /// <summary>The simplest decisions about a case with so many axes.</summary>
    public byte[] Simplest(int rank) => Fitted([.. options.Select(static option => option[0])], rank);

    /// <summary>All decisions about one axis.</summary>
    public IEnumerable<byte[]> Axes()
    {
        var chosen = new byte[CaseDecisions.PerAxis];
        var axis = new int[CaseDecisions.PerAxis];
        do
        {
            for (int decision = 0; decision < axis.Length; decision++)
                chosen[decision] = options[CaseDecisions.At(0, decision)][axis[decision]];
            if (!pairsPadding || chosen[CaseDecisions.Begin] == chosen[CaseDecisions.End])
                yield return chosen;
        }
        while (Advance(axis));
    }

    private bool Advance(int[] axis)
    {
        for (int decision = axis.Length - 1; decision >= 0; decision--)
        {
            if (++axis[decision] < options[CaseDecisions.At(0, decision)].Length)
                return true;
            axis[decision] = 0;
        }

        return false;
    }

    private byte[] Fitted(byte[] decisions, int rank)
    {
        decisions[CaseDecisions.Rank] = (byte)(rank - 1);
        for (int a = 0; a < 3 && pairsPadding; a++)
            decisions[CaseDecisions.At(a, CaseDecisions.End)] = decisions[CaseDecisions.At(a, CaseDecisions.Begin)];
        return decisions;
    }

    private static byte[] Options(int place, Capabilities capabilities)
    {
        byte[] all = [.. Enumerable.Range(0, CaseDecisions.Options(place)).Select(static option => (byte)option)];
        return place < CaseDecisions.BeforeAxes
            ? place switch
            {
                CaseDecisions.Batch when !capabilities.EmptyBatch => [.. all.Where(static option => CaseDecisions.Batches[option] > 0)],
                CaseDecisions.Groups when !capabilities.Groups => all[..1],
                CaseDecisions.Bias when !capabilities.Bias => all[..1],
                _ => all,
            }
            : ((place - CaseDecisions.BeforeAxes) % CaseDecisions.PerAxis) switch
            {
                CaseDecisions.Stride when !capabilities.Stride => all[..1],
                CaseDecisions.Dilation when !capabilities.Dilation => all[..1],
                CaseDecisions.Tile when !capabilities.Tiles => all[..1],
                CaseDecisions.BorderKind => [.. all.Where(option => capabilities.Borders.Contains(CaseDecisions.Borders[option]))],
                _ => all,
            };
    }

    private static void RequireAny(string what, int count)
    {
        if (count == 0)
            throw new ArgumentException($"claimed {what} must be 1 or more, were {count}");
    }
}
