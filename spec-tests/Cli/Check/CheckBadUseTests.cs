using NUnit.Framework;

namespace ReferenceConv.SpecTests.Cli.Check;

/// <summary>Bad use is one line, exit code 2, and nothing else.</summary>
public sealed class CheckBadUseTests
{
    private const string Operators = "forward, data-gradient, weight-gradient, bias-gradient, max-pooling, max-pooling-gradient, average-pooling, average-pooling-gradient";

    private const string Rules =
        "structure, precision-of-first, precision-of-second, real-numbers, wide-exponents, cancellation, special-values, subnormals, " +
        "adjoint, direct-shapes, repeats, bilinear, concurrent-calls, same-bits-again, invalid-geometry, empty-windows, impulses";

    [TestCase("a check needs one of --native, --exec, --rung; there were 0")]
    [TestCase("a check needs one of --native, --exec, --rung; there were 2", "--rung", "scalar", "--exec", "x")]
    [TestCase("a check needs one of --native, --exec, --rung; there were 3", "--rung", "scalar", "--exec", "x", "--native", "x")]
    [TestCase("Option '--rung' expects a single argument but 2 were provided (see refconv --help)", "--rung", "scalar", "--rung", "im2col")]
    [TestCase("Required argument missing for option: '--rung' (see refconv --help)", "--rung", "--cases", "3")]
    [TestCase("Unrecognized command or argument 'more' (see refconv --help)", "--rung", "scalar", "more")]
    [TestCase("rung must be one of scalar, im2col, fast; was 'winograd'", "--rung", "winograd")]
    [TestCase("rung must be one of scalar, im2col, fast; was ''", "--rung", "")]
    public void A_check_has_one_candidate(string line, params string[] args) => AssertRefused(line, args);

    [TestCase("type must be one of float32, float64; was 'int8'", "--type", "int8")]
    [TestCase("operator must be one of " + Operators + "; was 'nope'", "--operator", "nope")]
    [TestCase("operator must be one of " + Operators + "; was 'weight gradient'", "--operator", "weight gradient")]
    [TestCase("operator must be one of " + Operators + "; was 'nope'", "--operator", "forward", "--operator", "nope")]
    [TestCase("scalar claims nothing that could be checked with these options", "--operator", "max-pooling")]
    [TestCase("class must be direct, wide, reduced:BITS or transforming:FACTOR, was 'foo'", "--class", "foo")]
    [TestCase("class must be direct, wide, reduced:BITS or transforming:FACTOR, was 'direct:1'", "--class", "direct:1")]
    [TestCase("class must be direct, wide, reduced:BITS or transforming:FACTOR, was 'reduced'", "--class", "reduced")]
    [TestCase("class must be direct, wide, reduced:BITS or transforming:FACTOR, was 'reduced:x'", "--class", "reduced:x")]
    [TestCase("significand bits must be in 2..53, was 1", "--class", "reduced:1")]
    [TestCase("significand bits must be in 2..53, was 54", "--class", "reduced:54")]
    [TestCase("the factor of a transforming class must be a positive number, was -1", "--class", "transforming:-1")]
    [TestCase("the factor of a transforming class must be a positive number, was 0", "--class", "transforming:0")]
    [TestCase("the factor of a transforming class must be a positive number, was NaN", "--class", "transforming:NaN")]
    [TestCase("padding must be one of skipped, multiplied, either; was 'same'", "--padding", "same")]
    [TestCase("gradient-padding must be one of skipped, multiplied, either; was ''", "--gradient-padding", "")]
    [TestCase("subnormals must be one of kept, flushed; was 'no'", "--subnormals", "no")]
    public void A_claim_is_one_of_the_words(string line, params string[] args) => AssertRefused(line, ["--rung", "scalar", .. args]);

