using System.Diagnostics;
using NUnit.Framework;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Museum;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Checking;

public sealed class CheckRunTests
{
    private static readonly string[] Transforms =
        [.. MuseumBook.Unusual.Where(static exhibit => exhibit.Claims.Exactness.IsTransforming).Select(static exhibit => exhibit.Name)];

    private static readonly CheckPlan Plan = new(Seed: 1, Cases: 20, LayerMultiplyAdds: 0);

    [Test]
    public void A_right_candidate_holds_and_every_rule_about_numbers_was_asked_of_every_operator()
    {
        CheckResult result = CheckRun<float>.Of(Answers<float>.Right, Plan);

        Assert.That((result.Holds, result.IsEmpty, result.NumberType, result.Breaks.Length), Is.EqualTo((true, false, "float32", 0)));
        foreach (ConvolutionOperator op in ConvolutionOperators.All)
            Assert.That(result.Tallies.Where(tally => tally.Operator == op).Select(static tally => tally.Rule),
                Is.SupersetOf(RuleBook<float>.Data.Select(static rule => rule.Name)));
    }

    /// <summary>Other operators are asked about the precision of one operand on even seeds and of the other on odd ones.</summary>
    [Test]
    public void Operators_of_one_operand_are_asked_about_its_precision_on_every_case()
    {
        Capabilities poolings = new() { Operators = [ConvolutionOperator.MaxPooling, ConvolutionOperator.AveragePooling] };
        CheckResult result = CheckRun<float>.Of(Answers<float>.Spoiled(static (_, _) => { }, poolings), Plan with { Cases = 200 });

        foreach (ConvolutionOperator op in poolings.Operators)
        {
            int Checked(string rule) => result.Tallies.Single(tally => tally.Operator == op && tally.Rule == rule).Checked;
            Assert.That(Checked("precision of first"), Is.Positive.And.EqualTo(Checked("structure")), $"{op}");
        }
    }

    /// <summary>On exact integers, and on shapes as small as one product, a transform is exact too.</summary>
    [Test]
    public void A_transform_is_not_accused_of_what_it_does_on_small_shapes(
        [ValueSource(nameof(Transforms))] string name, [Values(1UL, 2UL, 3UL)] ulong seed)
    {
        ICandidate<float> transform = MuseumBook.Unusual.Single(exhibit => exhibit.Name == name).Candidate();
        CheckResult result = CheckRun<float>.Of(transform, new CheckPlan(seed, Cases: 600, LayerMultiplyAdds: 0));

        Assert.That(result.Breaks.Select(static broken => $"{broken.Rule} on {broken.First}: {broken.Finding.Fault}"), Is.Empty);
    }

    [Test]
    public void The_same_check_finds_the_same()
    {
        Capabilities forward = new() { Operators = [ConvolutionOperator.Forward] };
        InProcessCandidate<float> candidate =
            Answers<float>.Spoiled(static (operands, result) => result[^1] += operands.Geometry.Axes.Length == 2 ? 1 : 0, forward);
        string Found()
        {
            CheckResult result = CheckRun<float>.Of(candidate, Plan);
            return string.Join(
                '\n', result.Breaks.Select(static broken => $"{broken.Rule} {broken.CaseNumber} {broken.Smallest} {broken.Finding.Fault}"));
        }

        string first = Found();

        Assert.That(first, Does.Contain("structure"));
        Assert.That(Found(), Is.EqualTo(first));
    }

    [Test]
    public void A_change_that_only_one_rule_may_report_is_no_break_of_what_must_hold()
    {
        int call = 0;
        InProcessCandidate<float> wavering = Answers<float>.Spoiled(
            (_, result) =>
            {
                for (int e = 0; e < result.Length; e++)
                    result[e] = float.IsNormal(result[e]) && !float.IsInteger(result[e]) && call++ % 7 == 1
                        ? float.BitIncrement(result[e])
                        : result[e];
            },
            new Capabilities { Operators = [ConvolutionOperator.Forward], Exactness = Exactness.Reduced(20) });

        CheckResult result = CheckRun<float>.Of(wavering, Plan with { Cases = 40 });

        Assert.That(
            result.Breaks.Select(static broken => (broken.Rule, broken.Level)), Is.EqualTo(new[] { ("same bits again", RuleLevel.May) }));
        Assert.That(result.Holds);
    }

