using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Cli;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Power;

namespace ReferenceConv.SpecTests.Cli.Power;

/// <summary>The verb over a museum of rows written by hand: the real one takes a minute and is docs/power.md.</summary>
public sealed class PowerVerbTests
{
    private static readonly PowerRow Caught =
        Row("taps lost", isWrong: true, 7, "structure", extent: 3, 1, 2, null, 4, 5, 6) with { Report = "https://example.org/1" };
    private static readonly PowerRow CaughtLate =
        Row("a rare fault", isWrong: true, 41, "special values", extent: 9, null, null, null, null, null, null);
    private static readonly PowerRow InDouble =
        Row("rounded in double", isWrong: true, 2, "real numbers", extent: 4) with { NumberType = "float64" };
    private static readonly PowerRow Unusual = Row("sums in reverse", isWrong: false, null, null, extent: 0, null, null, null, 1, null, 3);
    private static readonly PowerRow Missed = Row("never seen", isWrong: true, null, null, extent: 0, null, null, null, null, null, null);
    private static readonly PowerRow Accused =
        Row("fused sums", isWrong: false, 3, "cancellation", extent: 2, null, null, null, null, null, null);

    [Test]
    public void When_all_are_caught_and_none_accused_it_exits_0()
    {
        (int exit, string output, string error) = Run([Caught, CaughtLate, InDouble, Unusual]);

        Assert.That((exit, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Match("""
            ^judge +caught  false alarms  cases: median  worst
            refconv         3 of 3        0 of 1              7     41
            refconv, float  2 of 2        0 of 1              7     41
            benchdnn        1 of 2        0 of 1              1      1
            XNNPACK         1 of 2        0 of 1              2      2
            hipDNN          0 of 2        0 of 1
            TOSA            1 of 2        1 of 1              4      4
            ONNX            1 of 2        0 of 1              5      5
            allclose        1 of 2        1 of 1              6      6
            Largest extent of the smallest case: median 4, worst 9\.
            Longest exhibit 0\.5 s, all \d+ s\.
            $
            """));
    }

    [Test]
    public void One_that_is_missed_is_named_and_exits_1()
    {
        (int exit, string output, string error) = Run([Caught, Missed, Unusual]);

        Assert.That((exit, error), Is.EqualTo((1, "")));
        Assert.That(output, Does.Contain("\n✗ missed: never seen\n"));
    }

    [Test]
    public void One_that_is_accused_is_named_and_exits_1()
    {
        (int exit, string output, string error) = Run([Caught, Accused, Unusual]);

        Assert.That((exit, error), Is.EqualTo((1, "")));
        Assert.That(output, Does.Contain("\n✗ accused of 'cancellation' in case 3: fused sums\n"));
    }

    [Test]
    public void When_none_is_caught_there_is_no_extent()
    {
        string page = Page([Missed, Unusual], out string output);

        Assert.That(output, Does.Not.Contain("extent"));
        Assert.That(page, Does.Not.Contain("extent"));
    }

    [Test]
    public void The_page_has_every_judge_and_every_exhibit()
    {
        string page = Page([Caught, Missed, InDouble, Unusual], out _);

        Assert.That(page, Does.StartWith("# How strong is the judge?\n\n"));
        Assert.That(page, Does.Contain("\n<!-- examination -->\n<!-- end of examination -->\n"));
        Assert.That(page, Does.Contain("\nMeasured on 3 wrong convolutions and 1 right but unusual ones "));
        Assert.That(page, Does.Contain("\n9 cases of seed 5; the right ones, and the policies below, "));
        Assert.That(
            page, Does.Contain("\n| refconv | 2 of 3 | 0 of 1 | 2 | 7 |\n| refconv, float exhibits only | 1 of 2 | 0 of 1 | 7 | 7 |\n"));
        Assert.That(
            page, Does.Contain("\nShrunk, the largest extent of a case is 3 in the median and 4 at worst. The longest exhibit took "));
        Assert.That(page, Does.Contain("\n| TOSA | U(−1, 1) | \\|error\\| ≤ 6k·2⁻²⁴·Σ max\\|x\\|·\\|w\\|, "));
        Assert.That(
            page, Does.Contain("\n| exhibit | refconv | by | shrunk to | benchdnn | XNNPACK | hipDNN | TOSA | ONNX | allclose |\n"));
        Assert.That(page, Does.Contain("\n| [taps lost](https://example.org/1) | 7 | structure | 3 | 1 | 2 | – | 4 | 5 | 6 |\n"));
        Assert.That(page, Does.Contain("\n| never seen | – | – | 0 | – | – | – | – | – | – |\n"));
        Assert.That(page, Does.Contain("\n| rounded in double (double) | 2 | real numbers | 4 |  |  |  |  |  |  |\n"));
        Assert.That(page, Does.EndWith("\n| sums in reverse | – | – | – | – | 1 | – | 3 |\n"));
    }

    [TestCase("<!-- examination -->\nfigures\n<!-- end of examination -->\n\n## By hand\n\n")]
    [TestCase("<!-- examination -->\n<!-- end of examination -->\n\n")]
    public void What_the_page_says_before_the_museum_stays(string kept)
    {
        const string museum = "The old museum.\n";
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"an old head\n{kept}## The museum\n{museum}");

            Run([Caught, Unusual], "--out", file);

            Assert.That(File.ReadAllText(file),
                Does.Contain($"\n\n{kept}## The museum\n\nMeasured ").And.Not.Contain("an old head").And.Not.Contain(museum));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("--out must name a file in a folder that exists, was '/no/such/folder/a.md'", "--out", "/no/such/folder/a.md")]
    [TestCase("--out must name a file, was the folder '/'", "--out", "/")]
    [TestCase("--out must name a file that can be written, was '/proc/a.md'", "--out", "/proc/a.md")]
    [TestCase("cases must be a whole number in 1..100000, was '0' (see refconv --help)", "--cases", "0")]
    [TestCase("cases must be a whole number in 1..100000, was '100001' (see refconv --help)", "--cases", "100001")]
    [TestCase("seed must be a whole number in 0..2⁶⁴−1, was 'x' (see refconv --help)", "--seed", "x")]
    [TestCase("Unrecognized command or argument 'more' (see refconv --help)", "more")]
    public void Bad_use_exits_2_with_one_line_before_anything_is_judged(string line, params string[] args)
    {
        (int exit, string output, string error) = Run((_, _, _) => throw new AssertionException("the museum was judged"), args);

        Assert.That(error, Is.EqualTo($"refconv: {line}\n"));
        Assert.That((exit, output), Is.EqualTo((2, "")));
    }

    private static string Page(ImmutableArray<PowerRow> rows, out string output)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("power-tests-");
        try
        {
            string file = Path.Combine(folder.FullName, "power.md");
            (_, output, _) = Run(rows, "--out", file, "--cases", "9", "--seed", "5");
            Assert.That(folder.GetFileSystemInfos(), Has.Length.EqualTo(1));
            return File.ReadAllText(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Exit, string Output, string Error) Run(ImmutableArray<PowerRow> rows, params string[] args) => Run(
        (_, finished, _) =>
        {
            foreach (PowerRow _ in rows)
                finished();
            return rows;
        },
        args);

    private static (int Exit, string Output, string Error) Run(
        Func<CheckPlan, Action, CancellationToken, ImmutableArray<PowerRow>> judge, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exit = Program.Run(["power", .. args], [PowerVerb.Create(exhibits: 4, judge)], output, error);
        return (exit, output.ToString(), error.ToString());
    }

    private static PowerRow Row(string exhibit, bool isWrong, int? here, string? by, int extent, params int?[] policies) =>
        new(exhibit, null, "float32", isWrong, new Detection(here, by, extent, Seconds: 0.5), [.. policies]);
}
