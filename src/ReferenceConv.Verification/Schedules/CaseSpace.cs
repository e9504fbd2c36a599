using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// The cases of one rank that a candidate can be asked, and the pairs of levels among them. The pairs of one part of a case are found by
/// going through all decisions about that part; levels of different parts meet freely.
/// </summary>
internal sealed class CaseSpace
{
    private readonly AdmissibleDecisions admissible;
    private readonly ImmutableArray<Witnesses> parts;

    private CaseSpace(AdmissibleDecisions admissible, int rank, Witnesses axes)
    {
        (this.admissible, Rank) = (admissible, rank);
        parts = [Frames(), Channels(), axes];
        for (int level = 0; level < CaseFeatures.Numbered.Length; level++)
            foreach (Witnesses part in parts)
                if ((part.Levels >> level & 1) == 1)
                    Feasible.Add(level, part.Pairs[level] | Others(part));
    }

    /// <summary>Number of axes.</summary>
    public int Rank { get; }

    /// <summary>The pairs that some case has.</summary>
    public PairSet Feasible { get; } = new();

    /// <summary>One space for each rank that is claimed.</summary>
    /// <exception cref="ArgumentException">No operator, no rank in 1..3 or no border is claimed.</exception>
    public static ImmutableArray<CaseSpace> Of(Capabilities capabilities)
    {
        var admissible = new AdmissibleDecisions(capabilities);
        var axes = new Witnesses();
        foreach (byte[] axis in admissible.Axes())
            axes.Add(axis, CaseFeatures.Of(CaseDecisions.AxisOf(axis)));
        return [.. admissible.Ranks.Select(rank => new CaseSpace(admissible, rank, axes))];
    }

    /// <summary>Random decisions.</summary>
    public byte[] Drawn(ulong seed, ulong index) => admissible.Drawn(Rank, seed, index);

    /// <summary>The simplest decisions that lead to a pair.</summary>
    public byte[] Simplest((int First, int Second) pair) => Towards(pair, admissible.Simplest(Rank), 0);

    /// <summary>Decisions changed so that they lead to a pair, unless the case is then too large.</summary>
    /// <param name="pair">A feasible pair.</param>
    /// <param name="decisions">What is changed.</param>
    /// <param name="axis">The axis that is to have it, if it is a pair of an axis.</param>
    public byte[] Towards((int First, int Second) pair, byte[] decisions, int axis)
    {
        for (int p = 0; p < parts.Length; p++)
        {
            bool hasFirst = (parts[p].Levels >> pair.First & 1) == 1;
            bool hasSecond = (parts[p].Levels >> pair.Second & 1) == 1;
            if (!hasFirst && !hasSecond)
                continue;

            byte[] witness = parts[p].Of(hasFirst ? pair.First : pair.Second, hasSecond ? pair.Second : pair.First);
            switch ((FactorPart)p)
            {
                case FactorPart.Frame:
                    Copy(witness, decisions, CaseDecisions.Batch, CaseDecisions.Bias);
                    break;
                case FactorPart.Channels:
                    Copy(witness, decisions, CaseDecisions.Groups, CaseDecisions.InChannels, CaseDecisions.OutChannels);
                    break;
                default:
                    witness.CopyTo(decisions, CaseDecisions.At(axis, 0));
                    break;
            }
        }

        if ((CaseFeatures.AreMixedBorders(pair.First) ?? CaseFeatures.AreMixedBorders(pair.Second)) is { } mixed)
            SetOtherBorders(decisions, axis, mixed);
        return decisions;
    }

    private static void Copy(byte[] source, byte[] target, params ReadOnlySpan<int> places)
    {
        foreach (int place in places)
            target[place] = source[place];
    }

    private ulong Others(Witnesses part)
    {
        ulong levels = 0;
        foreach (Witnesses other in parts)
            levels |= other == part ? 0 : other.Levels;
        return levels;
    }

    private Witnesses Frames()
    {
        var frames = new Witnesses();
        byte[] decisions = admissible.Simplest(Rank);
        foreach (bool mixed in new[] { false, true })
        {
            SetOtherBorders(decisions, 0, mixed);
            foreach (byte batch in admissible.At(CaseDecisions.Batch))
                foreach (byte bias in admissible.At(CaseDecisions.Bias))
                {
                    (decisions[CaseDecisions.Batch], decisions[CaseDecisions.Bias]) = (batch, bias);
                    frames.Add(decisions, CaseFeatures.Of(CaseDecisions.GeometryOf(decisions), bias == 1, FactorPart.Frame));
                }
        }

        return frames;
    }

    private Witnesses Channels()
    {
        var channels = new Witnesses();
        byte[] decisions = admissible.Simplest(Rank);
        foreach (byte groups in admissible.At(CaseDecisions.Groups))
            foreach (byte inChannels in admissible.At(CaseDecisions.InChannels))
                foreach (byte outChannels in admissible.At(CaseDecisions.OutChannels))
                {
                    decisions[CaseDecisions.Groups] = groups;
                    decisions[CaseDecisions.InChannels] = inChannels;
                    decisions[CaseDecisions.OutChannels] = outChannels;
                    channels.Add(decisions, CaseFeatures.Of(CaseDecisions.GeometryOf(decisions), false, FactorPart.Channels));
                }

        return channels;
    }

    /// <summary>Gives the other axes the border of one axis, or the next of them another one if there is one.</summary>
    private void SetOtherBorders(byte[] decisions, int axis, bool mixed)
    {
        byte border = decisions[CaseDecisions.At(axis, CaseDecisions.BorderKind)];
        ReadOnlySpan<byte> borders = admissible.At(CaseDecisions.At(0, CaseDecisions.BorderKind));
        byte another = borders[(borders.IndexOf(border) + 1) % borders.Length];
        for (int step = 1; step < Rank; step++)
            decisions[CaseDecisions.At((axis + step) % Rank, CaseDecisions.BorderKind)] = mixed && step == 1 ? another : border;
    }
}
