using System.Collections.Immutable;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// Which two levels of two factors of <see cref="CaseFactors"/> can meet in a case that a candidate can be asked, and which cannot.
/// </summary>
public sealed class PairCoverage
{
    private static readonly Lazy<ImmutableArray<CaseSpace>> Everything = new(static () => CaseSpace.Of(Capabilities.Convolution));

    private PairCoverage(ImmutableArray<LevelPair> feasible, ImmutableArray<InfeasiblePair> infeasible) =>
        (Feasible, Infeasible) = (feasible, infeasible);

    /// <summary>The pairs that some case has.</summary>
    public ImmutableArray<LevelPair> Feasible { get; }

    /// <summary>The pairs that no case has, each with the reason.</summary>
    public ImmutableArray<InfeasiblePair> Infeasible { get; }

    /// <summary>The pairs of cases that fit the capabilities.</summary>
    /// <exception cref="ArgumentException">No operator, no rank in 1..3 or no border is claimed.</exception>
    public static PairCoverage Of(Capabilities capabilities)
    {
        ImmutableArray<CaseSpace> spaces = CaseSpace.Of(capabilities);
        Capabilities ofForward = capabilities with { Operators = [ConvolutionOperator.Forward] };
        Lazy<CaseSpace[]> wider = new(() =>
        [
            .. CaseSpace.Of(Capabilities.Convolution with { Ranks = capabilities.Ranks, Borders = capabilities.Borders }),
            .. Everything.Value.OrderBy(space => !capabilities.Ranks.Contains(space.Rank)),
        ]);
        var feasible = ImmutableArray.CreateBuilder<LevelPair>();
        var infeasible = ImmutableArray.CreateBuilder<InfeasiblePair>();
        foreach ((int first, int second) in AllPairs())
            if (spaces.Any(space => space.Feasible.Has(first, second)))
                feasible.Add(Named(first, second));
            else
                infeasible.Add(new InfeasiblePair(Named(first, second), Reason(ofForward, wider, first, second)));
        return new PairCoverage(feasible.ToImmutable(), infeasible.ToImmutable());
    }

    /// <summary>The feasible pairs that none of these cases has.</summary>
    public ImmutableArray<LevelPair> Missing(IEnumerable<ConvolutionCase> cases)
    {
        var met = new PairSet();
        foreach (ConvolutionCase instance in cases)
            met.Add(instance);
        return [.. Feasible.Where(
            pair => !met.Has(CaseFeatures.NumberOf(pair.First, pair.FirstLevel), CaseFeatures.NumberOf(pair.Second, pair.SecondLevel)))];
    }

    /// <summary>For example <c>pairs of case features: 412 of 412 feasible reached, 31 infeasible</c>.</summary>
    public string Line(IEnumerable<ConvolutionCase> cases) =>
        $"pairs of case features: {Feasible.Length - Missing(cases).Length:N0} of {Feasible.Length:N0} feasible reached, "
        + $"{Infeasible.Length:N0} infeasible";

    private static IEnumerable<(int First, int Second)> AllPairs() =>
        from first in Enumerable.Range(0, CaseFeatures.Numbered.Length)
        from second in Enumerable.Range(first + 1, CaseFeatures.Numbered.Length - first - 1)
        where CaseFeatures.Numbered[first].Factor != CaseFeatures.Numbered[second].Factor
        select (first, second);

    private static LevelPair Named(int first, int second)
    {
        (CaseFactor factor, int level) = CaseFeatures.Numbered[first];
        (CaseFactor other, int otherLevel) = CaseFeatures.Numbered[second];
        return new LevelPair(factor, level, other, otherLevel);
    }

    /// <summary>What the simplest case with the pair needs and the candidate does not claim; or that there is no such case.</summary>
    private static string Reason(Capabilities capabilities, Lazy<CaseSpace[]> wider, int first, int second)
    {
        if (!Everything.Value.Any(space => space.Feasible.Has(first, second)))
            return CaseFeatures.Numbered[first].Factor.Part == FactorPart.Axis ? "no axis has both" : "no convolution has both";

        CaseSpace next = wider.Value.First(space => space.Feasible.Has(first, second));
        var simplest = ConvolutionCase.From(next.Simplest((first, second)));
        return $"not claimed: {capabilities.Lacks(simplest.Geometry, ConvolutionOperator.Forward, simplest.HasBias)}";
    }
}
