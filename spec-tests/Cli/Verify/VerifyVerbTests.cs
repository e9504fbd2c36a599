using System.Text.Json;
using NUnit.Framework;
using ReferenceConv.Cli;
using ReferenceConv.Fast;
using ReferenceConv.SpecTests.Verification.Runs;
using ReferenceConv.Verification.Laws;

namespace ReferenceConv.SpecTests.Cli.Verify;

public sealed class VerifyVerbTests
{
    private static readonly string[] SmallLayer = ["verify", "--quick", "--network", "MobileNetV2", "--layer", "b15.depthwise"];

    [Test]
    public void A_right_candidate_exits_0_with_counts_in_the_last_line()
    {
        (int exit, string output, string error) = Run(new Im2ColConvolution<float>(), SmallLayer);

        Assert.That(exit, Is.Zero);
        Assert.That(output.TrimEnd().Split('\n')[^1],
            Does.Match(@"^1 network, 1 layer, 3 operators, 102,720 outputs compared: 0 differences\. Seed 1, \d+ s\.$"));
        Assert.That(Without(error), Is.Empty);
    }

    [Test]
    public void A_wrong_candidate_exits_1_and_names_layer_operator_output_and_the_smallest_case()
    {
        (int exit, string output, _) = Run(Planted.LastOutput, SmallLayer);

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(output, Does.Match(@"✗ MobileNetV2 b15\.depthwise, forward, structure fill: y\[0, 959, 6, 6\] expected -?\d+, got -?\d+; 1 of 47,040 outputs differ"));
        Assert.That(output, Does.Contain("  replay: refconv verify --replay 0\n"));
        Assert.That(output, Does.Contain("1 operator broken. Seed 1"));
    }

    [Test]
    public void A_candidate_that_is_wrong_only_on_large_layers_is_replayed_on_its_layer()
    {
        var candidate = new Planted(static (geometry, y) =>
        {
            if (geometry.InChannels > 500)
                y[0] += 1;
        });

        (int exit, string output, _) = Run(candidate, SmallLayer);

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(output,
            Does.Contain("  no small case breaks; again: refconv verify --network MobileNetV2 --layer b15.depthwise --seed 1 --quick\n"));
    }

    [Test]
    public void A_candidate_that_throws_exits_1()
    {
        (int exit, string output, string error) = Run(new Planted(static (_, y) => y[y.Length] = 0), SmallLayer);

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(output, Does.Contain(
            "forward, structure fill: the candidate threw IndexOutOfRangeException: Index was outside the bounds of the array."));
        Assert.That(Without(error), Is.Empty);
    }

    [Test]
    public void Too_little_memory_exits_2_with_one_line()
    {
        (int exit, _, string error) = Run(new Planted(static (_, _) => throw new InsufficientMemoryException()), SmallLayer);

        Assert.That((exit, error), Is.EqualTo((2, "refconv: not enough memory for these sizes\n")));
    }

    [Test]
    public void The_forward_direction_of_a_transposed_layer_is_called_so()
    {
        (int exit, string output, _) = Run(Planted.LastOutput, "verify", "--quick", "--network", "u-net", "--layer", "UP1");

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(output, Does.Contain("✗ U-Net up1, transposed data gradient, structure fill: y[0, 127,"));
    }

    [Test]
    public void A_replay_runs_every_operator_and_law_of_one_case()
    {
        (int right, string holds, _) = Run(new Im2ColConvolution<float>(), "verify", "--replay", "0");
        (int wrong, string broken, _) = Run(Planted.LastOutput, "verify", "--replay", "0");

        Assert.That(right, Is.Zero);
        Assert.That(holds, Does.EndWith("3 operators × 3 fills, 1 law: 0 broken.\n"));
        Assert.That(wrong, Is.EqualTo(1));
        Assert.That(broken, Does.Contain("✗ forward, structure fill: y[0, 0, 0]"));
        Assert.That(broken, Does.EndWith("3 operators × 3 fills, 1 law: 3 broken.\n"));
    }

    [Test]
    public void A_replay_exits_1_when_a_law_is_broken()
    {
        (int exit, string output, _) = Run(new Im2ColConvolution<float>(), "verify", "--replay", "Ag");   // three axes

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(output, Does.Contain("✗ law 'There are fewer than three axes': there are 3\n"));
    }

