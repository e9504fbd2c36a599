using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Native;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Candidates.Native;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class NativeLibraryCandidateTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Cases = 60;

    private CLibrary compiled = null!;
    private HostedLibrary library = null!;
    private NativeLibraryCandidate<T> candidate = null!;

    [OneTimeSetUp]
    public void Bring_the_example()
    {
        compiled = CLibrary.Example();
        library = compiled.Host();
        candidate = new NativeLibraryCandidate<T>(library);
    }

    [OneTimeTearDown]
    public void Take_it_away()
    {
        library?.Dispose();
        compiled?.Dispose();
    }

    [Test]
    public void The_example_passes_the_rules_about_numbers()
    {
        (OperatorCase Case, DataRule<T> Rule, Finding Finding)[] findings =
        [
            .. from instance in Admitted(Cases)
               from rule in RuleBook<T>.Data
               select (instance, rule, rule.Check(candidate, instance)),
        ];

        Assert.That(findings.Where(static looked => looked.Finding.Standing is Standing.Broken or Standing.Unsupported), Is.Empty);
        Assert.That(
            findings.Count(static looked => looked.Finding.Standing == Standing.Holds), Is.GreaterThan(Cases * RuleBook<T>.Data.Length));
    }

    [Test]
    public void It_claims_what_it_exports() =>
        Assert.That(
            (candidate.Name, string.Join(", ", candidate.Capabilities.Operators), candidate.Capabilities.Borders.Single(),
                candidate.Capabilities.Tiles, candidate.Capabilities.IsReentrant),
            Is.EqualTo(("libtried.so", "Forward, DataGradient, WeightGradient", Border.Zeros, false, true)));

    [Test]
    public void Calls_at_the_same_time_answer_like_calls_one_by_one()
    {
        Operands<T>[] calls = [.. Admitted(8).Where(static instance => instance.Operator == ConvolutionOperator.DataGradient).Select(
            static instance => instance.Draw(Number))];
        Assert.That(calls, Has.Length.EqualTo(8));
        T[][] alone = [.. calls.Select(static call => new T[call.Signature.Result.Length])];
        T[][] together = [.. calls.Select(static call => new T[call.Signature.Result.Length])];

        for (int call = 0; call < calls.Length; call++)
            Assert.That(candidate.Answer(calls[call], alone[call]), Is.EqualTo(Reply.Done));
        Assert.That(candidate.AnswerTogether([.. calls], [.. together]), Is.All.EqualTo(Reply.Done));
        Assert.That(together, Is.EqualTo(alone));
    }

    [TestCaseSource(nameof(Invalid))]
    public void An_invalid_geometry_is_refused(string what, RawGeometry geometry)
    {
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
            Assert.That(candidate.AnswerInvalid(geometry, op)!.Kind, Is.EqualTo(ReplyKind.Refused), $"{what}, {op}");
    }

    private static IEnumerable<TestCaseData> Invalid()
    {
        RawGeometry valid =
            RawGeometry.Of(new ConvolutionGeometry(2, 4, 6, 2, new Axis(7, 3, 2, 1, Padding.Explicit(1, 0)), new Axis(5, 2)));
        static TestCaseData Named(string what, RawGeometry geometry) => new TestCaseData(what, geometry).SetArgDisplayNames(what);
        yield return Named("version 2", valid with { Version = 2 });
        yield return Named("rank 0", valid with { Rank = 0 });
        yield return Named("rank 4", valid with { Rank = 4 });
        yield return Named("a rank without an axis in use", valid with { Rank = 1 });
        yield return Named("negative batch", valid with { Batch = -1 });
        yield return Named("no input channels", valid with { InChannels = 0 });
        yield return Named("no output channels", valid with { OutChannels = 0 });
        yield return Named("no groups", valid with { Groups = 0 });
        yield return Named("groups that do not divide", valid with { Groups = 4 });
        yield return Named("no stride", valid with { Stride = [0, 1, 1] });
        yield return Named("negative dilation", valid with { Dilation = [1, -1, 1] });
        yield return Named("no taps", valid with { Kernel = [3, 0, 1] });
        yield return Named("negative padding", valid with { PadBegin = [-1, 0, 0] });
        yield return Named("an output too large", valid with { Output = [4, 4, 1] });
        yield return Named("an output too small", valid with { Output = [3, 3, 1] });
        yield return Named("a kernel larger than the padded input", valid with { Kernel = [9, 2, 1] });
        yield return Named("padding on an axis that is not there", valid with { PadEnd = [0, 0, 1] });
        yield return Named("sizes whose sum overflows", valid with { Input = [long.MaxValue, 5, 1], PadEnd = [long.MaxValue, 0, 0] });
    }

    private static OperatorCase[] AllOf(ConvolutionCase instance) =>
        [.. ConvolutionOperators.Trilinear.Select(op => OperatorCase.Of(instance, op)!)];

    /// <summary>All operators over the first so many random cases that the candidate claims.</summary>
    private OperatorCase[] Admitted(int cases) =>
    [
        .. Enumerable.Range(0, int.MaxValue).Select(static index => ConvolutionCase.Random(seed: 5, index))
            .Where(instance => candidate.Capabilities.Lacks(instance.Geometry, ConvolutionOperator.Forward, instance.HasBias) is null)
            .Where(static instance => instance.Geometry.MultiplyAdds < 200_000)
            .Take(cases)
            .SelectMany(AllOf),
    ];

    private static T Number(int input, int e) => T.CreateChecked((e * 5 + input) % 11 - 5);
}
