using System.Collections.Immutable;
using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Operators;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class RepeatedRuleTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly OperatorCase Forward = Instances.Small(ConvolutionOperator.Forward);

    public static IEnumerable<Rule<T>> Rules => RuleBook<T>.Repeated.Select(static repeated => repeated.Rule);

    [Test]
    public void A_right_candidate_breaks_none([ValueSource(nameof(Rules))] Rule<T> rule, [Values] ConvolutionOperator op) =>
        Assert.That(rule.Check(Answers<T>.Right, Instances.Small(op)).Standing, Is.AnyOf(Standing.Holds, Standing.NotApplicable));

    [Test]
    public void Every_rule_but_those_about_others_says_something_about_a_direct_forward_operator(
        [ValueSource(nameof(Rules))] Rule<T> rule) =>
        Assert.That(
            rule.Check(Answers<T>.Right, Forward).Standing,
            Is.EqualTo(rule is RefusalRule<T> or EmptyWindowRule<T> or DirectShapeRule<T> ? Standing.NotApplicable : Standing.Holds));

    [TestCase(ConvolutionOperator.Forward)]
    [TestCase(ConvolutionOperator.DataGradient)]
    [TestCase(ConvolutionOperator.WeightGradient)]
    public void One_of_three_that_is_wrong_in_the_same_way_everywhere_is_no_adjoint(ConvolutionOperator wrong)
    {
        InProcessCandidate<T> candidate = Answers<T>.Spoiled((operands, result) =>
        {
            for (int e = 0; e < result.Length; e++)
                result[e] *= operands.Operator == wrong ? T.CreateChecked(2) : T.One;
        });

        Finding finding = new AdjointRule<T>().Check(candidate, Forward);

        Assert.That((finding.Standing, finding.Fault), Is.EqualTo((Standing.Broken, AdjointFault(wrong))));
    }

    [Test]
    public void Three_that_are_wrong_together_are_adjoint_all_the_same_and_structure_sees_them()
    {
        InProcessCandidate<T> negative = Answers<T>.Spoiled(static (_, result) =>
        {
            for (int e = 0; e < result.Length; e++)
                result[e] = -result[e];
        });

        Assert.That(new AdjointRule<T>().Check(negative, Forward).Standing, Is.EqualTo(Standing.Holds));
        Assert.That(Instances.Broken(negative, Forward), Has.Member("structure"));
    }

    [TestCase(ConvolutionOperator.DataGradient, Standing.NotApplicable)]
    [TestCase(ConvolutionOperator.Forward, Standing.Broken)]
    public void An_operator_is_not_blamed_for_the_conduct_of_another(ConvolutionOperator throws, Standing standing)
    {
        InProcessCandidate<T> candidate = Answers<T>.Spoiled((operands, _) =>
        {
            if (operands.Operator == throws)
                throw new InvalidOperationException("not yet");
        });

        Assert.That(new AdjointRule<T>().Check(candidate, Forward).Standing, Is.EqualTo(standing));
    }

    [Test]
    public void Results_that_are_not_whole_are_no_adjoint() =>
        Assert.That(
            new AdjointRule<T>().Check(Answers<T>.Spoiled(static (_, result) => result[0] = T.CreateChecked(0.5)), Forward).Fault,
            Is.EqualTo("forward of whole numbers gives 0.5, which is none"));

    [Test]
    public void A_remembered_answer_is_seen_by_repeats_alone()
    {
        Dictionary<ConvolutionOperator, T[]> remembered = [];
        InProcessCandidate<T> candidate = Answers<T>.Spoiled((operands, result) =>
        {
            if (!operands.Inputs.All(
                static numbers => numbers.All(static number => T.IsInteger(number) && T.Abs(number) <= T.CreateChecked(31))))
                return;
            if (remembered.TryGetValue(operands.Operator, out T[]? before))
                before.CopyTo(result);
            else
                remembered[operands.Operator] = result.ToArray();
        });

        Assert.That(Instances.Broken(candidate, Forward), Is.Empty);
        remembered.Clear();
        Assert.That(new RepeatRule<T>().Check(candidate, Forward).Fault,
            Does.StartWith("with other numbers of the same shapes, after a first call: y["));
    }

    [Test]
    public void A_threshold_is_seen_by_linearity_alone()
    {
        var most = T.CreateChecked(33);
        InProcessCandidate<T> candidate = Answers<T>.OfNumbers((_, number) => T.IsInteger(number) && most <= number
            && number <= most + T.CreateChecked(2) ? most : number);
        OperatorCase instance = Instances.Pointwise(ConvolutionOperator.Forward, inputs: 500);

        Assert.That(Instances.Broken(candidate, instance), Is.Empty);
        Assert.That(new RepeatRule<T>().Check(candidate, instance).Standing, Is.EqualTo(Standing.Holds));
        Assert.That(new BilinearRule<T>().Check(candidate, instance).Fault, Does.StartWith("not linear in x: y[0, 0, "));
    }

    [Test]
    public void Linearity_is_not_asked_where_the_class_rounds_its_numbers()
    {
        Capabilities FewBits(int bits) => new() { Exactness = Exactness.Reduced(bits) };
        InProcessCandidate<T> Candidate(int bits) => Answers<T>.OfNumbers((_, number) => Answers<T>.Rounded(number, bits), FewBits(bits));

        Assert.That(new BilinearRule<T>().Check(Candidate(6), Forward).Standing, Is.EqualTo(Standing.Holds));
        Assert.That(new BilinearRule<T>().Check(Candidate(4), Forward).Standing, Is.EqualTo(Standing.NotApplicable));
    }

    [Test]
    public void Scratch_memory_shared_by_all_calls_is_seen_by_concurrent_calls_alone()
    {
        var candidate = new Meeting();

        Assert.That(Instances.Broken(candidate, Forward), Is.Empty);
        Assert.That(new RepeatRule<T>().Check(candidate, Forward).Standing, Is.EqualTo(Standing.Holds));
        Assert.That(new ConcurrencyRule<T>().Check(candidate, Forward).Fault, Does.StartWith("4 calls at once, call "));
    }

    [Test]
    public void Calls_at_once_are_not_asked_of_a_candidate_that_is_not_reentrant() =>
        Assert.That(
            new ConcurrencyRule<T>().Check(
                new InProcessCandidate<T>("alone", new ScalarConvolution<T>(), new Capabilities { IsReentrant = false }), Forward).Standing,
            Is.EqualTo(Standing.NotApplicable));

    [Test]
    public void An_order_of_summation_that_changes_is_reported_and_is_no_fault()
    {
        int call = 0;
        InProcessCandidate<T> candidate =
            Summation<T>.Candidate("now and then", (a, b) => Summation<T>.Named(call++ / 20 % 2 == 0 ? "in order" : "reversed")(a, b));

        Assert.That(Instances.Broken(candidate, Forward), Is.Empty);
        call = 0;
        Finding finding = new ReproducibleRule<T>().Check(candidate, Forward);
        Assert.That((finding.Standing, new ReproducibleRule<T>().Level), Is.EqualTo((Standing.Broken, RuleLevel.May)));
        Assert.That(finding.Fault, Does.Match(@"^y\[\d, \d, \d\] was .+, then .+$"));
    }

    private static string AdjointFault(ConvolutionOperator wrong)
    {
        var instance = new T[3][];
        long range = 31;   // 2·2·3 + 1 products of ±31 are exact in float
        (int Stream, int Length)[] arrays =
            [(0, Forward.Geometry.InputLength), (1, Forward.Geometry.WeightLength), (2, Forward.Geometry.OutputLength)];
        foreach ((int stream, int length) in arrays)
            instance[stream] = [.. Enumerable.Range(0, length).Select(
                e => T.CreateChecked(Draw.Odd((3 * Forward.Seed) + (ulong)stream, (ulong)e, range)))];
        T[] y = new Operands<T>(Forward.Geometry, ConvolutionOperator.Forward, false, instance[0], instance[1]).Apply(
            new ScalarConvolution<T>());
        long form = y.Zip(instance[2], static (one, two) => long.CreateChecked(one) * long.CreateChecked(two)).Sum();
        long Of(ConvolutionOperator op) => op == wrong ? 2 * form : form;
        return $"⟨y, g⟩ = {Of(ConvolutionOperator.Forward)}, ⟨x, dx⟩ = {Of(ConvolutionOperator.DataGradient)}, ⟨w, dw⟩ = {Of(ConvolutionOperator.WeightGradient)}";
    }

    /// <summary>All calls lay their operands down in one place; calls at once wait until all have.</summary>
    private sealed class Meeting : ICandidate<T>
    {
        private readonly InProcessCandidate<T> inner;
        private Barrier? everybody;
        private Operands<T>? scratch;

        public Meeting() => inner = new InProcessCandidate<T>(
            "meeting",
            (operands, result) =>
            {
                scratch = operands;
                everybody?.SignalAndWait();
                Answers<T>.Write(scratch, result);
            },
            Capabilities.Convolution);

        public string Name => inner.Name;

        public Capabilities Capabilities => inner.Capabilities;

        public Reply Answer(Operands<T> operands, Span<T> result) => inner.Answer(operands, result);

        public ImmutableArray<Reply> AnswerTogether(ImmutableArray<Operands<T>> operands, ImmutableArray<T[]> results)
        {
            using var barrier = new Barrier(operands.Length);
            everybody = barrier;
            ImmutableArray<Reply> replies = inner.AnswerTogether(operands, results);
            everybody = null;
            return replies;
        }
    }
}