    /// <summary>"same bits again" may break; what it meets of rules of conduct binds all the same, whichever rule is asked first.</summary>
    [Test]
    public void Misconduct_that_a_rule_meets_which_may_break_is_a_break_of_what_must_hold()
    {
        var seen = new HashSet<(string, int)>();
        InProcessCandidate<float> wavering = Answers<float>.Spoiled(
            (operands, _) =>
            {
                bool isAgain = !seen.Add((operands.Geometry.ToString(), HashCode.Combine(operands.Inputs[0].Length, operands.Inputs[0].FirstOrDefault())));
                if (isAgain && operands.Inputs[0].Any(static number => !float.IsInteger(number)))
                    throw new InvalidOperationException("not twice");
            },
            new Capabilities { Operators = [ConvolutionOperator.Forward] });

        CheckResult result = CheckRun<float>.Of(wavering, Plan with { Cases = 40 });

        Assert.That(
            result.Breaks.Select(static broken => (broken.Rule, broken.BrokenRule, broken.Level)),
            Is.EqualTo(new[] { ("same bits again", "returns", RuleLevel.Must) }));
        Assert.That(result.Holds, Is.False);
    }

    [Test]
    public void An_operator_that_misbehaves_too_often_is_given_up_and_the_others_are_not()
    {
        int calls = 0;
        InProcessCandidate<float> candidate = Answers<float>.Spoiled(
            (operands, _) =>
            {
                if (operands.Operator != ConvolutionOperator.DataGradient)
                    return;
                calls++;
                throw new InvalidOperationException("not yet");
            },
            Capabilities.Convolution);

        CheckResult result = CheckRun<float>.Of(candidate, Plan);

        Assert.That(result.GivenUp, Is.EqualTo(new[] { ConvolutionOperator.DataGradient }));
        Assert.That(result.Breaks.Where(static broken => broken.First.Operator == ConvolutionOperator.DataGradient).Select(
            static broken => broken.BrokenRule), Is.All.EqualTo("returns"));
        Assert.That(result.Tallies.Single(
            static tally => tally is { Operator: ConvolutionOperator.WeightGradient, Rule: "structure" }).Held, Is.EqualTo(Plan.Cases));
    }

    [Test]
    public void A_check_that_is_stopped_has_what_was_found_until_then()
    {
        using var stop = new CancellationTokenSource();
        InProcessCandidate<float> wrong =
            Answers<float>.Spoiled(static (_, result) => result[^1] += 1, new Capabilities { Operators = [ConvolutionOperator.Forward] });
        double done = 0;

        CheckResult result = CheckRun<float>.Of(
            wrong,
            Plan with { LayerMultiplyAdds = 1000 },
            part =>
            {
                done += part;
                if (done > 3 * part - 1e-9)
                    stop.Cancel();
            },
            stop.Token);

        Assert.That((result.IsStopped, result.Cases.Length, result.Layers.Length), Is.EqualTo((true, 3, 0)));
        Assert.That(result.Breaks.Select(static broken => broken.Rule), Does.Contain("structure"));
    }

    [Test]
    public void A_check_that_is_stopped_shrinks_for_a_second_at_most()
    {
        using var stop = new CancellationTokenSource();
        InProcessCandidate<float> slow = Answers<float>.Spoiled(
            (_, result) =>
            {
                if (stop.IsCancellationRequested)
                    Thread.Sleep(200);
                result[^1] += 1;
            },
            Capabilities.Convolution);
        var watch = Stopwatch.StartNew();

        CheckResult result = CheckRun<float>.Of(
            slow,
            Plan,
            _ =>
            {
                watch.Restart();
                stop.Cancel();
            },
            stop.Token);

        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(3));
        Assert.That(result.Breaks, Has.Length.GreaterThan(20));
    }

    [Test]
    public void A_check_that_ends_by_itself_was_not_stopped() =>
        Assert.That(CheckRun<float>.Of(Answers<float>.Right, Plan with { Cases = 2 }).IsStopped, Is.False);

    [Test]
    public void All_parts_of_the_work_sum_to_1()
    {
        double done = 0;
        CheckRun<float>.Of(Answers<float>.Right, Plan with { Cases = 8 }, part => done += part);

        Assert.That(done, Is.EqualTo(1).Within(1e-12));
    }
}
