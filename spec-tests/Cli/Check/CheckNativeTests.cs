using NUnit.Framework;
using ReferenceConv.SpecTests.Candidates.Native;

namespace ReferenceConv.SpecTests.Cli.Check;

/// <summary><c>check --native</c>: what is no library is bad use, and a library that is wrong gets a report.</summary>
public sealed class CheckNativeTests
{
    private const string LosesTheLastTap = """
        for (int64_t n = 0; n < g->batch; n++)
        for (int64_t k = 0; k < g->out_channels; k++)
        for (int64_t o0 = 0; o0 < g->output[0]; o0++)
        for (int64_t o1 = 0; o1 < g->output[1]; o1++)
        for (int64_t o2 = 0; o2 < g->output[2]; o2++) {
            int64_t each = g->in_channels / g->groups, first = k / (g->out_channels / g->groups) * each, lost = g->kernel[0] > 2;
            float sum = bias ? bias[k] : 0;
            for (int64_t c = 0; c < each; c++)
            for (int64_t r0 = 0; r0 < g->kernel[0] - lost; r0++)
            for (int64_t r1 = 0; r1 < g->kernel[1]; r1++)
            for (int64_t r2 = 0; r2 < g->kernel[2]; r2++) {
                int64_t i0 = o0 * g->stride[0] - g->pad_begin[0] + r0 * g->dilation[0];
                int64_t i1 = o1 * g->stride[1] - g->pad_begin[1] + r1 * g->dilation[1];
                int64_t i2 = o2 * g->stride[2] - g->pad_begin[2] + r2 * g->dilation[2];
                if (i0 >= 0 && i0 < g->input[0] && i1 >= 0 && i1 < g->input[1] && i2 >= 0 && i2 < g->input[2])
                    sum += x[(((n * g->in_channels + first + c) * g->input[0] + i0) * g->input[1] + i1) * g->input[2] + i2]
                         * w[(((k * each + c) * g->kernel[0] + r0) * g->kernel[1] + r1) * g->kernel[2] + r2];
            }
            *y++ = sum;
        }
        """;

    private string folder = "";

