using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;
using ReferenceConv.Verification.Runs;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Runs;

public sealed class CounterexampleTests
{
    [Test]
    public void A_statement_that_holds_has_none() =>
        Assert.That(Counterexample.Smallest(static _ => null, seed: 1, cases: 50), Is.Null);

    [Test]
    public void The_smallest_case_is_found()
    {
        Counterexample? broken = Counterexample.Smallest(
            static instance => instance.Geometry.Axes.Any(static axis => axis.Stride > 2) ? "a stride above 2" : null,
            seed: 1,
            cases: 50);

        Assert.That(broken?.Case?.Geometry.ToString(), Is.EqualTo("N1 C1 K1 g1 | 1 k1 s3 d1 p0,0 → 1"));
        Assert.That(broken?.Fault, Is.EqualTo("a stride above 2"));
    }

    [Test]
    public void A_planted_fault_shrinks_to_one_tap()
    {
        Counterexample? broken = Counterexample.Smallest(
            static instance =>
                Comparison.Of(Planted.LastOutput, instance.Geometry, ConvolutionOperator.Forward, Fill.Structure, 1, instance.HasBias)
                .Fault(instance.Geometry, ConvolutionOperator.Forward),
            seed: 1,
            cases: 50);

        Assert.That(broken?.Case?.Token, Is.EqualTo("0"));
        Assert.That(broken?.Fault, Does.EndWith("1 of 1 outputs differ"));
    }

    [Test]
    public void What_a_statement_throws_is_a_fault()
    {
        Counterexample? broken = Counterexample.Smallest(static _ => throw new DivideByZeroException("by zero"), seed: 1, cases: 1);

        Assert.That(broken?.Fault, Is.EqualTo("DivideByZeroException: by zero"));
    }

    [Test]
    public void A_case_that_cannot_be_made_breaks_every_statement()
    {
        Counterexample? broken = Counterexample.Of(static _ => null, static () => throw new ArgumentException("stride must be ≥ 1, was 0"));

        Assert.That(broken, Is.EqualTo(new Counterexample(null, "ArgumentException: stride must be ≥ 1, was 0")));
    }

    [Test]
    public void Each_law_is_judged_alone()
    {
        ImmutableArray<Law> laws =
            [new("holds", static _ => null), new("breaks", static _ => "always"), new("holds too", static _ => null)];
        int finished = 0;

        ImmutableArray<Counterexample?> broken = LawRun.Of(laws, SmallCases.Of(seed: 1, count: 20), () => finished++);

        Assert.That(broken.Select(static found => found?.Case?.Token), Is.EqualTo(new[] { null, "0", null }));
        Assert.That(finished, Is.EqualTo(3));
    }
}
