using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Checking;

/// <summary>How much of a candidate is asked, and when a check goes on or ends.</summary>
public sealed class CheckLimitTests
{
    private static readonly Capabilities Forward = new() { Operators = [ConvolutionOperator.Forward] };

    private static readonly CheckPlan Plan = new(Seed: 1, Cases: 40, LayerMultiplyAdds: 0);

    [Test]
    public void A_time_that_is_over_leaves_one_case() =>
        Assert.That(CheckRun<float>.Of(Right(Forward), Plan with { Time = TimeSpan.Zero }).Cases, Has.Length.EqualTo(1));

    [Test]
    public void A_time_that_is_long_leaves_all() =>
        Assert.That(CheckRun<float>.Of(Right(Forward), Plan with { Time = TimeSpan.FromHours(1) }).Cases, Has.Length.EqualTo(40));

    [TestCase(true, 3)]
    [TestCase(false, 40)]
    public void The_first_break_of_what_must_hold_ends_the_check_if_it_is_told_to(bool stops, int cases)
    {
        int asked = 0;
        InProcessCandidate<float> wrongFromTheThirdCase = Answers<float>.Spoiled((_, result) => result[^1] += asked >= 2 ? 1 : 0, Forward);

        CheckResult result = CheckRun<float>.Of(wrongFromTheThirdCase, Plan with { StopsAtFirstBreak = stops }, _ => asked++);

        Assert.That(result.Cases, Has.Length.EqualTo(cases));
    }

    /// <summary>Cases are drawn until as many are judged as a verdict needs.</summary>
    [Test]
    public void Where_much_is_declined_more_is_drawn()
    {
        var declining = new Declining(Right(Forward), static asked => asked.Geometry is not { Axes.Length: 2, Groups: 1 });
        CheckResult result = CheckRun<float>.Of(declining, Plan);

        Assert.That(result.Judged, Is.EqualTo(new[] { (ConvolutionOperator.Forward, Plan.LeastJudged) }));
        Assert.That(result.Cases, Has.Length.EqualTo(Plan.LeastJudged));
        Assert.That(result.Cases.All(static judged => judged.Geometry is { Axes.Length: 2, Groups: 1 }));
        Assert.That(result.TooLittle, Is.Empty);
    }

    [Test]
    public void More_is_drawn_for_one_operator_though_another_has_enough()
    {
        Capabilities both = new() { Operators = [ConvolutionOperator.Forward, ConvolutionOperator.DataGradient] };
        var declining = new Declining(
            Right(both),
            static asked => asked is { Operator: ConvolutionOperator.DataGradient, Geometry: not { Axes.Length: 2, Groups: 1 } });

        CheckResult result = CheckRun<float>.Of(declining, Plan);

        Assert.That(result.Judged, Does.Contain((ConvolutionOperator.DataGradient, Plan.LeastJudged)));
        Assert.That(result.Judged.Single(static of => of.Operator == ConvolutionOperator.Forward).Cases, Is.GreaterThan(Plan.Cases));
    }

    [Test]
    public void Where_all_is_declined_drawing_on_ends()
    {
        var declining = new Declining(Right(Forward), static _ => true);
        CheckResult result = CheckRun<float>.Of(declining, Plan);

        Assert.That((result.IsEmpty, result.Cases.Length, result.Judged[0].Cases), Is.EqualTo((true, 0, 0)));
        Assert.That(declining.Calls, Is.EqualTo(3 * Plan.Cases), "once for each case of the plan, and for twice as many beyond");
    }

    [Test]
    public void Layers_are_asked_after_the_cases_and_told_by_name()
    {
        CheckResult result = CheckRun<float>.Of(Right(Forward), Plan with { Cases = 4, LayerMultiplyAdds = 1000 });

        Assert.That(result.Layers, Has.Length.GreaterThan(20).And.All.Not.Null);
        Assert.That(result.Cases, Has.Length.EqualTo(4));
        Assert.That(result.Judged[0].Cases, Is.EqualTo(4 + result.Layers.Length));
        Tally real = result.Tallies.Single(static tally => tally.Rule == "real numbers");
        Assert.That(real.Checked, Is.GreaterThanOrEqualTo(result.Layers.Length));
    }

    [Test]
    public void A_break_says_which_case_it_was_and_of_which_path()
    {
        CheckPlan plan = Plan with { Cases = 200 };
        ImmutableArray<ScheduledCase> cases = new CheckSchedule(Forward, plan.Seed).Cases(plan.Cases);
        int number = 1 + cases.ToList().FindIndex(static scheduled => scheduled.Name is not null);
        ConvolutionCase at = cases[number - 1].Case;
        InProcessCandidate<float> candidate = Answers<float>.Spoiled(
            (operands, result) => result[^1] += operands.Geometry.ToString() == at.Geometry.ToString() ? 1 : 0, Forward);

        Break broken = CheckRun<float>.Of(candidate, plan).Breaks[0];

        Assert.That((broken.Rule, broken.CaseNumber, broken.Name), Is.EqualTo(("structure", number, cases[number - 1].Name)));
        Assert.That(broken.First.Origin!.Token, Is.EqualTo(at.Token));
    }

    [Test]
    public void After_twenty_cases_of_misconduct_an_operator_is_asked_no_more()
    {
        int calls = 0;
        var candidate = new InProcessCandidate<float>("thrower", (_, _) =>
        {
            calls++;
            throw new InvalidOperationException("never");
        }, Forward);
        CheckResult result = CheckRun<float>.Of(candidate, Plan);

        Assert.That(result.GivenUp, Is.EqualTo(new[] { ConvolutionOperator.Forward }));
        Assert.That(result.Tallies.Single().Broken, Is.EqualTo(20), "a case on which it crashes is asked no more rules");
        Assert.That(calls, Is.GreaterThan(20));
    }

    [Test]
    public void Layers_count_in_the_work_too()
    {
        double done = 0;
        CheckRun<float>.Of(Right(Forward), Plan with { Cases = 4, LayerMultiplyAdds = 1000 }, part => done += part);

        Assert.That(done, Is.EqualTo(1).Within(1e-9));
    }

    /// <summary>A candidate that stops the check in the middle of a case is asked nothing more.</summary>
    [Test]
    public void A_check_that_is_stopped_asks_no_further_rule()
    {
        using var stop = new CancellationTokenSource();
        int calls = 0;
        InProcessCandidate<float> candidate = Answers<float>.Spoiled(
            (_, _) =>
            {
                calls++;
                stop.Cancel();
            },
            Forward);

        CheckResult result = CheckRun<float>.Of(candidate, Plan, stop: stop.Token);

        Assert.That((result.IsStopped, calls, result.Tallies.Sum(static tally => tally.Checked)), Is.EqualTo((true, 1, 1)));
    }

    private static InProcessCandidate<float> Right(Capabilities claims) => Answers<float>.Spoiled(static (_, _) => { }, claims);

    /// <summary>Declines some cases, and counts what it is asked.</summary>
    private sealed class Declining(ICandidate<float> inner, Predicate<Operands<float>> declines) : ICandidate<float>
    {
        public string Name => inner.Name;

        public Capabilities Capabilities => inner.Capabilities;

        public int Calls { get; private set; }

        public Reply Answer(Operands<float> operands, Span<float> result)
        {
            Calls++;
            return declines(operands) ? Reply.Unsupported : inner.Answer(operands, result);
        }

        public ImmutableArray<Reply> AnswerTogether(ImmutableArray<Operands<float>> operands, ImmutableArray<float[]> results) =>
            inner.AnswerTogether(operands, results);
    }
}
