using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Rules;

/// <summary>Geometries that no convolution has. Asked only of candidates that are given raw numbers and claim to refuse such.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RefusalRule<T>()
    : Rule<T>(
        "invalid geometry",
        RuleLevel.Must,
        "A geometry that cannot be is refused, and the result left alone.",
        "the checks before the first loop")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Named = 4;   // of those accepted

    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        if (candidate is not IRefuser refuser || candidate.Capabilities.For(instance.Operator).RefusesInvalid is not true)
            return Finding.NotApplicable;

        var accepted = new List<string>();
        int asked = 0;
        foreach ((string what, RawGeometry invalid) in InvalidGeometries.Of(instance.Geometry))
        {
            if (refuser.AnswerInvalid(invalid, instance.Operator) is not { } reply)
                continue;
            asked++;
            if (reply.Kind == ReplyKind.Misconduct)
                return Finding.Without(reply)! with { Fault = $"given {what}: {reply.Text}" };
            if (reply.Kind == ReplyKind.Done)
                accepted.Add(what);
        }

        if (accepted.Count == 0)
            return new Finding(Standing.Holds) { Outputs = asked };
        string fault = $"accepted {string.Join("; ", accepted.Take(Named))}; {accepted.Count} of {asked} were accepted";
        return new Finding(Standing.Broken) { Outputs = asked, Fault = fault };
    }
}
