using System.Text.Json;
using NUnit.Framework;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Cli.Check;

public sealed class CheckVerbTests
{
    [Test]
    public void A_right_rung_exits_0_with_a_table_per_type_and_counts_in_the_last_line()
    {
        var run = CheckRun.Of("check", "--rung", "scalar", "--cases", "20");

        Assert.That((run.Exit, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Lines[0], Is.EqualTo("float32                y dx dw margin  sees"));
        Assert.That(run.Lines[1], Is.EqualTo("structure             66 66 66      =  any lost product, ≥ 1"));
        Assert.That(run.Lines[4], Does.Match(@"^real numbers          \d\d \d\d \d\d   \d\.\d\d  \d+ of \d+ weak$"));
        Assert.That(Rows(run.Lines[1..18]),
            Is.EqualTo(RuleBook<float>.All.Select(static rule => rule.Level == RuleLevel.May ? $"{rule.Name} (may)" : rule.Name)));
        Assert.That(run.Lines[18], Is.Empty);
        Assert.That(run.Lines[19], Is.EqualTo("float64                y dx dw margin  sees"));
        Assert.That(Rows(run.Lines[20..37]), Is.EqualTo(Rows(run.Lines[1..18])));
        Assert.That(run.Output, Does.Match(
            "\n20 small cases, pairs of case features: [0-9,]+ of [0-9,]+ feasible reached, \\d+\n  infeasible; \\d+ real layers\n"));
        Assert.That(run.Output, Does.Contain("\nnot claimed: bias gradient, max pooling, max pooling gradient, average pooling,\n  average pooling gradient\nnever looked at: "));
        Assert.That(run.Lines[^1], Does.Match(@"^scalar, class direct: 1,\d\d\d judgements, every rule holds\. Seed 1, \d+ s\.$"));
    }

    [Test]
    public void Type_and_operator_narrow_the_check_and_the_seed_is_printed()
    {
        var run = CheckRun.Of(
            "check", "--rung", "im2col", "--type", "float32", "--operator", "forward", "--cases", "5", "--time", "2", "--seed", "7");

        Assert.That((run.Exit, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Lines[0], Is.EqualTo("float32                y margin  sees"));
        Assert.That(run.Output, Does.Not.Contain("float64"));
        Assert.That(run.Output, Does.Contain("\nnot claimed: data gradient, weight gradient, "));
        Assert.That(run.Lines[^1], Does.Match(@"^im2col, class direct: \d+ judgements, every rule holds\. Seed 7, \d+ s\.$"));
    }

    [Test]
    public void Padding_that_is_multiplied_and_claimed_as_skipped_breaks_special_values_only()
    {
        string[] args =
            ["check", "--rung", "im2col", "--type", "float32", "--operator", "forward", "--cases", "20", "--padding", "skipped"];

        var run = CheckRun.Of(args);

        Assert.That((run.Exit, run.Error), Is.EqualTo((1, "")));
        Assert.That(run.Lines.Where(static line => line.StartsWith('✗')), Has.Exactly(1).Items);
        Assert.That(run.Lines[7], Does.Match(@"^special values +✗\d +=  any lost product, ≥ 1$"));
        Assert.That(run.Output, Does.Match("""

            ✗ forward breaks 'special values'; first in case \d+
              y\[0, 0, 0\] expected 0, got NaN; 1 of 2 outputs are wrong; a NaN or ∞ met only
                padding: if this is your convention, claim it: --padding either
              otherwise look at: lanes beyond the end, zero times NaN, and padding that is
                multiplied on some paths only
              smallest case: N1 C1 K1 g1 \| 1 k1 s1 d1 p1,0 → 2, seed 0, numbers made simpler

              x\[0,:,:\]   w\[0,:,:\]   expected y\[0,:,:\]   got         difference
              ∞          ∞          0 ∞                 \[NaN\]   ∞   \[NaN\]   0

              y\[0,0,0\] = Σ x\[n,c,i\]·w\[k,c,r\]
                       = 0 \(nothing meets here\), got NaN

              replay: refconv check --rung im2col --padding skipped --replay special-values.forward.float32.AAAAAAAAAAAAAAE.CA

            """.Replace("\r", "")));
        Assert.That(run.Lines[^1], Does.Match(@"^im2col, class direct: \d+ judgements, 1 rule broken\. Seed 1, \d+ s\.$"));
    }

    [Test]
    public void A_token_replays_the_fault_and_holds_under_the_right_claim()
    {
        string[] replay = ["--replay", "special-values.forward.float32.AAAAAAAAAAAAAAE.CA"];

        var wrong = CheckRun.Of(["check", "--rung", "im2col", "--padding", "skipped", .. replay]);
        var right = CheckRun.Of(["check", "--rung", "im2col", .. replay]);

        Assert.That((wrong.Exit, wrong.Error), Is.EqualTo((1, "")));
        Assert.That(wrong.Lines[0], Is.EqualTo("✗ forward breaks 'special values'; first in case 1"));
        Assert.That(wrong.Lines[1], Is.EqualTo("  y[0, 0, 0] expected 0, got NaN; 1 of 2 outputs are wrong; a NaN or ∞ met only"));
        Assert.That(wrong.Replay, Is.EqualTo((string[])["check", "--rung", "im2col", "--padding", "skipped", .. replay]));
        Assert.That(right, Is.EqualTo(new CheckRun(0, "'special values' holds: forward, N1 C1 K1 g1 | 1 k1 s1 d1 p1,0 → 2\n", "")));
    }

    [Test]
    public void Output_that_is_redirected_is_plain_text_of_80_columns()
    {
        var run = CheckRun.Of("check", "--rung", "im2col", "--padding", "skipped", "--cases", "20");

        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Output, Does.Not.Contain('\u001b'));
        Assert.That(run.Lines.Where(static line => line != line.TrimEnd()), Is.Empty);
        Assert.That(
            run.Lines.Where(static line => !line.StartsWith("  replay: ", StringComparison.Ordinal)), Has.All.Length.LessThanOrEqualTo(80));
    }

    [TestCase(0, true)]
    [TestCase(1, false, "--padding", "skipped")]
    public void Json_holds_what_was_found_and_is_written_whole(int exit, bool holds, params string[] claims)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("check-tests-");
        try
        {
            string file = Path.Combine(folder.FullName, "a.json");
            File.WriteAllText(file, "what was there before");

            var run = CheckRun.Of(
                ["check", "--rung", "im2col", "--type", "float32", "--operator", "forward", "--cases", "20", "--json", file, .. claims]);

            string text = File.ReadAllText(file);
            using JsonDocument document = JsonDocument.Parse(text);
            Assert.That((run.Exit, run.Error), Is.EqualTo((exit, "")));
            Assert.That(text, Does.EndWith("}\n"));
            Assert.That(document.RootElement.GetProperty("holds").GetBoolean(), Is.EqualTo(holds));
            Assert.That(document.RootElement.GetProperty("results")[0].GetProperty("cases").GetArrayLength(), Is.EqualTo(20));
            Assert.That(folder.GetFileSystemInfos(), Has.Length.EqualTo(1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void A_time_is_for_both_number_types_together()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("check-tests-");
        try
        {
            string file = Path.Combine(folder.FullName, "a.json");

            CheckRun.Of("check", "--rung", "scalar", "--operator", "forward", "--cases", "1", "--time", "4", "--json", file);

            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            Assert.That(
                document.RootElement.GetProperty("results").EnumerateArray().Select(
                    static result => result.GetProperty("plan").GetProperty("seconds").GetDouble()),
                Is.EqualTo(new[] { 2.0, 2.0 }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Rows(string[] lines) => [.. lines.Select(static line => line[..22].TrimEnd())];

    [Test]
    [Platform(Include = "Unix")]
    public void A_device_is_written_to_and_stays_one()
    {
        CheckRun run = CheckRun.Of("check", "--rung", "scalar", "--type", "float32", "--operator", "forward", "--cases", "1", "--time", "2",
            "--json", "/dev/null");

        Assert.That(run.Exit, Is.Zero);
        Assert.That(File.ReadAllText("/dev/null"), Is.Empty, "a file moved over it would hold the document");
    }
}