    [TestCase("cases must be a whole number in 1..1000000, was '0'", "--cases", "0")]
    [TestCase("cases must be a whole number in 1..1000000, was 'x'", "--cases", "x")]
    [TestCase("cases must be a whole number in 1..1000000, was '1000001'", "--cases", "1000001")]
    [TestCase("time must be a whole number in 1..86400, was '0'", "--time", "0")]
    [TestCase("time must be a whole number in 1..86400, was '1.5'", "--time", "1.5")]
    [TestCase("timeout must be a whole number in 1..86400, was '86401'", "--timeout", "86401")]
    [TestCase("memory must be a whole number in 16..1000000, was '15'", "--memory", "15")]
    [TestCase("seed must be a whole number in 0..2⁶⁴−1, was '-1'", "--seed", "-1")]
    [TestCase("seed must be a whole number in 0..2⁶⁴−1, was '18446744073709551616'", "--seed", "18446744073709551616")]
    [TestCase("--replay and --cases exclude each other", "--cases", "3", "--replay", "structure.forward.float32.0")]
    [TestCase("--replay and --time exclude each other", "--time", "3", "--replay", "structure.forward.float32.0")]
    [TestCase("--replay and --seed exclude each other", "--seed", "3", "--replay", "structure.forward.float32.0")]
    [TestCase("--replay and --json exclude each other", "--json", "a.json", "--replay", "structure.forward.float32.0")]
    public void A_number_is_in_its_range_and_options_go_together(string line, params string[] args) =>
        AssertRefused($"{line} (see refconv --help)", ["--rung", "scalar", .. args]);

    [TestCase("a replay token must be RULE.OPERATOR.TYPE.CASE or RULE.OPERATOR.TYPE.CASE.MASK, was ''", "")]
    [TestCase("a replay token must be RULE.OPERATOR.TYPE.CASE or RULE.OPERATOR.TYPE.CASE.MASK, was 'x'", "x")]
    [TestCase("a replay token must be RULE.OPERATOR.TYPE.CASE or RULE.OPERATOR.TYPE.CASE.MASK, was 'a.b.c.d.e.f'", "a.b.c.d.e.f")]
    [TestCase("rule of a replay token must be one of " + Rules + "; was 'x'", "x.forward.float32.0")]
    [TestCase("rule of a replay token must be one of " + Rules + "; was 'returns'", "returns.forward.float32.0")]
    [TestCase("operator of a replay token must be one of " + Operators + "; was 'Forward'", "structure.Forward.float32.0")]
    [TestCase("number type of a replay token must be one of float32, float64; was 'float16'", "structure.forward.float16.0")]
    [TestCase("a case token must be base64url text, was '@@'", "structure.forward.float32.@@")]
    [TestCase("a case token must be spelled as it was printed, '0', was ''", "structure.forward.float32.")]
    [TestCase("a case token must be spelled as it was printed, '0', was 'AA'", "structure.forward.float32.AA")]
    [TestCase("a data mask must be spelled as it was printed, for 2 elements, was ''", "structure.forward.float32.0.")]
    [TestCase("a data mask must be spelled as it was printed, for 2 elements, was '@'", "structure.forward.float32.0.@")]
    [TestCase("a data mask must be spelled as it was printed, for 2 elements, was 'AAAAAAAA'", "structure.forward.float32.0.AAAAAAAA")]
    public void A_token_is_what_a_report_printed(string line, string token) => AssertRefused(line, ["--rung", "scalar", "--replay", token]);

    [TestCase("the candidate must do the token's number type, float64, and does not", "structure.forward.float64.0", "--type", "float32")]
    [TestCase("the candidate must claim what the token's case needs, and does not claim: max pooling", "structure.max-pooling.float32.0")]
    [TestCase("the candidate must claim what the token's case needs, and does not claim: data gradient",
        "structure.data-gradient.float32.0", "--operator", "forward")]
    public void A_token_asks_what_the_candidate_does(string line, string token, params string[] claims) =>
        AssertRefused(line, ["--rung", "scalar", "--replay", token, .. claims]);

    [TestCase("--json must name a file in a folder that exists, was '/no/such/folder/a.json'", "/no/such/folder/a.json")]
    [TestCase("--json must name a file, was the folder '/'", "/")]
    [TestCase("--json must name a file that can be written, was '/proc/a.json'", "/proc/a.json")]
    public void A_json_file_can_be_written(string line, string file) => AssertRefused(line, ["--rung", "scalar", "--json", file]);

    [Test]
    public void A_refusal_writes_no_file()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("check-tests-");
        try
        {
            AssertRefused(
                "rung must be one of scalar, im2col, fast; was 'x'", ["--rung", "x", "--json", Path.Combine(folder.FullName, "a.json")]);
            AssertRefused(
                "scalar claims nothing that could be checked with these options",
                ["--rung", "scalar", "--operator", "max-pooling", "--json", Path.Combine(folder.FullName, "a.json")]);

            Assert.That(folder.GetFileSystemInfos(), Is.Empty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertRefused(string line, string[] args)
    {
        var run = CheckRun.Of(["check", .. args]);

        Assert.That(run.Error, Is.EqualTo($"refconv: {line}\n"));
        Assert.That((run.Exit, run.Output), Is.EqualTo((2, "")));
    }
}
