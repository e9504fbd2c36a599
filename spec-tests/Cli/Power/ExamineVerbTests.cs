using NUnit.Framework;
using ReferenceConv.Cli;

namespace ReferenceConv.SpecTests.Cli.Power;

/// <summary>The verb over very few faults; hundreds of them are in docs/power.md.</summary>
public sealed class ExamineVerbTests
{
    private const string Page = "# A page\n\n<!-- examination -->\nold\n<!-- end of examination -->\n\nThe rest.\n";

    [Test]
    public void It_prints_recall_and_writes_its_section_of_the_page_and_nothing_else()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("examine-tests-");
        try
        {
            string file = Path.Combine(folder.FullName, "power.md");
            File.WriteAllText(file, Page);

            (int exit, string output, string error) = Run("--faults", "2", "--seed", "5", "--out", file);

            string written = File.ReadAllText(file);
            Assert.That(exit, Is.Zero, output + error);
            Assert.That(output, Does.Contain("0 of 1 generated right convolutions were accused").And.Contain("default, mean of 1 seed: "));
            Assert.That(output.Split('\n'), Has.All.Length.LessThanOrEqualTo(80));
            Assert.That(written, Does.StartWith("# A page\n\n<!-- examination -->\n## Faults that nobody tuned it to\n").And.EndWith(
                "<!-- end of examination -->\n\nThe rest.\n"));
            Assert.That(written, Does.Not.Contain("\nold\n").And.Match(@"\n\| 4 \| [\d.]+ % \| [\d.]+ % \| "));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void Faults_of_one_operator_are_examined_alone()
    {
        (int exit, string output, string error) = Run("--faults", "2", "--seed", "5", "--operator", "data_gradient");

        Assert.That(exit, Is.Zero, output + error);
        Assert.That(output, Does.Match(@"\n +1 +\d of 2 [^\n]+ – +[\d.]+ +– +–\s*\n"));
    }

    [Test]
    public void A_page_without_the_section_is_refused_before_anything_is_asked()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "# Another page\n");

            (int exit, string output, string error) = Run("--out", file);

            Assert.That((exit, output), Is.EqualTo((2, "")));
            Assert.That(error, Is.EqualTo(
                $"refconv: --out must name a page with a section between <!-- examination --> and <!-- end of examination -->, was '{file}'\n"));
            Assert.That(File.ReadAllText(file), Is.EqualTo("# Another page\n"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("faults must be a whole number in 1..10000, was '0' (see refconv --help)", "--faults", "0")]
    [TestCase("seeds must be a whole number in 1..100, was '0' (see refconv --help)", "--seeds", "0")]
    [TestCase("--operator and --out exclude each other (see refconv --help)", "--operator", "forward", "--out", "page.md")]
    [TestCase(
        "operator must be one of forward, data_gradient, weight_gradient, bias_gradient, max_pooling, max_pooling_gradient, "
        + "average_pooling, average_pooling_gradient; was 'pooling'", "--operator", "pooling")]
    public void Bad_use_exits_2_with_one_line(string line, params string[] args) =>
        Assert.That(Run(args), Is.EqualTo((2, "", $"refconv: {line}\n")));

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exit = Program.Run(["examine", .. args], [ExamineVerb.Create()], output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
