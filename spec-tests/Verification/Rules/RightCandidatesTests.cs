using System.Numerics;
using NUnit.Framework;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class RightCandidatesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int CasesPerSeed = 35;
    private const long MostMultiplyAdds = 1500;
    private static readonly ulong[] Seeds = [1, 2, 3];

    public static IEnumerable<string> Orders => Summation<T>.All.Select(static sum => sum.Name);

    [TestCaseSource(nameof(Orders))]
    public void No_order_of_summation_is_accused(string order) => Ask(Summation<T>.Candidate(order, Summation<T>.Named(order)));

    [Test]
    public void The_scalar_operators_are_not_accused() => Ask(Answers<T>.Right);

    [Test]
    public void A_double_accumulator_may_claim_that_it_is_wide() =>
        Ask(Summation<T>.Candidate("double", Summation<T>.Named("double"), new Capabilities { Exactness = Exactness.WideAccumulator }));

    private static void Ask(InProcessCandidate<T> candidate)
    {
        int asked = 0;
        double margin = 0;
        double variance = 0;
        string worst = "";
        double marginOfMany = 0;
        foreach (ulong seed in Seeds)
            foreach (OperatorCase instance in Instances.Drawn(seed, CasesPerSeed, MostMultiplyAdds, candidate.Capabilities.Operators))
            {
                foreach (DataRule<T> rule in RuleBook<T>.Data)
                {
                    if (rule.Vector(instance, candidate.Capabilities) is not { } vector)
                        continue;
                    var result = new T[vector.Expected.Length];
                    Assert.That(candidate.Answer(vector.Operands, result), Is.EqualTo(Reply.Done));
                    Finding finding = Grader.Grade(vector, result);
                    Assert.That(finding.Standing, Is.EqualTo(Standing.Holds), $"{rule.Name} on {instance}: {finding.Fault}");
                    double ratio = vector.VarianceLimit > 0 ? Variance(vector, result) / vector.VarianceLimit : 0;
                    marginOfMany = instance.MostTerms >= 8 ? Math.Max(marginOfMany, finding.Margin) : marginOfMany;
                    worst = ratio > variance ? $"{rule.Name} on {instance}" : worst;
                    (margin, variance) = (Math.Max(margin, finding.Margin), Math.Max(variance, ratio));
                }

                foreach (CheckedRule<T> repeated in RuleBook<T>.Repeated.Where(repeated => repeated.Every == 1
                    || asked % (4 * repeated.Every) == 0))
                    Assert.That(repeated.Rule.Check(candidate, instance).Fault, Is.Null, $"{repeated.Rule.Name} on {instance}");
                asked++;
            }

        Assert.That(asked, Is.GreaterThanOrEqualTo(300));
        TestContext.Out.WriteLine($"{typeof(T).Name} {candidate.Name} {candidate.Capabilities.Exactness}: {asked} cases, margin ≤ {margin:G3} ({marginOfMany:G3} of 8 terms and more), variance ≤ {variance:G3} of its limit ({worst})");
    }

    private static double Variance(TestVector<T> vector, T[] result) => vector.Deviation is not { } deviation
        ? 0
        : result.Select((got, e) => deviation[e] > 0
            ? Math.Pow((double.CreateChecked(got) - vector.Expected[e]) / deviation[e], 2)
            : 0).Sum();
}
