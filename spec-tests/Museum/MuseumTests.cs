using System.Collections.Immutable;
using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum;

namespace ReferenceConv.SpecTests.Museum;

/// <summary>
/// The judge is proven on exhibits: what is wrong is caught by the rule that should catch it, what is only unusual is not accused.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public sealed class MuseumTests
{
    private const int CasesToHold = 200;
    private const int LeastCalls = 10;
    private const double MostPairs = 1 << 26;   // one right exhibit looks at every tap for every input, the zeros between them included

    private static readonly TestCaseData[] Wrong = Cases(MuseumBook.Wrong);
    private static readonly TestCaseData[] WrongInDouble = Cases(MuseumBook.WrongInDouble);
    private static readonly TestCaseData[] UnusualInDouble = Cases(MuseumBook.UnusualInDouble);
    private static readonly TestCaseData[] Unusual = Cases(MuseumBook.Unusual);

    [TestCaseSource(nameof(Wrong))]
    public void A_wrong_convolution_is_caught_by_the_rule_that_should(Exhibit<float> exhibit) => IsCaught(exhibit);

    [TestCaseSource(nameof(WrongInDouble))]
    public void A_shorter_format_inside_double_is_caught(Exhibit<double> exhibit) => IsCaught(exhibit);

    [TestCaseSource(nameof(Unusual))]
    public void An_unusual_convolution_is_not_accused(Exhibit<float> exhibit) => IsNotAccused(exhibit);

    [TestCaseSource(nameof(UnusualInDouble))]
    public void An_unusual_convolution_in_double_is_not_accused(Exhibit<double> exhibit) => IsNotAccused(exhibit);

    private static void IsNotAccused<T>(Exhibit<T> exhibit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var asked = new CountedCandidate<T>(exhibit.Candidate());

        Hunt hunt = Hunt.For(asked, CasesToHold, MostPairs);

        Assert.That(hunt.Rule, Is.Null, hunt.Fault);
        Assert.That(asked.Calls, Is.AtLeast(LeastCalls), "and it was asked");
    }

    private static TestCaseData[] Cases<T>(ImmutableArray<Exhibit<T>> exhibits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            [.. exhibits.Select(static exhibit => new TestCaseData(exhibit).SetArgDisplayNames(exhibit.Name))];

    private static void IsCaught<T>(Exhibit<T> exhibit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Hunt hunt = Hunts.Of(exhibit);

        TestContext.Out.WriteLine($"case {hunt.Case} | {hunt.Rule} | {hunt.Fault}");
        Assert.That(exhibit.CaughtBy, Has.Member(hunt.Rule ?? "no rule at all"), hunt.Fault);
    }

    /// <summary>Counts what a candidate is asked.</summary>
    private sealed class CountedCandidate<T>(ICandidate<T> candidate) : ICandidate<T>
    {
        private int calls;

        public int Calls => calls;

        public string Name => candidate.Name;

        public Capabilities Capabilities => candidate.Capabilities;

        public Reply Answer(Operands<T> operands, Span<T> result)
        {
            calls++;
            return candidate.Answer(operands, result);
        }

        public ImmutableArray<Reply> AnswerTogether(
            ImmutableArray<Operands<T>> operands,
            ImmutableArray<T[]> results) => candidate.AnswerTogether(operands, results);
    }
}
