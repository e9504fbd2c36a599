using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

/// <summary>Whoever forgets one line of what refconv.h calls valid is seen, and whoever promises no refusal is not asked.</summary>
public sealed class RefusalRuleTests
{
    private static readonly OperatorCase Line = Forward(new Axis(5, 3, 2, 1, Padding.Explicit(1, 1)));
    private static readonly OperatorCase Plane = Forward(new Axis(4, 2), new Axis(5, 3, 2, 2, Padding.Explicit(1, 2)));

    /// <summary>The rules of refconv.h, one by one.</summary>
    private static readonly (string Name, Func<RawGeometry, bool> Holds)[] Rules =
    [
        ("version", static g => g.Version == 1),
        ("rank above 0", static g => g.Rank >= 1),
        ("rank below 4", static g => g.Rank <= 3),
        ("batch", static g => g.Batch >= 0),
        ("input channels", static g => g.InChannels >= 1),
        ("output channels", static g => g.OutChannels >= 1),
        ("groups", static g => g.Groups >= 1),
        ("groups divide input channels", static g => g.Groups == 0 || g.InChannels % g.Groups == 0),
        ("groups divide output channels", static g => g.Groups == 0 || g.OutChannels % g.Groups == 0),
        .. new[] { 0, 1 }.SelectMany(OnAxis),
        .. new[] { 1, 2 }.SelectMany(OnUnused),
    ];

    [Test]
    public void Who_forgets_a_rule_is_seen([Values] bool isPlane)
    {
        string[] unseen =
        [
            .. from forgotten in Rules
               let finding =
                   new RefusalRule<float>().Check(new Refuser([.. Rules.Where(rule => rule != forgotten)]), isPlane ? Plane : Line)
               where finding.Standing != Standing.Broken
               select forgotten.Name,
        ];

        Assert.That(unseen, Is.EqualTo(Rules.Select(static rule => rule.Name).Where(name => IsOf(1, name) && IsOfUnused(name) == isPlane)));
    }

    [Test]
    public void Who_forgets_none_refuses_everything()
    {
        Finding finding = new RefusalRule<float>().Check(new Refuser(Rules), Plane);

        Assert.That((finding.Standing, finding.Outputs), Is.EqualTo((Standing.Holds, 47L)));
    }

    [Test]
    public void What_was_accepted_is_named() =>
        Assert.That(
            new RefusalRule<float>().Check(
                new Refuser([.. Rules.Where(static rule => !rule.Name.StartsWith("stride", StringComparison.Ordinal))]), Plane).Fault,
            Is.EqualTo("accepted a stride of 0 on the first axis; a stride of −1 on the first axis; a stride of 0 on the last axis; "
                + "a stride of −1 on the last axis; 4 of 47 were accepted"));

    [TestCase(false)]
    [TestCase(null)]
    public void Who_does_not_claim_it_is_not_asked(bool? claims) =>
        Assert.That(new RefusalRule<float>().Check(new Refuser([]) { Capabilities = new() { RefusesInvalid = claims } }, Plane).Standing,
            Is.EqualTo(Standing.NotApplicable));

    [Test]
    public void What_there_is_no_way_to_say_is_not_counted() =>
        Assert.That(new RefusalRule<float>().Check(new Refuser([]) { HasWords = false }, Plane), Is.EqualTo(new Finding(Standing.Holds)));

    private static bool IsOf(int axis, string name) => name.EndsWith($"axis {axis}", StringComparison.Ordinal);

    private static bool IsOfUnused(string name) => name.StartsWith("unused", StringComparison.Ordinal);

    private static OperatorCase Forward(params Axis[] axes) =>
        new(new ConvolutionGeometry(1, 4, 6, 2, axes), ConvolutionOperator.Forward, 1, flag: false);

    private static IEnumerable<(string, Func<RawGeometry, bool>)> OnAxis(int a) =>
    [
        ($"input of axis {a}", g => g.Rank <= a || g.Input[a] >= 0),
        ($"kernel of axis {a}", g => g.Rank <= a || g.Kernel[a] >= 1),
        ($"stride of axis {a}", g => g.Rank <= a || g.Stride[a] >= 1),
        ($"dilation of axis {a}", g => g.Rank <= a || g.Dilation[a] >= 1),
        ($"begin of axis {a}", g => g.Rank <= a || g.PadBegin[a] >= 0),
        ($"end of axis {a}", g => g.Rank <= a || g.PadEnd[a] >= 0),
        ($"room of axis {a}", g => g.Rank <= a || Room(g, a) >= 0),
        ($"output of axis {a}", g => g.Rank <= a || g.Stride[a] == 0 || g.Output[a] == Math.Floor((double)Room(g, a) / g.Stride[a]) + 1),
    ];

    private static IEnumerable<(string, Func<RawGeometry, bool>)> OnUnused(int a) =>
    [
        ($"unused input of axis {a}", g => g.Rank > a || g.Input[a] == 1),
        ($"unused kernel of axis {a}", g => g.Rank > a || g.Kernel[a] == 1),
        ($"unused output of axis {a}", g => g.Rank > a || g.Output[a] == 1),
        ($"unused stride of axis {a}", g => g.Rank > a || g.Stride[a] == 1),
        ($"unused dilation of axis {a}", g => g.Rank > a || g.Dilation[a] == 1),
        ($"unused begin of axis {a}", g => g.Rank > a || g.PadBegin[a] == 0),
        ($"unused end of axis {a}", g => g.Rank > a || g.PadEnd[a] == 0),
    ];

    private static long Room(RawGeometry g, int a) => g.Input[a] + g.PadBegin[a] + g.PadEnd[a] - ((g.Dilation[a] * (g.Kernel[a] - 1)) + 1);

    /// <summary>Refuses what breaks one of its rules.</summary>
    private sealed class Refuser((string Name, Func<RawGeometry, bool> Holds)[] rules) : ICandidate<float>, IRefuser
    {
        public string Name => "refuser";

        public bool HasWords { get; init; } = true;

        public Capabilities Capabilities { get; init; } = new() { RefusesInvalid = true };

        public Reply? AnswerInvalid(RawGeometry geometry, ConvolutionOperator op) =>
            !HasWords ? null : rules.All(rule => rule.Holds(geometry)) ? Reply.Done : new Reply(ReplyKind.Refused);

        public Reply Answer(Operands<float> operands, Span<float> result) => throw new NotSupportedException();

        public ImmutableArray<Reply> AnswerTogether(ImmutableArray<Operands<float>> operands, ImmutableArray<float[]> results) =>
            throw new NotSupportedException();
    }
}
