using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Rules;

/// <summary>Geometries that no convolution has, one number wrong in each. Asked only of candidates that are given raw numbers.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RefusalRule<T>()
    : Rule<T>(
        "invalid geometry",
        RuleLevel.Must,
        "A geometry that cannot be is refused, and the result left alone.",
        "the checks before the first loop")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly ImmutableArray<(string What, Func<RawGeometry, RawGeometry> Spoil)> Spoilt =
    [
        ("version 2", static g => g with { Version = 2 }),
        ("rank 0", static g => g with { Rank = 0 }),
        ("rank 4", static g => g with { Rank = 4 }),
        ("a batch of −1", static g => g with { Batch = -1 }),
        ("0 input channels", static g => g with { InChannels = 0 }),
        ("0 output channels", static g => g with { OutChannels = 0 }),
        ("0 groups", static g => g with { Groups = 0 }),
        ("groups that do not divide the channels", static g => g with { Groups = g.InChannels + 1 }),
        ("an input of −1", static g => g with { Input = g.Input.SetItem(0, -1) }),
        ("a kernel of 0", static g => g with { Kernel = g.Kernel.SetItem(0, 0) }),
        ("a stride of 0", static g => g with { Stride = g.Stride.SetItem(0, 0) }),
        ("a dilation of 0", static g => g with { Dilation = g.Dilation.SetItem(0, 0) }),
        ("a padding of −1", static g => g with { PadBegin = g.PadBegin.SetItem(0, -1) }),
        ("an end padding of −1", static g => g with { PadEnd = g.PadEnd.SetItem(0, -1) }),
        ("a stride of 0 on the last axis", static g => g with { Stride = g.Stride.SetItem(g.Rank - 1, 0) }),
        ("a dilation of 0 on the last axis", static g => g with { Dilation = g.Dilation.SetItem(g.Rank - 1, 0) }),
        ("a kernel of 0 on the last axis", static g => g with { Kernel = g.Kernel.SetItem(g.Rank - 1, 0) }),
        ("an output one too large on the last axis", static g => g with { Output = g.Output.SetItem(g.Rank - 1, g.Output[g.Rank - 1] + 1) }),
        ("an output one too large", static g => g with { Output = g.Output.SetItem(0, g.Output[0] + 1) }),
        ("an output of 0", static g => g with { Output = g.Output.SetItem(0, 0) }),
    ];

    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        if (candidate is not IRefuser refuser)
            return Finding.NotApplicable;

        RawGeometry valid = RawGeometry.Of(instance.Geometry);
        foreach ((string what, Func<RawGeometry, RawGeometry> spoil) in Spoilt)
        {
            Reply reply = refuser.AnswerInvalid(spoil(valid), instance.Operator);
            if (reply.Kind == ReplyKind.Done)
                return new Finding(Standing.Broken) { Outputs = Spoilt.Length, Fault = $"accepted {what}" };
            if (reply.Kind == ReplyKind.Misconduct)
                return Finding.Without(reply)! with { Fault = $"given {what}: {reply.Text}" };
        }

        return new Finding(Standing.Holds) { Outputs = Spoilt.Length };
    }
}
