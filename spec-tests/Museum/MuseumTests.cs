using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Verification.Museum;

namespace ReferenceConv.SpecTests.Museum;

/// <summary>The judge is proven on exhibits: what is wrong is caught by the rule that should catch it, what is only unusual is not accused.</summary>
public sealed class MuseumTests
{
    private const int CasesToCatch = 200;
    private const int CasesToHold = 150;

    private static readonly TestCaseData[] Wrong = [.. MuseumBook.Wrong.Select(static exhibit => new TestCaseData(exhibit).SetArgDisplayNames(exhibit.Name))];
    private static readonly TestCaseData[] WrongInDouble = [.. MuseumBook.WrongInDouble.Select(static exhibit => new TestCaseData(exhibit).SetArgDisplayNames(exhibit.Name))];
    private static readonly TestCaseData[] Unusual = [.. MuseumBook.Unusual.Select(static exhibit => new TestCaseData(exhibit).SetArgDisplayNames(exhibit.Name))];

    [TestCaseSource(nameof(Wrong))]
    public void A_wrong_convolution_is_caught_by_the_rule_that_should(Exhibit<float> exhibit) => IsCaught(exhibit);

    [TestCaseSource(nameof(WrongInDouble))]
    public void A_shorter_format_inside_double_is_caught(Exhibit<double> exhibit) => IsCaught(exhibit);

    [TestCaseSource(nameof(Unusual))]
    public void An_unusual_convolution_is_not_accused(Exhibit<float> exhibit)
    {
        var hunt = Hunt.For(exhibit, CasesToHold);

        Assert.That(hunt.Rule, Is.Null, hunt.Fault);
    }

    private static void IsCaught<T>(Exhibit<T> exhibit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var hunt = Hunt.For(exhibit, CasesToCatch);

        TestContext.Out.WriteLine($"case {hunt.Case} | {hunt.Rule} | {hunt.Fault}");
        Assert.That(exhibit.CaughtBy, Has.Member(hunt.Rule ?? "no rule at all"), hunt.Fault);
    }
}
