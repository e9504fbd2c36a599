using System.Numerics;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Candidates;

/// <summary>Right convolutions that differ in how they add up products.</summary>
internal static class Summation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Σ first·second.</summary>
    public delegate T Sum(T[] first, T[] second);

    public static (string Name, Sum Sum)[] All { get; } =
    [
        ("in order", static (a, b) => InOrder(a, b, fused: false)),
        ("reversed", static (a, b) => InOrder([.. a.Reverse()], [.. b.Reverse()], fused: false)),
        ("8 lanes", EightLanes),
        ("fused", static (a, b) => InOrder(a, b, fused: true)),
        ("double",
            static (a, b) => T.CreateChecked(a.Zip(b, static (one, two) => double.CreateChecked(one) * double.CreateChecked(two)).Sum())),
        ("Kahan", Kahan),
        ("pairwise", static (a, b) => a.Length == 0 ? T.Zero : Pairwise(a, b)),
    ];

    public static Sum Named(string name) => All.Single(sum => sum.Name == name).Sum;

    public static InProcessCandidate<T> Candidate(string name, Sum sum, Capabilities? capabilities = null) => new(
        name,
        (operands, result) =>
        {
            Operands<Collected<T>> collecting = new(
                operands.Geometry,
                operands.Operator,
                operands.CountsPadding,
                [.. operands.Inputs.Select(static (numbers, input) => Array.ConvertAll(numbers, number => input == 2
                    ? Collected<T>.Added(number)
                    : new Collected<T>(number)))]);
            Collected<T>[] collected = collecting.Apply(new ScalarConvolution<Collected<T>>());
            for (int e = 0; e < result.Length; e++)
            {
                (T[] first, T[] second) = collected[e].Factors();
                result[e] = sum(first, second);
            }
        },
        capabilities ?? Capabilities.Convolution);

    private static T InOrder(T[] a, T[] b, bool fused)
    {
        T sum = T.Zero;
        for (int e = 0; e < a.Length; e++)
            sum = fused ? T.FusedMultiplyAdd(a[e], b[e], sum) : sum + (a[e] * b[e]);
        return sum;
    }

    private static T EightLanes(T[] a, T[] b)
    {
        var lanes = new T[8];
        for (int e = 0; e < a.Length; e++)
            lanes[e % 8] += a[e] * b[e];
        return lanes.Aggregate(static (left, right) => left + right);
    }

    private static T Kahan(T[] a, T[] b)
    {
        T sum = T.Zero;
        T lost = T.Zero;
        for (int e = 0; e < a.Length; e++)
        {
            T term = (a[e] * b[e]) - lost;
            T next = sum + term;
            lost = T.IsFinite(next) ? next - sum - term : T.Zero;
            sum = next;
        }

        return sum;
    }

    private static T Pairwise(ReadOnlySpan<T> a, ReadOnlySpan<T> b) =>
        a.Length == 1
            ? a[0] * b[0]
            : Pairwise(a[..(a.Length / 2)], b[..(a.Length / 2)]) + Pairwise(a[(a.Length / 2)..], b[(a.Length / 2)..]);
}
