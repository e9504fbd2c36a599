using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>
/// A library that transforms some shapes (Winograd, FFT) claims the class for all of them. Where it gives exact sums exactly, with each
/// operand as wide as they stay exact, and keeps the bound of the direct class on real numbers, it does not transform: there it is held to
/// every rule of that class.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal static class DirectShapes<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly ImmutableArray<DataRule<T>> Shown =
        Named("structure", "precision of first", "precision of second", "real numbers");

    private static readonly ImmutableArray<DataRule<T>> Kept = Named("special values", "subnormals");

    /// <summary>The rules about numbers that a transforming class is not asked, and a shape that is not transformed is.</summary>
    public static ImmutableArray<DataRule<T>> Rules => Kept;

    /// <summary>
    /// The candidate with the direct class claimed of the operator, if the case shows that it does not transform this shape; null
    /// otherwise.
    /// </summary>
    public static ICandidate<T>? Of(ICandidate<T> candidate, OperatorCase instance)
    {
        if (!candidate.Capabilities.For(instance.Operator).Exactness.IsTransforming)
            return null;
        var direct = new AsDirect(candidate, instance.Operator);
        return Shown.All(rule => rule.Check(direct, instance).Standing is Standing.Holds or Standing.NotApplicable) ? direct : null;
    }

    private static ImmutableArray<DataRule<T>> Named(params ImmutableArray<string> names) =>
        [.. RuleBook<T>.Data.Where(rule => names.Contains(rule.Name))];

    private sealed class AsDirect(ICandidate<T> candidate, ConvolutionOperator op) : ICandidate<T>
    {
        public string Name => candidate.Name;

        public Capabilities Capabilities { get; } =
            candidate.Capabilities.But(op, static claims => claims with { Exactness = Exactness.Direct });

        public Reply Answer(Operands<T> operands, Span<T> result) => candidate.Answer(operands, result);

        public ImmutableArray<Reply> AnswerTogether(ImmutableArray<Operands<T>> operands, ImmutableArray<T[]> results) =>
            candidate.AnswerTogether(operands, results);
    }
}
