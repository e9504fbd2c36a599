using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum;

namespace ReferenceConv.SpecTests.Museum;

/// <summary>What the museum holds, and the page that lists it.</summary>
public sealed partial class MuseumBookTests
{
    private const int LeastWrong = 66;
    private const int LeastUnusual = 14;

    /// <summary>Every wrong exhibit, whatever its number type, with what became of it.</summary>
    private static readonly Lazy<Row[]> Wrong = new(static () =>
    [
        .. MuseumBook.Wrong.AsParallel().AsOrdered().Select(
            static exhibit => new Row(exhibit.Name, exhibit.Report, exhibit.Lesson, exhibit.Claims, Hunts.Of(exhibit))),
        .. MuseumBook.WrongInDouble.AsParallel().AsOrdered().Select(
            static exhibit => new Row(exhibit.Name, exhibit.Report, exhibit.Lesson, exhibit.Claims, Hunts.Of(exhibit))),
    ]);

    /// <summary>Every unusual exhibit, whatever its number type.</summary>
    private static readonly (string Name, string Reason, Capabilities Claims)[] Unusual =
    [
        .. MuseumBook.Unusual.Select(static exhibit => (exhibit.Name, exhibit.Lesson, exhibit.Claims)),
        .. MuseumBook.UnusualInDouble.Select(static exhibit => (exhibit.Name, exhibit.Lesson, exhibit.Claims)),
    ];

    [Test]
    public void There_are_enough_exhibits()
    {
        Assert.That(Wrong.Value, Has.Length.AtLeast(LeastWrong));
        Assert.That(Unusual, Has.Length.AtLeast(LeastUnusual));
    }

    [Test]
    public void Every_exhibit_has_a_name_of_its_own() =>
        Assert.That(Wrong.Value.Select(static row => row.Name).Concat(Unusual.Select(static exhibit => exhibit.Name)), Is.Unique);

    [Test]
    public void A_report_is_an_address() =>
        Assert.That(
            MuseumBook.Wrong.Select(static exhibit => exhibit.Report).OfType<string>(),
            Is.Not.Empty.And.All.StartsWith("https://").And.All.Matches<string>(
                static report => Uri.IsWellFormedUriString(report, UriKind.Absolute)));

    [Test]
    public void What_is_wrong_names_who_catches_it_and_what_is_unusual_names_nobody()
    {
        Assert.That(MuseumBook.Wrong.Select(static exhibit => exhibit.CaughtBy), Is.All.Not.Empty);
        Assert.That(MuseumBook.WrongInDouble.Select(static exhibit => exhibit.CaughtBy), Is.All.Not.Empty);
        Assert.That(MuseumBook.Unusual.Select(static exhibit => exhibit.CaughtBy), Is.All.Empty);
        Assert.That(MuseumBook.UnusualInDouble.Select(static exhibit => exhibit.CaughtBy), Is.All.Empty);
    }

    [TestCaseSource(typeof(ConvolutionOperators), nameof(ConvolutionOperators.All))]
    public void Every_operator_has_wrong_and_unusual_exhibits_of_its_own(ConvolutionOperator op)
    {
        Assert.That(MuseumBook.Wrong.Where(exhibit => exhibit.Operators.Contains(op)), Is.Not.Empty);
        Assert.That(MuseumBook.Unusual.Where(exhibit => exhibit.Operators.Contains(op)), Is.Not.Empty);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Some_exhibit_is_caught_on_every_number_of_axes(int rank) =>
        Assert.That(Wrong.Value.Select(static row => row.Hunt.Rank), Has.Some.EqualTo(rank));

    [Test]
    public void The_page_lists_the_museum()
    {
        var page = new StringBuilder();
        int[] cases = [.. Wrong.Value.Select(static row => row.Hunt.Case).Order()];
        IEnumerable<KeyValuePair<string, int>> rules =
            Wrong.Value.CountBy(static row => row.Hunt.Rule ?? "nothing").OrderByDescending(static rule => rule.Value);
        page.AppendLine(
            $"""
            # The bug museum

            {cases.Length} wrong convolutions that the judge must catch, and {Unusual.Length} unusual ones that it must not accuse. A wrong one is asked the small cases
            of seed 1 one after the other, every operator it claims and every rule, until one is broken: the median is case {cases[cases.Length / 2]}, the worst case {cases[^1]}.
            A test writes this page: `REFCONV_WRITE_DOCS=1 dotnet test -c Release spec-tests --filter {nameof(The_page_lists_the_museum)}`.

            | rule | catches |
            |---|---|
            {string.Join('\n', rules.Select(static rule => $"| {rule.Key} | {rule.Value} |"))}

            ## Wrong

            | fault | met | what shows it | operators | caught by | in case |
            |---|---|---|---|---|---|
            """);
        foreach (Row row in Wrong.Value)
            page.AppendLine(
                $"| {row.Name} | {Link(row.Report)} | {row.Lesson} | {Operators(row.Claims)} | {row.Hunt.Rule} | {row.Hunt.Case} |");
        page.AppendLine(
            """

            ## Unusual

            | what is unusual | why it is right | operators |
            |---|---|---|
            """);
        foreach ((string name, string reason, Capabilities claims) in Unusual)
            page.AppendLine($"| {name} | {reason} | {Operators(claims)} |");

        Page.Check("museum.md", page.ToString(), static text => RacingCase().Replace(text, "|"));
    }

    private static string Link(string? report) => report is null ? "" : $"[{ShortName().Match(report).Value}]({report})";

    private static string Operators(Capabilities claims) =>
        claims.Operators.SequenceEqual(ConvolutionOperators.Trilinear)
            ? "forward and both gradients"
            : string.Join(", ", claims.Operators.Select(static op => op.Name()));

    /// <summary>When two threads meet depends on the machine.</summary>
    [GeneratedRegex(@"(?<=\| concurrent calls )\| \d+ \|")]
    private static partial Regex RacingCase();

    /// <summary>The project and the number of a report, or the file.</summary>
    [GeneratedRegex(@"(?<=github\.com/[^/]+/)[^/]+/(issues|pull)/\d+|[^/]+$")]
    private static partial Regex ShortName();

    private sealed record Row(string Name, string? Report, string Lesson, Capabilities Claims, Hunt Hunt);
}