    [Test]
    public void Redirected_output_has_no_escape_codes_and_fits_80_columns()
    {
        (_, string output, _) = Run(new Im2ColConvolution<float>(), "verify", "--network", "WaveNet-TCN", "--layer", "wave.residual");

        Assert.That(output, Does.Not.Contain('\u001b'));
        Assert.That(output.Split('\n')[..^2].Select(static line => line.Length), Has.All.LessThanOrEqualTo(80));
    }

    [Test]
    public void Json_holds_every_verdict()
    {
        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid()}.json");
        Run(Planted.LastOutput, [.. SmallLayer, "--json", file]);
        string text = File.ReadAllText(file);
        using JsonDocument document = JsonDocument.Parse(text);
        File.Delete(file);
        Assert.That(text, Does.EndWith("}\n"));

        JsonElement root = document.RootElement;
        JsonElement comparison = root.GetProperty("networks")[0].GetProperty("layers")[0].GetProperty("comparisons")[0];
        Assert.That(root.GetProperty("holds").GetBoolean(), Is.False);
        Assert.That(comparison.GetProperty("operator").GetString(), Is.EqualTo("forward"));
        Assert.That(comparison.GetProperty("outcome").GetString(), Is.EqualTo("broken"));
        Assert.That(comparison.GetProperty("fault").GetString(), Does.StartWith("y[0, 959, 6, 6]"));
        Assert.That(root.GetProperty("counterexamples")[0].GetProperty("token").GetString(), Is.EqualTo("0"));
    }

    [TestCase("refconv: Required command was not provided (see refconv --help)")]
    [TestCase("refconv: Unrecognized command or argument 'verfy' (see refconv --help)", "verfy")]
    [TestCase("refconv: Unrecognized command or argument 'more' (see refconv --help)", "verify", "more")]
    [TestCase("refconv: Required argument missing for option: '--layer' (see refconv --help)", "verify", "--layer")]
    [TestCase("refconv: seed must be a whole number in 0..2⁶⁴−1, was '-1' (see refconv --help)", "verify", "--seed", "-1")]
    [TestCase("refconv: --quick and --full exclude each other (see refconv --help)", "verify", "--quick", "--full")]
    [TestCase("refconv: --replay and --seed exclude each other (see refconv --help)", "verify", "--replay", "0", "--seed", "3")]
    [TestCase("refconv: a case token must be base64url text, was '@@'", "verify", "--replay", "@@")]
    [TestCase("refconv: a case token must be spelled as it was printed, '0', was ''", "verify", "--replay", "")]
    [TestCase("refconv: layer must be one that verify --network NAME lists, was 'nope'", "verify", "--layer", "nope")]
    [TestCase("refconv: network must be one of ResNet-50, VGG-16, MobileNetV2, DeepLab, U-Net, WaveNet-TCN, C3D; was 'x'", "verify",
        "--network", "x")]
    [TestCase("refconv: layer must be one of conv1a, conv2a, conv3a, conv3b, conv4a, conv4b, conv5a; was 'x'", "verify", "--network", "c3d",
        "--layer", "x")]
    [TestCase("refconv: --json must name a file in a folder that exists, was '/no/such/folder/a.json'", "verify", "--json",
        "/no/such/folder/a.json")]
    [TestCase("refconv: --json must name a file that can be written, was '/proc/a.json'", "verify", "--json", "/proc/a.json")]
    [TestCase("refconv: --json must name a file, was the folder '/'", "verify", "--json", "/")]
    public void Bad_use_exits_2_with_one_line(string line, params string[] args)
    {
        (int exit, string output, string error) = Run(new Im2ColConvolution<float>(), args);

        Assert.That(error, Is.EqualTo(line + "\n"));
        Assert.That(exit, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
    }

    private static (int Exit, string Output, string Error) Run(IConvolution<float> candidate, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var law = new Law(
            "There are fewer than three axes",
            static instance => instance.Geometry.Axes.Length < 3 ? null : $"there are {instance.Geometry.Axes.Length}");
        int exit = Program.Run(args, [VerifyVerb.Create(candidate, [law])], output, error);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>What stands there besides progress, which a slow machine makes appear.</summary>
    private static string Without(string error) =>
        string.Concat(error.Split('\n').Where(static line => !line.EndsWith(" s left", StringComparison.Ordinal)));
}
