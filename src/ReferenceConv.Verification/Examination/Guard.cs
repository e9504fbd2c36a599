using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Examination;

/// <summary>When a fault shows: a conjunction of conditions on raw sizes, and perhaps one on the call before.</summary>
/// <param name="Predicates">One to four.</param>
/// <param name="Before">The condition on the call before.</param>
public sealed record Guard(ImmutableArray<SizePredicate> Predicates, CallBefore Before)
{
    /// <summary>Whether the sizes of a call are those that the guard wants.</summary>
    public bool Holds(ConvolutionGeometry geometry, ConvolutionOperator op)
    {
        foreach (SizePredicate predicate in Predicates)
            if (!predicate.Holds(geometry, op))
                return false;
        return true;
    }

    /// <summary>For example <c>kernel = 3 on all axes, batch ≥ 4</c>.</summary>
    public override string ToString() => string.Join(", ", Predicates) + (Before == CallBefore.Anything ? "" : $", before: {Before}");
}
