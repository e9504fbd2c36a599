using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.NUnit;

/// <summary>
/// The conformance kit: inherit it and supply a convolution, and each rule is a test.
/// <code>
/// public sealed class MyConvolutionConformance : ConvolutionConformance&lt;float&gt;
/// {
///     protected override IConvolution&lt;float&gt; Convolution { get; } = new MyConvolution();
/// }
/// </code>
/// </summary>
/// <remarks>
/// <c>Must_…</c>: a convolution that breaks it is wrong. <c>May_…</c>: it may do otherwise, which is a warning. <c>Claims_…</c>: how many
/// cases asked it, or skipped with the reason <c>not claimed</c>. <c>Untested_…</c>: matters, and nobody looks; always skipped. The check
/// runs once for all tests of a fixture, with the cases that the command line asks.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public abstract class ConvolutionConformance<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Lazy<Setup<T>> setup;
    private readonly Lazy<string?> fault;
    private readonly Lazy<CheckResult> result;

    /// <summary>Nothing is made or asked before the first test runs.</summary>
    protected ConvolutionConformance()
    {
        setup = new(() => new Setup<T>(Convolution, Pooling, Computation, Claims, Plan));
        fault = new(() => setup.Value.Fault());
        result =
            new(() => CheckRun<T>.Of(new InProcessCandidate<T>(GetType().Name, setup.Value.Compute, setup.Value.Claims), setup.Value.Plan));
    }

    /// <summary>One test per rule, for example <c>Must_structure</c>.</summary>
    public static IEnumerable<TestCaseData> Rules =>
        RuleBook<T>.All.Select(static rule => new TestCaseData(rule).SetName(Named(rule.Level.ToString(), rule.Name)));

    /// <summary>One test per thing that can be claimed, for example <c>Claims_groups</c>.</summary>
    public static IEnumerable<TestCaseData> Claimable =>
        Claim.All.Select(static claim => new TestCaseData(claim.Name).SetName(Named("Claims", claim.Name)));

    /// <summary>One test per thing that no rule looks at, for example <c>Untested_speed</c>.</summary>
    public static IEnumerable<TestCaseData> Unchecked =>
        RuleBook<T>.Untested.Select(static what => new TestCaseData(what).SetName(Named(nameof(RuleLevel.Untested), what.Split(':')[0])));

    /// <summary>The convolution to check; null if there is none.</summary>
    protected virtual IConvolution<T>? Convolution => null;

    /// <summary>The pooling to check; null if there is none.</summary>
    protected virtual IPooling<T>? Pooling => null;

    /// <summary>
    /// In place of an interface, one function that answers every claimed operator that <see cref="Convolution"/> and <see cref="Pooling"/>
    /// do not have.
    /// </summary>
    protected virtual Computation<T>? Computation => null;

    /// <summary>
    /// What is claimed. Unless overridden, everything that the given interfaces have, and the three operators of a convolution where there
    /// is only a <see cref="Computation"/>. To claim less: <c>base.Claims with { Groups = false }</c>.
    /// </summary>
    protected virtual Capabilities Claims => Capabilities.Convolution with
    {
        Operators =
        [
            .. Convolution is not null || (Pooling is null && Computation is not null) ? ConvolutionOperators.Trilinear : [],
            .. Pooling is not null ? ConvolutionOperators.Pooling : [],
        ],
    };

    /// <summary>Seed and amount; the amount of the command line unless overridden.</summary>
    protected virtual CheckPlan Plan => new();

    /// <summary>The user's own mistakes come first: nothing given, nothing claimed, or something claimed that nothing answers.</summary>
    [Test]
    public void The_claims_fit_the_candidate()
    {
        FailOnFault();
        Capabilities claims = setup.Value.Claims;
        TestContext.Out.WriteLine($"class {claims.Exactness}; padding {claims.Padding}, in the data gradient {claims.DataGradientPadding}");
    }

    /// <summary>A rule, over all cases and operators.</summary>
    [TestCaseSource(nameof(Rules))]
    public void A_rule_holds(Rule<T> rule)
    {
        CheckResult check = Check();
        Tally[] tallies = [.. check.Tallies.Where(tally => tally.Rule == rule.Name)];
        foreach (Tally tally in tallies)
            TestContext.Out.WriteLine($"{tally.Operator.Name()}: {Looked(tally)}");

        if (tallies.Any(static tally => tally.Broken > 0))
            Report(rule, check);
        else if (tallies.Sum(static tally => tally.Checked) == 0)
            Assert.Ignore(Claim.WhyUnasked(rule, check.Capabilities));
    }

    /// <summary>What is claimed is asked, and what is not claimed is counted as skipped.</summary>
    [TestCaseSource(nameof(Claimable))]
    public void A_claim_is_asked(string name)
    {
        Claim claim = Claim.All.Single(claim => claim.Name == name);
        CheckResult check = Check();
        if (!claim.IsMadeBy(check.Capabilities))
            Assert.Ignore($"not claimed: {name}");
        int cases = claim.CasesOf(check);
        if (cases == 0)
            Assert.Ignore($"claimed, but asked by none of {check.Cases.Length} cases: {name}");
        TestContext.Out.WriteLine($"asked by {cases} cases: {name}");
    }

    /// <summary>What matters and is not looked at is counted as skipped.</summary>
    [TestCaseSource(nameof(Unchecked))]
    public void Nobody_looks(string what) => Assert.Ignore($"untested: {what}");

    private static string Named(string first, string rest) => $"{first}_{rest.Replace(' ', '_')}";

    private static string Looked(Tally tally) =>
        $"held in {tally.Held} of {tally.Checked} cases, {tally.Outputs} results, greatest error/bound {tally.Margin:G3}, "
        + $"{tally.Weak} weak, {tally.NotApplicable} not applicable";

    private static void Report(Rule<T> rule, CheckResult check)
    {
        string text = Failure.Text(rule, check);
        if (check.Breaks.Any(broken => broken.Rule == rule.Name && broken.Level == RuleLevel.Must))
            Assert.Fail(text);
        else
            Assert.Warn(text);
    }

    private void FailOnFault()
    {
        if (fault.Value is { } text)
            Assert.Fail(text);
    }

    private CheckResult Check()
    {
        FailOnFault();
        Assert.That(result.Value.IsEmpty, Is.False, "nothing was asked: the time of the plan was over, or the candidate answered nothing");
        return result.Value;
    }
}
