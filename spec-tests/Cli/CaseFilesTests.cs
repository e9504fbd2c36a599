using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;
using ReferenceConv.Cli;
using ReferenceConv.SpecTests.Candidates.Exec;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Exchange;
using ReferenceConv.Verification.Files;

namespace ReferenceConv.SpecTests.Cli;

/// <summary>cases → answers → judge.</summary>
public sealed class CaseFilesTests
{
    private string parent = "";
    private string folder = "";

    [SetUp]
    public void NameAFolder()
    {
        parent = Directory.CreateTempSubdirectory("case-files-").FullName;
        folder = Path.Combine(parent, "cases");
    }

    [TearDown]
    public void RemoveTheFolder() => Directory.Delete(parent, recursive: true);

    [TestCase("float32")]
    [TestCase("float64")]
    public void Right_results_exit_0_with_counts_by_operator(string type)
    {
        Assert.That(
            Run("cases", "--out", folder, "--count", "12", "--type", type),
            Is.EqualTo(
                (0, $"{folder}: 12 vectors. Write each result into its folder (docs/files.md), then: refconv judge {folder}\n", "")));
        AnswerAsExpected(type);

        Assert.That(
            Run("judge", folder),
            Is.EqualTo((0, "forward: 4 right, 0 wrong, 0 missing\ndata gradient: 4 right, 0 wrong, 0 missing\nweight gradient: 4 right, 0 wrong, 0 missing\n12 vectors: 12 right, 0 wrong, 0 missing\n", "")));
    }

    [Test]
    public void A_falsified_result_exits_1_and_is_named()
    {
        Run("cases", "--out", folder, "--count", "6", "--operator", "forward", "--rank", "1");
        AnswerAsExpected("float32");
        int[] shape = Falsify("0001", "y.npy");

        (int exit, string output, _) = Run("judge", folder);

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(output, Does.Match(@$"^✗ 0001 forward, structure, N.*\(case [\w-]+\): y\[{shape[0] - 1}, {shape[1] - 1}, {shape[2] - 1}\] expected -?\d+, got .*; 1 of {shape[0] * shape[1] * shape[2]:N0} outputs are wrong\n"));
        Assert.That(output, Does.EndWith("6 vectors: 5 right, 1 wrong, 0 missing\n"));
    }

    [Test]
    public void What_must_come_out_is_not_taken_from_the_files()
    {
        Run("cases", "--out", folder, "--count", "2", "--operator", "forward", "--rank", "1");
        AnswerAsExpected("float32");
        Falsify("0001", "y.npy");
        Falsify("0001", "expected.npy");

        Assert.That(Run("judge", folder).Exit, Is.EqualTo(1));
    }

    [Test]
    public void A_missing_result_exits_1_and_one_that_is_unsupported_does_not()
    {
        Run("cases", "--out", folder, "--count", "3");
        AnswerAsExpected("float32");
        File.Delete(Path.Combine(folder, "0002", "dx.npy"));
        Assert.That(Run("judge", folder).Output, Does.EndWith("3 vectors: 2 right, 0 wrong, 1 missing\n"));
        Assert.That(Run("judge", folder).Exit, Is.EqualTo(1));

        File.WriteAllText(Path.Combine(folder, "0002", "unsupported"), "");
        Assert.That(Run("judge", folder).Output, Does.EndWith("3 vectors: 2 right, 0 wrong, 1 unsupported, 0 missing\n"));
        Assert.That(Run("judge", folder).Exit, Is.Zero);
    }

    [Test]
    public void The_example_in_numpy_answers_all_right()
    {
        Run("cases", "--out", folder, "--count", "60");

        Assert.That(Commands.Run($"{Commands.Python()} '{Commands.Examples}/answer_files.py' '{folder}'"), Is.EqualTo((0, "")));
        Assert.That(Run("judge", folder).Output, Does.EndWith("60 vectors: 60 right, 0 wrong, 0 missing\n"));
    }

