using System.Text.RegularExpressions;
using NUnit.Framework;
using ReferenceConv.Verification.Museum;
using ReferenceConv.Verification.Power;

namespace ReferenceConv.SpecTests.Cli.Power;

/// <summary>docs/power.md is about the museum as it is: whoever changes the museum measures again.</summary>
public sealed partial class PowerPageTests
{
    private const string Remedy = "write the page anew: dotnet run -c Release --project src/ReferenceConv.Cli -- power --out docs/power.md";

    private static readonly int Wrong = MuseumBook.Wrong.Length + MuseumBook.WrongInDouble.Length;
    private static readonly int Right = MuseumBook.Unusual.Length + MuseumBook.UnusualInDouble.Length;

    private static readonly Lazy<string[]> Lines = new(static () =>
    {
        string file = Path.Combine(Repository.Root, "docs", "power.md");
        Assert.That(file, Does.Exist, Remedy);
        return File.ReadAllLines(file);
    });

    [Test]
    public void The_page_names_the_exhibits_of_the_museum_in_order()
    {
        Assert.That(
            Exhibits("## Wrong convolutions"),
            Is.EqualTo(MuseumBook.Wrong.Select(static exhibit => exhibit.Name).Concat(
                MuseumBook.WrongInDouble.Select(static exhibit => $"{exhibit.Name} (double)"))),
            Remedy);
        Assert.That(
            Exhibits("## Right, and unusual"),
            Is.EqualTo(MuseumBook.Unusual.Select(static exhibit => exhibit.Name).Concat(
                MuseumBook.UnusualInDouble.Select(static exhibit => $"{exhibit.Name} (double)"))),
            Remedy);
    }

    [Test]
    public void Every_wrong_exhibit_is_caught_and_no_right_one_accused()
    {
        Assert.That(Lines.Value, Has.One.Matches($@"^Measured on {Wrong} wrong convolutions and {Right} right "), Remedy);
        Assert.That(Lines.Value, Has.One.Matches($@"^\| refconv \| {Wrong} of {Wrong} \| 0 of {Right} \| \d+ \| \d+ \|$"), Remedy);
        Assert.That(
            Lines.Value,
            Has.One.Matches($@"^\| refconv, float exhibits only \| {MuseumBook.Wrong.Length} of {MuseumBook.Wrong.Length} \| 0 of {MuseumBook.Unusual.Length} \| \d+ \| \d+ \|$"),
            Remedy);
    }

    [Test]
    public void Every_policy_has_judged_the_float_exhibits()
    {
        foreach (Policy policy in PolicyBook.All)
            Assert.That(
                Lines.Value,
                Has.One.Matches(
                    $@"^\| {policy.Name} \| \d+ of {MuseumBook.Wrong.Length} \| \d+ of {MuseumBook.Unusual.Length} \| \d+ \| \d+ \|$"),
                Remedy);
    }

    private static string[] Exhibits(string heading) =>
    [
        .. Lines.Value.SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(static line => !line.StartsWith('#'))
            .Where(static line => line.StartsWith('|'))
            .Skip(2)   // the headings, and the line below them
            .Select(static line => Link().Replace(line.Split('|')[1].Trim(), "$1")),
    ];

    [GeneratedRegex(@"^\[(.*)\]\(https:[^)]*\)")]
    private static partial Regex Link();
}
