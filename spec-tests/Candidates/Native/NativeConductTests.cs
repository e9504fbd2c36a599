using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Native;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Candidates.Native;

/// <summary>What a library exports and returns, and what is made of it.</summary>
public sealed class NativeConductTests
{
    private static readonly ConvolutionGeometry Line = new(1, 1, 1, 1, new Axis(4, 2));

    [Test]
    public void Code_1_is_unsupported_and_any_other_code_refuses()
    {
        using var compiled = CLibrary.Forward("return g->input[0] == 4 ? 1 : g->input[0] == 5 ? -7 : 0;");
        using HostedLibrary library = compiled.Host();

        Assert.That(Ask(library, Line), Is.EqualTo(Reply.Unsupported));
        Assert.That(Ask(library, new ConvolutionGeometry(1, 1, 1, 1, new Axis(5, 2))),
            Is.EqualTo(new Reply(ReplyKind.Refused, Text: "refused the geometry with code -7")));
        Assert.That(Ask(library, new ConvolutionGeometry(1, 1, 1, 1, new Axis(6, 2))), Is.EqualTo(Reply.Done));
    }

    [Test]
    public void A_function_that_is_missing_is_not_claimed()
    {
        using var compiled = CLibrary.From(
            "int32_t refconv_not_reentrant = 1; int32_t refconv_weight_gradient_f64(const refconv_geometry *g, const double *x, const double *dy, double *dw) { return 1; }");
        using HostedLibrary library = compiled.Host();

        Assert.That(new NativeLibraryCandidate<float>(library).Capabilities.Operators, Is.Empty);
        Assert.That(
            new NativeLibraryCandidate<double>(library).Capabilities.Operators, Is.EqualTo(new[] { ConvolutionOperator.WeightGradient }));
        Assert.That(new NativeLibraryCandidate<double>(library).Capabilities.IsReentrant, Is.False);
    }

    [Test]
    public void Claims_of_the_caller_are_kept()
    {
        using var compiled = CLibrary.Example();
        using HostedLibrary library = compiled.Host();

        Capabilities claimed = new NativeLibraryCandidate<float>(
            library,
            Capabilities.Convolution with
            {
                Operators = [ConvolutionOperator.Forward, ConvolutionOperator.BiasGradient],
                Dilation = false,
                Padding = PaddingConvention.Multiplied
            }).Capabilities;

        Assert.That((string.Join(", ", claimed.Operators), claimed.Dilation, claimed.Padding),
            Is.EqualTo(("Forward", false, PaddingConvention.Multiplied)));
    }

    [Test]
    public void Zeros_are_a_result_and_a_wrong_one()
    {
        using var compiled = CLibrary.Forward("");
        using HostedLibrary library = compiled.Host();

        Finding finding = RuleBook<float>.Data[0].Check(
            new NativeLibraryCandidate<float>(library), new OperatorCase(Line, ConvolutionOperator.Forward, 1, flag: false));

        Assert.That((finding.Standing, finding.Conduct), Is.EqualTo((Standing.Broken, (Conduct?)null)), finding.Fault);
        Assert.That(finding.Fault, Does.Contain("got 0; 3 of 3 outputs are wrong"));
    }

    [Test]
    public void An_answer_that_was_kept_from_the_call_before_is_a_result_too()
    {
        using var compiled = CLibrary.Forward(
            "if (!memcmp(g, &known, sizeof known)) memcpy(y, kept, Y * sizeof *y); else { for (int64_t e = 0; e < Y; e++) y[e] = kept[e] = x[e]; known = *g; }",
            "static refconv_geometry known; static float kept[64];");
        using HostedLibrary library = compiled.Host();
        var candidate = new NativeLibraryCandidate<float>(library);
        float[] first = new float[3], second = new float[3];

        Reply[] replies = [candidate.Answer(Filled(1), first), candidate.Answer(Filled(2), second)];

        Assert.That(replies, Is.All.EqualTo(Reply.Done));
        Assert.That(second, Is.EqualTo(first).And.All.EqualTo(1));
    }

    [Test]
    public void A_result_that_is_not_written_comes_back_as_it_was()
    {
        using var compiled = CLibrary.From("int32_t refconv_forward_f32(const refconv_geometry *g, const float *x, const float *w, const float *b, float *y) { y[0] = 1; return 0; }");
        using HostedLibrary library = compiled.Host();
        var result = new float[3];

        new NativeLibraryCandidate<float>(library).Answer(Filled(1), result);

        Assert.That(result.Select(NumberFormat<float>.IsUnwritten), Is.EqualTo(new[] { false, true, true }));
    }