    [Test]
    public void Every_rule_rank_and_operator_asked_for_is_there_with_zeros_borders_and_without_tiles()
    {
        FileVector[] vectors = [.. new CaseChoice(1, 200, ConvolutionOperators.Trilinear, [1, 3]).Vectors()];

        Assert.That(vectors, Has.Length.EqualTo(200));
        Assert.That(vectors.CountBy(static vector => vector.Operator).Select(static counted => counted.Value).ToArray(),
            Has.Length.EqualTo(3).And.All.GreaterThan(50));
        Assert.That(vectors.CountBy(static vector => vector.Rule).Select(static counted => counted.Value).ToArray(),
            Has.Length.EqualTo(8).And.All.GreaterThan(10));
        Assert.That(vectors.Select(static vector => vector.Case.Geometry.Axes.Length).Distinct().Order(), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(vectors.SelectMany(static vector => vector.Case.Geometry.Axes).Select(
            static axis => (axis.Border, axis.Tile)).Distinct(), Has.Exactly(1).Items);
        Assert.That(vectors.Select(static vector => vector.Case.Token).Distinct().Count(), Is.GreaterThan(190));
    }

    [Test]
    public void The_same_seed_writes_the_same_files()
    {
        string again = Path.Combine(parent, "again");
        Run("cases", "--out", folder, "--count", "5", "--seed", "7");
        Directory.CreateDirectory(again);
        Run("cases", "--out", again, "--count", "5", "--seed", "7");

        Assert.That(Contents(again), Is.EqualTo(Contents(folder)));
        Assert.That(Directory.GetDirectories(parent), Has.Length.EqualTo(2));   // no neighbour is left
    }

    [Test]
    public void A_damaged_index_exits_2_with_one_line()
    {
        Run("cases", "--out", folder, "--count", "3");
        AssertRefused($"{folder}: at least one folder must hold a result to judge, none of 3 does");

        AnswerAsExpected("float32");
        string index = Path.Combine(folder, "index.json");
        string text = File.ReadAllText(index);
        AssertIndexRefused(text[..^1], "must be a JSON object, was ");
        AssertIndexRefused(text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal), "format must be 1, was 2");
        AssertIndexRefused(text.Replace("float32", "half", StringComparison.Ordinal), "type must be float32 or float64, was 'half'");
        AssertIndexRefused(text.Replace("\"0001\"", "\"../a\"", StringComparison.Ordinal), "folder must be four digits, was '../a'");
        AssertIndexRefused(text.Replace("\"forward\"", "\"backward\"", StringComparison.Ordinal), "operator must be one of ");
        AssertIndexRefused(
            text.Replace("\"case\": \"", "\"case\": \"@", StringComparison.Ordinal), "a case token must be base64url text, was '@");
        AssertIndexRefused(
            text.Replace("\"0002\"", "\"0001\"", StringComparison.Ordinal), "folder must be listed once, 0001 was listed 2 times");
        AssertIndexRefused("""{"format":1,"type":"float32","vectors":[]}""", "vectors must be at least one, were none");
        File.WriteAllText(index, text.Replace("\"structure\"", "\"stricture\"", StringComparison.Ordinal));
        Assert.That(Run("judge", folder).Error,
            Does.Match("^refconv: 0001: the rule must be one that says something about forward of case [\\w-]+, was 'stricture'\n$"));

        File.Delete(index);
        AssertRefused($"{folder}: a folder of cases must hold index.json, as refconv cases writes it");
    }

    [Test]
    public void A_damaged_result_is_a_verdict_of_its_own_and_the_others_are_judged()
    {
        Run("cases", "--out", folder, "--count", "7", "--operator", "forward", "--rank", "1");
        AnswerAsExpected("float32");
        string Result(string of) => Path.Combine(folder, of, "y.npy");
        Falsify("0001", "y.npy");
        File.WriteAllBytes(Result("0002"), File.ReadAllBytes(Result("0002"))[..^1]);
        File.WriteAllText(Result("0003"), "junk");
        File.Copy(Path.Combine(folder, "0004", "expected.npy"), Result("0004"), overwrite: true);
        Npy.Write<float>(Result("0005"), [1, 1], [1]);
        File.Delete(Result("0006"));
        Directory.CreateDirectory(Result("0006"));

        (int exit, string output, string error) = Run("judge", folder);

        Assert.That((exit, error), Is.EqualTo((1, "")));
        string[] lines = output.Split('\n');
        Assert.That(lines[0], Does.Match("^✗ 0001 .* outputs are wrong$"));
        Assert.That(lines[1], Does.Match(@$"^✗ 0002 forward, precision of first, N.*\(case [\w-]+\): {Regex.Escape(Result("0002"))}: "));
        Assert.That(lines[2], Does.EndWith($": {Result("0003")}: magic and version must be 8 bytes, the file ends after 4"));
        Assert.That(lines[3], Does.EndWith($": {Result("0004")}: descr must be '<f4', was '<f8'"));
        Assert.That(lines[4], Does.Match($": {Regex.Escape(Result("0005"))}: shape must be .*, was \\(1, 1\\)$"));
        Assert.That(lines[5], Does.EndWith($": {Result("0006")}: must be a file, is a folder"));
        Assert.That(lines[7], Is.EqualTo("7 vectors: 1 right, 1 wrong, 5 damaged, 0 missing"));
    }

    [Test]
    public void A_pipe_is_not_waited_for_nor_a_link_to_one()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("no named pipes in folders on Windows");
        Run("cases", "--out", folder, "--count", "1", "--operator", "forward");
        string pipe = Path.Combine(parent, "pipe");
        Commands.Run($"mkfifo '{pipe}'");
        string result = Path.Combine(folder, "0001", "y.npy");
        File.CreateSymbolicLink(result, pipe);
        string damaged = $": {result}: an .npy file must hold a header, holds 0 bytes\nforward: 0 right, 0 wrong, 1 damaged, 0 missing\n1 vector: 0 right, 0 wrong, 1 damaged, 0 missing\n";
        Assert.That(Run("judge", folder).Output, Does.EndWith(damaged));
        Commands.Run($"rm '{result}'; mkfifo '{result}'");
        Assert.That(Run("judge", folder).Output, Does.EndWith(damaged));

