using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Exec;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Candidates.Exec;

/// <summary>What the project itself brings as a command passes like anybody's.</summary>
[Platform(Exclude = "Win")]
public sealed class ExampleTests
{
    private const int Cases = 30;

    [Test]
    public void The_example_in_numpy_breaks_no_rule()
    {
        using var connection = new ExecConnection($"exec {Commands.Python()} '{Commands.Examples}/convolution.py'");

        Assert.That(connection.Hello.Name, Does.StartWith("numpy"));
        AssertHolds(new ExecCandidate<float>(connection), Cases);
        AssertHolds(new ExecCandidate<double>(connection), 5);
        AssertRefuses(new ExecCandidate<float>(connection));
    }

    [TestCase("scalar")]
    [TestCase("im2col")]
    public void Serve_breaks_no_rule(string convolution)
    {
        using var connection = new ExecConnection($"{Commands.Refconv} serve {convolution}");

        Assert.That(connection.Hello.Name, Is.EqualTo(convolution));
        AssertHolds(new ExecCandidate<float>(connection), Cases);
        AssertHolds(new ExecCandidate<double>(connection), 5);
        AssertRefuses(new ExecCandidate<float>(connection));
    }

    private static void AssertRefuses(ExecCandidate<float> candidate)
    {
        foreach (OperatorCase instance in Admitted(candidate.Capabilities).Take(6))
        {
            Finding finding = new RefusalRule<float>().Check(candidate, instance);
            Assert.That((finding.Standing, finding.Outputs), Is.EqualTo((Standing.Holds, instance.Geometry.Axes.Length == 1 ? 24 : 37)),
                $"{instance}: {finding.Fault}");
        }
    }

    private static void AssertHolds<T>(ICandidate<T> candidate, int cases)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int judged = 0;
        long started = Environment.TickCount64;
        foreach (OperatorCase instance in Admitted(candidate.Capabilities).Take(cases))
            foreach (DataRule<T> rule in RuleBook<T>.Data)
            {
                Finding finding = rule.Check(candidate, instance);
                Assert.That(finding.Standing, Is.AnyOf(Standing.Holds, Standing.NotApplicable),
                    $"{rule.Name}: {instance} ({instance.Origin!.Token}): {finding.Fault}");
                judged += finding.Standing == Standing.Holds ? 1 : 0;
            }

        Assert.That(judged, Is.GreaterThanOrEqualTo(4 * cases));
        TestContext.Out.WriteLine($"{candidate.Name}: {judged} calls, {1000.0 * judged / (Environment.TickCount64 - started):N0} a second");
    }

    private static IEnumerable<OperatorCase> Admitted(Capabilities capabilities)
    {
        for (int index = 0; ; index++)
            if (OperatorCase.Of(ConvolutionCase.Random(1, index), ConvolutionOperators.Trilinear[index % 3]) is { } instance
                && capabilities.Lacks(instance.Geometry, instance.Operator, instance.Flag) is null)
                yield return instance;
    }
}
