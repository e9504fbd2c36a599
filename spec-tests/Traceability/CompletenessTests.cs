using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Traceability;

/// <summary>The checker is checked: with lists in which one thing is wrong at a time.</summary>
public sealed class CompletenessTests
{
    /// <summary>Each entry of the real catalogue carried by exactly what it owes.</summary>
    private static readonly Claim[] Complete =
    [
        .. from debt in Catalogue.Debts
           from claimant in debt.Owes switch { "code+test" => [Claimant.Code, Claimant.Test], "test" => [Claimant.Test],
               _ => Array.Empty<Claimant>() }
           select Claimed(debt.Label, debt.Id, claimant),
    ];

    [Test]
    public void A_complete_list_has_no_complaints() => Assert.That(Texts(Complete), Is.Empty);

    [Test]
    public void An_entry_without_code_is_reported() =>
        Assert.That(
            Texts([.. Complete.Where(c => (c.Id, c.By) != ("S2.04", Claimant.Code))]),
            Is.EqualTo(new[] { "S2.04 owes code: nothing in ReferenceConv carries [Formula(\"S2.04\")]" }));

    [Test]
    public void An_entry_without_a_test_is_reported() =>
        Assert.That(
            Texts([.. Complete.Where(c => (c.Id, c.By) != ("S0.08", Claimant.Test))]),
            Is.EqualTo(new[] { "S0.08 owes a test: no test that runs carries [Formula(\"S0.08\")]" }));

    [Test]
    public void An_erratum_without_a_test_is_reported() =>
        Assert.That(
            Texts([.. Complete.Where(c => c.Id != "E04"), Claimed("Erratum", "E04", Claimant.Code)]),
            Is.EqualTo(new[] { "E04 owes a test: no test that runs carries [Erratum(\"E04\")]" }));

    [Test]
    public void Every_single_claim_is_needed()
    {
        foreach (Claim removed in Complete)
        {
            (string Id, string Text)[] complaints = [.. Completeness.Complaints(Catalogue.Debts, [.. Complete.Where(c => c != removed)])];
            Assert.That(complaints.Select(c => c.Id), Is.EqualTo(new[] { removed.Id }));
        }
    }

    [TestCase("Formula", "S9.99"), TestCase("Formula", "E04"), TestCase("Erratum", "S2.04"), TestCase("Erratum", "E61")]
    public void A_claim_that_names_nothing_is_reported(string label, string id) =>
        Assert.That(
            Texts([.. Complete, Claimed(label, id, Claimant.Code)]),
            Is.EqualTo(new[] { $"CompletenessTests.Member claims [{label}(\"{id}\")], which does not exist" }));

    [Test]
    public void A_claim_of_context_is_reported() =>
        Assert.That(
            Texts([.. Complete, Claimed("Formula", "S0.04", Claimant.Test)]),
            Is.EqualTo(new[] { "CompletenessTests.Member claims S0.04, which is context: nothing computes it" }));

    [Test]
    public void A_label_on_something_that_does_not_run_is_reported() =>
        Assert.That(
            Texts([.. Complete, Claimed("Formula", "S2.04", Claimant.Neither)]),
            Is.EqualTo(new[] { "CompletenessTests.Member claims S2.04, but does not run as a test" }));

    [Test]
    public void Labels_are_read_off_code_and_off_tests_that_run()
    {
        Assert.That(
            Claim.In(typeof(FormulaAttribute).Assembly),
            Has.Member(new Claim("Formula", "S1.08", Claimant.Code, typeof(Echo<>), nameof(Echo<>.Heard))));
        Assert.That(
            Claim.In(typeof(CompletenessTests).Assembly),
            Has.Member(new Claim("Formula", "S1.05", Claimant.Test, typeof(SpecTests.Formulas.SumOfDiceTests),
                nameof(SpecTests.Formulas.SumOfDiceTests.Two_dice_show_2_to_12_in_36_ways))));
    }

    private static Claim Claimed(string label, string id, Claimant by) => new(label, id, by, typeof(CompletenessTests), "Member");

    private static string[] Texts(IReadOnlyList<Claim> claims) => [.. Completeness.Complaints(Catalogue.Debts, claims).Select(c => c.Text)];
}
