using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Checking;

namespace ReferenceConv.SpecTests.Verification.Checking;

public sealed class WordsTests
{
    [Test]
    public void Every_rule_of_conduct_has_a_name() =>
        Assert.That(
            Enum.GetValues<Conduct>().Select(Words.Of),
            Is.EquivalentTo(new[]
            {
                "returns", "returns in time", "stays in memory", "stays in its arrays", "repeats itself", "leaves its inputs",
                "speaks the protocol", "accepts what is valid",
            }));

    [TestCase(Conduct.ReturnsInTime, "returns in time")]
    [TestCase(Conduct.StaysInMemory, "stays in memory")]
    [TestCase(Conduct.LeavesItsInputs, "leaves its inputs")]
    public void A_name_says_the_rule(Conduct conduct, string name) => Assert.That(Words.Of(conduct), Is.EqualTo(name));
}
