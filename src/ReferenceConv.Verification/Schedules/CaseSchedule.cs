using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// The cases of a check, the most telling first: the claimed ranks take turns, and each case is the one of several that brings together the
/// most levels of two factors that have not met at its rank. When all have met, they begin to meet anew. Every case fits the capabilities
/// by the way it is made.
/// </summary>
public sealed class CaseSchedule
{
    private const int Drawn = 16;
    private const int Aimed = 16;
    private const int FirstMeeting = 4;   // a pair that has met at no rank counts so much more than one that has met at another

    private readonly ImmutableArray<CaseSpace> spaces;
    private readonly ulong seed;

    /// <summary>Prepares the cases.</summary>
    /// <param name="capabilities">What the candidate claims.</param>
    /// <param name="seed">Selects the cases.</param>
    /// <exception cref="ArgumentException">No operator, no rank in 1..3 or no border is claimed.</exception>
    public CaseSchedule(Capabilities capabilities, ulong seed)
    {
        spaces = CaseSpace.Of(capabilities);
        this.seed = seed;
    }

    /// <summary>The cases, without end; the same at each call.</summary>
    public IEnumerable<ConvolutionCase> Cases()
    {
        var met = new PairSet();
        PairSet[] metAtRank = [.. spaces.Select(static _ => new PairSet())];
        for (ulong index = 0; ; index++)
        {
            int turn = (int)(index % (ulong)spaces.Length);
            ConvolutionCase next = Next(spaces[turn], met, metAtRank[turn], index);
            met.Add(next);
            metAtRank[turn].Add(next);
            if (metAtRank[turn].MissingOf(spaces[turn].Feasible, 0) is null)
                metAtRank[turn] = new PairSet();
            yield return next;
        }
    }

    private ConvolutionCase Next(CaseSpace space, PairSet met, PairSet metAtRank, ulong index)
    {
        ConvolutionCase? best = null;
        int most = 0;
        for (ulong attempt = 0; attempt < Drawn + Aimed; attempt++)
        {
            ulong number = (index * (Drawn + Aimed)) + attempt;
            byte[] decisions = space.Drawn(seed, number);
            for (int axis = 0; axis < space.Rank && attempt >= Drawn; axis++)
                decisions = space.Towards(Missing(space, met, metAtRank, number + ((ulong)axis << 32)), decisions, axis);
            Consider(decisions);
        }

        if (best is null)
            Consider(space.Simplest(Missing(space, met, metAtRank, index)));
        return best!;

        void Consider(byte[] decisions)
        {
            var instance = ConvolutionCase.From(decisions);
            int gain = (FirstMeeting * met.NewIn(instance)) + metAtRank.NewIn(instance);
            if (gain > most)
                (best, most) = (instance, gain);
        }
    }

    private (int First, int Second) Missing(CaseSpace space, PairSet met, PairSet metAtRank, ulong number)
    {
        int begin = (int)(Draw.Bits(~seed, number) % (ulong)CaseFeatures.Numbered.Length);
        return met.MissingOf(space.Feasible, begin)
            ?? metAtRank.MissingOf(space.Feasible, begin)
            ?? throw new InvalidOperationException("a round ends when nothing is missing");
    }
}