        string index = Path.Combine(folder, "index.json");
        Commands.Run($"rm '{index}'; mkfifo '{index}'");
        AssertRefused($"{index}: must be a file with a JSON object in it, holds 0 bytes");
        File.Delete(index);
        File.CreateSymbolicLink(index, pipe);
        AssertRefused($"{index}: must be a file with a JSON object in it, holds 0 bytes");
    }

    [Test]
    public void Files_may_be_links()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("links need a privilege on Windows");
        Run("cases", "--out", folder, "--count", "1", "--operator", "forward");
        AnswerAsExpected("float32");
        foreach (string name in new[] { "index.json", "0001/y.npy" })
        {
            string elsewhere = Path.Combine(parent, Path.GetFileName(name));
            File.Move(Path.Combine(folder, name), elsewhere);
            File.CreateSymbolicLink(Path.Combine(folder, name), elsewhere);
        }

        Assert.That(Run("judge", folder).Output, Does.EndWith("1 vector: 1 right, 0 wrong, 0 missing\n"));
    }

    [TestCase("count must be in 1..9999, was 0", "--count", "0")]
    [TestCase("count must be in 1..9999, was 10000", "--count", "10000")]
    [TestCase("ranks must be of 1, 2, 3; were 4", "--rank", "4")]
    [TestCase("type must be float32 or float64, was 'half'", "--type", "half")]
    [TestCase("--rank must be a 32-bit integer, was 'two' (see refconv --help)", "--rank", "two")]
    [TestCase("seed must be a whole number in 0..2⁶⁴−1, was '-1' (see refconv --help)", "--seed", "-1")]
    public void Bad_use_exits_2_with_one_line(string line, params string[] args)
    {
        Assert.That(Run(["cases", "--out", folder, .. args]), Is.EqualTo((2, "", $"refconv: {line}\n")));
        Assert.That(Directory.EnumerateFileSystemEntries(parent), Is.Empty);
    }

    [Test]
    public void A_folder_that_holds_something_is_left_alone()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "mine"), "");

        Assert.That(Run("cases", "--out", folder),
            Is.EqualTo((2, "", $"refconv: the folder for the cases must not exist or be empty, was '{folder}'\n")));
        Assert.That(Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName), Is.EqualTo(new[] { "mine" }));
        Assert.That(
            Run("cases", "--out", $"{parent}/no/such"),
            Is.EqualTo((2, "", $"refconv: the folder for the cases must lie in a folder that exists, was '{parent}/no/such'\n")));
    }

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        int exit = Program.Run(args, [CasesVerb.Create(), JudgeVerb.Create()], output, error);
        return (exit, output.ToString(), error.ToString());
    }

    private static string[] Contents(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(File.ReadAllBytes(file))}")];

    /// <summary>Rounds expected.npy to the type and writes it as the result.</summary>
    private void AnswerAsExpected(string type)
    {
        foreach (string of in Directory.GetDirectories(folder))
        {
            (string name, int[] shape) = Result(of);
            double[] expected = Npy.Read<double>(Path.Combine(of, "expected.npy"), shape);
            if (type == "float32")
                Npy.Write<float>(Path.Combine(of, name), shape, Array.ConvertAll(expected, static number => (float)number));
            else
                Npy.Write<double>(Path.Combine(of, name), shape, expected);
        }
    }

    /// <summary>Changes the exponent of the last number.</summary>
    private int[] Falsify(string of, string name)
    {
        string file = Path.Combine(folder, of, name);
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 0x40;
        File.WriteAllBytes(file, bytes);
        return Result(Path.Combine(folder, of)).Shape;
    }

    private static (string File, int[] Shape) Result(string of)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(of, "case.json")));
        JsonElement result = document.RootElement.GetProperty("result");
        return (result.GetProperty("file").GetString()!,
            [.. result.GetProperty("shape").EnumerateArray().Select(static size => size.GetInt32())]);
    }

    private void AssertIndexRefused(string text, string rule)
    {
        string index = Path.Combine(folder, "index.json");
        File.WriteAllText(index, text);
        (int exit, string output, string error) = Run("judge", folder);
        Assert.That(error, Does.Match($"^refconv: {Regex.Escape(index)}:? {Regex.Escape(rule)}.*\n$"));
        Assert.That((exit, output), Is.EqualTo((2, "")));
    }

    private void AssertRefused(string line) => Assert.That(Run("judge", folder), Is.EqualTo((2, "", $"refconv: {line}\n")));
}
