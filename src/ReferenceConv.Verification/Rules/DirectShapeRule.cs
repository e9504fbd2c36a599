using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// A library that transforms some shapes (Winograd, FFT) claims the class for all of them. A shape on which it keeps the bound of the
/// direct class it does not transform, and there it is held to the rules that its class is spared.
/// </summary>
/// <remarks>
/// A transform adds numbers that a result does not have, so what rounding leaves of a large one shows beside a small result. Exact integers
/// hide that: F(2,3) halves them without loss. It is looked for with numbers over many octaves, then with one number alone against all of
/// the other operand, of which every second is so large that it hides the others even in the accumulators of the next wider format. So
/// every result is one product, and rounded once. Where padding or a border stands beside the inputs, or an axis has one product, there may
/// be nothing else to mix a number with: of such shapes nothing is said.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class DirectShapeRule<T>()
    : Rule<T>(
        "direct shapes",
        RuleLevel.Must,
        "Where a transforming class keeps the bound of the direct class, it keeps that class's rules.",
        "the shapes that are not transformed")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Lone = 16;   // calls with one number alone, half of them for each operand

    private const ulong Place = Lone;   // the stream of its place

    private static readonly int Large = NumberFormat<T>.LargestExponent * 3 / 4;

    private static readonly ImmutableArray<string> Shown =
        ["structure", "precision of first", "precision of second", "real numbers", "wide exponents"];

    private static readonly ImmutableArray<string> Spared = ["cancellation", "special values", "subnormals"];

    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        if (!candidate.Capabilities.For(instance.Operator).Exactness.IsTransforming || !MayShow(instance))
            return Finding.NotApplicable;
        Capabilities direct = candidate.Capabilities.But(instance.Operator, static claims => claims with { Exactness = Exactness.Direct });
        if (!Vectors(instance.WithMask(null), direct).All(vector => DataRule<T>.Ask(candidate, vector).Standing == Standing.Holds))
            return Finding.NotApplicable;

        long outputs = 0;
        foreach (DataRule<T> rule in RuleBook<T>.Data.Where(static rule => Spared.Contains(rule.Name)))
        {
            if (rule.Vector(instance, direct) is not { } vector)
                continue;
            Finding finding = DataRule<T>.Ask(candidate, vector);
            if (finding.Standing == Standing.Broken)
                return finding with { Fault = $"{rule.Name}, on a shape that is not transformed: {finding.Fault}" };
            outputs += finding.Outputs;
        }

        return new Finding(Standing.Holds) { Outputs = outputs, SmallestFault = 1 };
    }

    /// <summary>Whether a transform of the shape would add numbers that do not belong together.</summary>
    private static bool MayShow(OperatorCase instance) =>
        ConvolutionOperators.Trilinear.Contains(instance.Operator)
        && instance.Geometry.Axes.All(static axis => axis is { Begin: 0, End: 0 } && axis.Kernel + axis.Output > 2)
        && Signature.Of(instance.Geometry, instance.Operator, hasBias: false).Inputs.All(static input => input.Length > 0);

    private static IEnumerable<TestVector<T>> Vectors(OperatorCase instance, Capabilities direct)
    {
        foreach (DataRule<T> rule in RuleBook<T>.Data.Where(static rule => Shown.Contains(rule.Name)))
            if (rule.Vector(instance, direct) is { } vector)
                yield return vector;
        for (int call = 0; call < Lone; call++)
            yield return TestVectors<T>.Bounded(instance, Alone(instance, call), Exactness.Direct)!;
    }

    /// <summary>One number of an operand alone.</summary>
    private static Operands<T> Alone(OperatorCase instance, int call)
    {
        int operand = call % 2;
        var unbiased = new OperatorCase(instance.Geometry, instance.Operator, instance.Seed, flag: false);
        int length = Signature.Of(instance.Geometry, instance.Operator, hasBias: false).Inputs[operand].Length;
        int at = (int)(TestVectors<T>.Bits(instance, operand, call, Place) % (ulong)length);
        return unbiased.Draw((input, e) =>
        {
            ulong bits = TestVectors<T>.Bits(instance, input, e, (ulong)call);
            double number = 1 + ((bits >> 11) * Math.ScaleB(1, -53));
            return input != operand ? T.CreateChecked(bits % 2 == 0 ? number : Math.ScaleB(number, Large))
                : e == at ? T.CreateChecked(number)
                : T.Zero;
        });
    }
}
