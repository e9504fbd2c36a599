using NUnit.Framework;
using ReferenceConv.SpecTests.Verification.Rules;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Checking;

public sealed class TallyTests
{
    [Test]
    public void Findings_are_counted_by_their_standing_and_keep_the_worst_of_each()
    {
        Tally tally = new Tally("structure", RuleLevel.Must, ConvolutionOperator.Forward)
            .With(new Finding(Standing.Holds) { Outputs = 5, Margin = 0.5, SmallestFault = 1, IsWeak = true })
            .With(new Finding(Standing.Broken) { Outputs = 7, Margin = 3, SmallestFault = 0.25 })
            .With(new Finding(Standing.Holds) { Outputs = 1, Margin = 1, SmallestFault = 2 })
            .With(Finding.NotApplicable)
            .With(Finding.NotApplicable)
            .With(Finding.Unsupported);

        Assert.That(tally, Is.EqualTo(new Tally("structure", RuleLevel.Must, ConvolutionOperator.Forward)
        {
            Held = 2,
            Broken = 1,
            NotApplicable = 2,
            Unsupported = 1,
            Weak = 1,
            Outputs = 13,
            Margin = 3,
            SmallestFault = 2,
        }));
        Assert.That(tally.Checked, Is.EqualTo(3));
    }

    [TestCase(null, "structure")]
    [TestCase(Conduct.StaysInItsArrays, "stays in its arrays")]
    public void A_break_is_called_by_the_conduct_if_that_is_what_broke(Conduct? conduct, string name)
    {
        OperatorCase instance = Instances.Small(ConvolutionOperator.Forward);
        var broken = new Break("structure", RuleLevel.Must, "look", 1, instance, instance,
            new Finding(Standing.Broken) { Conduct = conduct }, IsRepeatable: true);

        Assert.That(broken.BrokenRule, Is.EqualTo(name));
    }
}