    [SetUp]
    public void MakeAFolder()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("native candidates need Linux");
        folder = Directory.CreateTempSubdirectory("check-tests-").FullName;
    }

    [TearDown]
    public void RemoveTheFolder()
    {
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_missing_library_is_refused() =>
        AssertRefused($"a native candidate must be a shared library, there is no file '{folder}/lib.so'", $"{folder}/lib.so");

    [Test]
    public void A_folder_is_refused() => AssertRefused($"a native candidate must be a shared library, '{folder}' is a folder", folder);

    [TestCase("")]
    [TestCase("\u007fELF")]
    [TestCase("a text that is longer than the header of a library")]
    public void A_file_without_a_header_is_refused(string content)
    {
        File.WriteAllText($"{folder}/lib.so", content);

        AssertRefused($"'{folder}/lib.so' is not a shared library: it does not begin with an ELF header", $"{folder}/lib.so");
    }

    [TestCase(0.01)]
    [TestCase(0.2)]
    public void A_truncated_library_is_refused(double part)
    {
        using var library = CLibrary.Example();
        byte[] whole = File.ReadAllBytes(library.Path);
        File.WriteAllBytes($"{folder}/lib.so", whole[..(int)(part * whole.Length)]);

        var run = CheckRun.Of("check", "--native", $"{folder}/lib.so");

        Assert.That(run.Error, Does.StartWith($"refconv: '{folder}/lib.so' cannot be loaded: ").And.Matches("^[^\n]+\n$"));
        Assert.That((run.Exit, run.Output), Is.EqualTo((2, "")));
    }

    [Test]
    public void A_library_without_any_of_the_functions_is_refused()
    {
        using var library = CLibrary.From("int refconv_forward_f16(void) { return 0; }");

        AssertRefused($"'{library.Path}' exports none of the functions of refconv.h, for example refconv_forward_f32", library.Path);
    }

    [Test]
    public void What_the_library_does_not_export_is_not_replayed()
    {
        using var library = CLibrary.Forward("");

        AssertRefused("the candidate must do the token's number type, float64, and does not", library.Path, "--replay",
            "structure.forward.float64.0");
        AssertRefused(
            "the candidate must claim what the token's case needs, and does not claim: weight gradient", library.Path, "--replay", "structure.weight-gradient.float32.0");
    }

    [Test]
    public void A_lost_tap_is_reported_with_picture_formula_token_and_test_and_is_replayed()
    {
        using var library = CLibrary.Forward(LosesTheLastTap);

        var run = CheckRun.Of("check", "--native", library.Path, "--cases", "10", "--timeout", "5", "--memory", "1024");

        Assert.That(run.Error, Is.Empty);
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Output, Does.Match(@"✗ forward breaks 'structure'; first in case \d+\n  y\[0, 0, 0\] expected "));
        Assert.That(run.Output, Does.Match(@"\n  x\[0,:,:\] +w\[0,:,:\] +expected y\[0,:,:\] +got +difference\n"), "the picture");
        Assert.That(run.Output, Does.Match(@"\n  y\[0,0,0\] = Σ x\[n,c,[^\n]+·w\[k,c,r\]\n           = "), "the formula");
        Assert.That(run.Output, Does.Match(
            @"\n  replay: refconv check --native \S+ --timeout 5 --memory 1024 --replay structure\.forward\.float32\.[\w-]+"), "the token");
        Assert.That(run.Output, Does.Contain("\n  [Test]\n  public void Forward_of_structure_case_"), "the test");
        Assert.That(run.Output, Does.Contain("\n✗ forward also breaks: "));
        Assert.That(
            run.Lines.Where(static line => !line.StartsWith("  replay: ", StringComparison.Ordinal)), Has.All.Length.LessThanOrEqualTo(80));

        var again = CheckRun.Of(run.Replay);
        Assert.That(again.Exit, Is.EqualTo(1));
        Assert.That(again.Lines[1..9], Is.EqualTo(run.Lines.SkipWhile(static line => !line.StartsWith('✗')).Skip(1).Take(8)));
    }

    [Test]
    public void A_crash_behind_a_wrong_value_is_told_with_its_case()
    {
        using var library = CLibrary.From($$"""
            #include <stdlib.h>
            #define refconv_forward_f32 plain_forward
            #include "{{Path.Combine(CLibrary.Examples, "convolution.c")}}"
            #undef refconv_forward_f32
            int32_t refconv_forward_f32(const refconv_geometry *g, const float *x, const float *w, const float *bias, float *y)
            {
                int32_t said = plain_forward(g, x, w, bias, y);
                if (said == 0 && g->groups > 1)
                    abort();
                for (int64_t e = 0; said == 0 && e < length_of(g, Y); e++)
                    y[e] += 1;
                return said;
            }
            """);

        var run = CheckRun.Of("check", "--native", library.Path, "--operator", "forward", "--type", "float32", "--cases", "40");

        string[] faults = [.. run.Lines.Where(static line => line.StartsWith('✗'))];
        Assert.That(faults[0], Does.StartWith("✗ forward breaks 'structure'; first in case "), run.Error);
        Assert.That(faults[1], Does.StartWith("✗ forward breaks 'returns', when asked for '"));
        Assert.That(run.Output, Does.Match(
            @"\n✗ forward breaks 'returns'[^✗]*SIGABRT[^✗]*\n  replay: refconv check --native \S+ --replay [\w.-]+\n"));
        Assert.That(faults[^1], Does.StartWith("✗ forward also breaks: ").And.Not.Contain("returns"));
    }

    [Test]
    public void What_float64_breaks_as_float32_does_is_one_line()
    {
        using var library = CLibrary.From("""
            int32_t refconv_forward_f32(const refconv_geometry *g, const float *x, const float *w, const float *bias, float *y) { return 0; }
            int32_t refconv_forward_f64(const refconv_geometry *g, const double *x, const double *w, const double *bias, double *y) { return 0; }
            """);

        var run = CheckRun.Of("check", "--native", library.Path, "--cases", "4");

        Assert.That(run.Exit, Is.EqualTo(1));
        string[] faults = [.. run.Lines.Where(static line => line.StartsWith('✗'))];
        Assert.That(faults[0], Is.EqualTo("✗ forward breaks 'structure'; first in case 1"));
        Assert.That(faults[1], Does.StartWith("✗ forward also breaks: precision of first, "));
        Assert.That(faults[2..], Is.EqualTo(new[] { "✗ float64: the same rules broken, first in case 1" }));
    }

    [Test]
    public void What_only_float64_breaks_is_told()
    {
        using var library = CLibrary.From($$"""
            #define refconv_forward_f32 plain_forward
            #define refconv_forward_f64 other_forward
            #include "{{Path.Combine(CLibrary.Examples, "convolution.c")}}"
            #undef refconv_forward_f32
            #undef refconv_forward_f64
            int32_t refconv_forward_f32(const refconv_geometry *g, const float *x, const float *w, const float *bias, float *y)
            {
                int32_t said = plain_forward(g, x, w, bias, y);
                for (int64_t e = 0; said == 0 && e < length_of(g, Y); e++)
                    if (y[e] > -1e-38f && y[e] < 1e-38f) y[e] = 0;
                return said;
            }
            int32_t refconv_forward_f64(const refconv_geometry *g, const double *x, const double *w, const double *bias, double *y)
            {
                int32_t said = is_valid(g) ? 0 : REFCONV_INVALID;
                for (int64_t e = 0; said == 0 && e < length_of(g, Y); e++)
                    y[e] = 0;
                return said;
            }
            """);

        var run = CheckRun.Of("check", "--native", library.Path, "--operator", "forward", "--cases", "4");

        string[] faults = [.. run.Lines.Where(static line => line.StartsWith('✗'))];
        Assert.That(faults[0], Does.StartWith("✗ forward breaks 'subnormals'; first in case "), run.Error);
        Assert.That(faults[1], Does.StartWith("✗ forward breaks 'structure'; first in case "));
        Assert.That(faults[2], Does.StartWith("✗ forward also breaks: precision of first, ").And.Not.Contain("subnormals"));
        Assert.That(faults[3], Does.Match("^✗ float64: the same rules broken, first in case \\d$"));
        Assert.That(faults, Has.Length.EqualTo(4));
    }

    private static void AssertRefused(string line, string library, params string[] args)
    {
        var run = CheckRun.Of(["check", "--native", library, .. args]);

        Assert.That(run.Error, Is.EqualTo($"refconv: {line}\n"));
        Assert.That((run.Exit, run.Output), Is.EqualTo((2, "")));
    }
}
