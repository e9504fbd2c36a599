using NUnit.Framework;
using ReferenceConv.SpecTests.Cli.Check;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Native;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Candidates.Native;

/// <summary>What a library says of itself by <c>refconv_claims</c>.</summary>
public sealed class NativeClaimsTests
{
    [Test]
    public void Words_of_the_library_are_its_claims_and_those_of_the_caller_stand_over_them()
    {
        using var compiled = Claiming("\"class=wide ranks=2 groups=no data-gradient:class=transforming:50 refuses-invalid=yes\"");
        using HostedLibrary library = compiled.Host();
        Capabilities own = new NativeLibraryCandidate<float>(library).Capabilities;
        Capabilities given = new NativeLibraryCandidate<float>(library, library.Claims with { RefusesInvalid = false }).Capabilities;

        Assert.That((own.Exactness, own.Ranks.Single(), own.Groups, own.RefusesInvalid),
            Is.EqualTo((Exactness.WideAccumulator, 2, false, (bool?)true)));
        Assert.That(own.For(ConvolutionOperator.DataGradient).Exactness, Is.EqualTo(Exactness.Transforming(50)));
        Assert.That((own.Tiles, own.Borders.Length, given.RefusesInvalid), Is.EqualTo((false, 1, (bool?)false)));
    }

    [TestCase("0")]
    [TestCase("\"\"")]
    public void Who_says_nothing_claims_everything_but_refusal(string returned)
    {
        using var compiled = Claiming(returned);
        using HostedLibrary library = compiled.Host();

        Assert.That(library.Claims, Is.EqualTo(Capabilities.Convolution with { RefusesInvalid = false }));
    }

    [TestCase("\"refuses=yes\"", "' returned from refconv_claims: name of a claim must be one of class, padding, gradient-padding, subnormals, infinities, pooling-nan, ranks, groups, "
        + "dilation, stride, asymmetric-padding, bias, empty-batch, refuses-invalid; was 'refuses'\n")]
    [TestCase("\"class=quick\"",
        "' returned from refconv_claims: class must be direct, wide, reduced:BITS or transforming:FACTOR, was 'quick'\n")]
    [TestCase("memset(long_ones, 'a', sizeof long_ones)", "' must return less than 1,024 bytes from refconv_claims\n")]
    [TestCase("(char *)*(volatile int *)8", "' cannot be loaded: it crashed (SIGSEGV)\n")]
    public void Words_that_are_none_are_bad_use(string returned, string message)
    {
        using var compiled = Claiming(returned);

        var run = CheckRun.Of("check", "--native", compiled.Path);

        Assert.That((run.Exit, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("refconv: '").And.EndsWith(message));
    }

    [Test]
    public void A_library_that_trusts_its_caller_is_right()
    {
        using var compiled = CLibrary.Trusting();

        var run = CheckRun.Of("check", "--native", compiled.Path, "--cases", "20", "--time", "8", "--type", "float32");
        var claiming = CheckRun.Of(
            "check", "--native", compiled.Path, "--cases", "20", "--time", "4", "--type", "float32", "--claims", "refuses-invalid=yes");

        Assert.That((run.Exit, run.Error), Is.EqualTo((0, "")));
        Assert.That(string.Join(' ', run.Lines.Select(static line => line.Trim())), Does.Contain(", refusal of invalid geometries"));
        Assert.That(claiming.Exit, Is.EqualTo(1));
        Assert.That(claiming.Output, Does.Match("✗ forward breaks .*'invalid geometry'"));
        Assert.That(claiming.Replay, Does.Contain("refuses-invalid=yes"));
    }

    private static CLibrary Claiming(string returned) =>
        CLibrary.Forward("", $"static char long_ones[4096]; const char *refconv_claims(void) {{ return {returned}; }}");
}