    [Test]
    public void Sums_in_another_order_at_another_address_are_legal_where_they_round()
    {
        using var compiled =
            CLibrary.Forward("y[0] = (uintptr_t)y % 4096 ? x[0] * w[0] + x[1] * w[1] : x[1] * w[1] * (1 + 0x1p-22f) + x[0] * w[0];");
        using HostedLibrary library = compiled.Host();
        var candidate = new NativeLibraryCandidate<float>(library);
        static Operands<float> With(float number) => Operands.Drawn(Line, ConvolutionOperator.Forward, flag: false, (_, _) => number);

        Assert.That(candidate.Answer(With(1.1f), new float[3]), Is.EqualTo(Reply.Done));
        Assert.That(candidate.Answer(With(1f), new float[3]).Conduct, Is.EqualTo(Conduct.StaysInItsArrays), "integers do not round");
    }

    [Test]
    public void A_crash_in_one_of_several_threads_is_a_verdict_for_all()
    {
        using var compiled = CLibrary.Forward(
            "if (__sync_fetch_and_add(&inside, 1)) *(volatile int *)0 = 1; usleep(300000); __sync_fetch_and_sub(&inside, 1);",
            "static int inside;");
        using HostedLibrary library = compiled.Host();
        var candidate = new NativeLibraryCandidate<float>(library);

        Reply[] replies = [.. candidate.AnswerTogether([Filled(1), Filled(2)], [new float[3], new float[3]])];

        Assert.That(candidate.Answer(Filled(1), new float[3]), Is.EqualTo(Reply.Done));
        Assert.That(replies, Is.All.EqualTo(Reply.Misconduct(Conduct.Returns, "crashed (SIGSEGV), called from 2 threads at once")));
    }

    [Test]
    public void A_write_before_the_result_is_seen_in_several_threads_too()
    {
        using var compiled = CLibrary.Forward("y[-1] = 1;");
        using HostedLibrary library = compiled.Host();

        Assert.That(
            new NativeLibraryCandidate<float>(library).AnswerTogether([Filled(1), Filled(2)], [new float[3], new float[3]]),
            Is.All.EqualTo(Reply.Misconduct(Conduct.StaysInItsArrays, "wrote before the start of y")));
    }

    [Test]
    public void Memory_that_quick_calls_leave_behind_adds_up()
    {
        using var compiled = CLibrary.Forward("kept = malloc(2 << 20); memset(kept, 1, 2 << 20);", "static char *volatile kept;");
        using HostedLibrary library = compiled.Host(ChildLimits.Usual with { Bytes = 100 << 20 });
        var candidate = new NativeLibraryCandidate<float>(library);

        Reply[] replies = [.. Enumerable.Range(0, 150).Select(_ => candidate.Answer(Filled(1), new float[3]))];

        Assert.That(replies.Select(static reply => reply.Conduct), Has.Member(Conduct.StaysInMemory));
        Assert.That(replies.Take(20), Is.All.EqualTo(Reply.Done));
    }

    [Test]
    public void Who_is_not_reentrant_is_never_called_twice_at_once()
    {
        using var compiled = CLibrary.Forward(
            "if (__sync_fetch_and_add(&inside, 1)) *(volatile int *)0 = 1; usleep(20000); __sync_fetch_and_sub(&inside, 1);",
            "static int inside; int32_t refconv_not_reentrant = 1;");
        using HostedLibrary library = compiled.Host();

        Assert.That(new NativeLibraryCandidate<float>(library).AnswerTogether([Filled(1), Filled(2)], [new float[3], new float[3]]),
            Is.All.EqualTo(Reply.Done));
    }

    [TestCase("", ReplyKind.Done, null)]
    [TestCase("memset(y, 0xFF, 0); return 2;", ReplyKind.Misconduct, Conduct.StaysInItsArrays)]
    [TestCase("*(volatile int *)0 = 1;", ReplyKind.Misconduct, Conduct.Returns)]
    public void Who_accepts_an_invalid_geometry_or_writes_before_it_refuses_is_told(string body, ReplyKind kind, Conduct? conduct)
    {
        using var compiled = CLibrary.Forward(body);
        using HostedLibrary library = compiled.Host();

        Reply reply = new NativeLibraryCandidate<float>(library).AnswerInvalid(
            RawGeometry.Of(Line) with { Version = 2 }, ConvolutionOperator.Forward)!;

        Assert.That((reply.Kind, reply.Conduct), Is.EqualTo((kind, conduct)), reply.Text);
    }

    private static Reply Ask(HostedLibrary library, ConvolutionGeometry geometry) =>
        new NativeLibraryCandidate<float>(library).Answer(
            Operands.Drawn(geometry, ConvolutionOperator.Forward, flag: false, static (_, _) => 1f),
            new float[geometry.OutputLength]);

    private static Operands<float> Filled(float number) => Operands.Drawn(Line, ConvolutionOperator.Forward, flag: false, (_, _) => number);
}
