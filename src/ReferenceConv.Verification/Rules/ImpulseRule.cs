using System.Globalization;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// The whole index map of a small shape: a one at each place of each operand in turn, zeros elsewhere. What comes out says where that
/// product lands, how often, and whether it lands at all. If the candidate is linear in each operand, which the rule "bilinear" tests, the
/// shape is proven.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ImpulseRule<T>()
    : Rule<T>(
        "impulses",
        RuleLevel.Must,
        "On small shapes every single product lands exactly where it belongs.",
        "the tap and the input that the message names")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The most calls for one shape.</summary>
    public const int MostCalls = 1024;

    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        bool isSum = instance.Operator.IsMultilinear() && !instance.Operator.IsAverage();
        var shapes = Signature.Of(instance.Geometry, instance.Operator, hasBias: false);
        long calls = shapes.Inputs.Aggregate(1L, static (product, input) => product * input.Length);
        if (!isSum || calls is 0 or > MostCalls || candidate.Capabilities.For(instance.Operator).Exactness.IsTransforming)
            return Finding.NotApplicable;

        var result = new T[shapes.Result.Length];
        for (int call = 0; call < calls; call++)
        {
            int[] at = RowMajor.Coordinates(call, [.. shapes.Inputs.Select(static input => input.Length)]);
            Operands<T> impulses =
                Operands.Drawn(instance.Geometry, instance.Operator, flag: false, (input, e) => e == at[input] ? T.One : T.Zero);
            if (Finding.Without(candidate.Answer(impulses, result)) is { } unanswered)
                return unanswered;

            double[] expected = Oracle.Of(impulses.ToDouble());
            Finding finding = Grader.Grade<T>(new TestVector<T>(impulses, expected, null) { SmallestFault = 1, IsWeak = false }, result);
            if (finding.Evidence is { } evidence)
                return finding with { Outputs = calls * result.Length, Fault = Describe(shapes, at, expected, result, evidence.First) };
        }

        return new Finding(Standing.Holds) { Outputs = calls * result.Length, SmallestFault = 1 };
    }

    private static string Describe(Signature shapes, int[] at, double[] expected, T[] result, int first)
    {
        string product = string.Join('·', shapes.Inputs.Select((input, index) => input.At(at[index])));
        string[] must = Places(shapes.Result, expected);
        string[] does = Places(shapes.Result, Array.ConvertAll(result, double.CreateChecked));
        if (does.Length == 0)
            return $"{product} is lost; it belongs in {string.Join(" and ", must)}";
        if (must.Length == 0)
            return $"{product} must land nowhere, and lands in {does[0]}{(does.Length > 1 ? $" and {does.Length - 1} more" : "")}";
        return $"{product} belongs in {string.Join(" and ", must.Take(3))}, and lands in {string.Join(" and ", does.Take(3))}; first wrong at {shapes.Result.At(first)}";
    }

    private static string[] Places(ArrayShape shape, double[] numbers) =>
    [
        .. numbers.Select((number, e) => (number, e)).Where(static place => place.number != 0).Select(place =>
            shape.At(place.e) + (place.number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ×{place.number:G4}"))),
    ];
}
