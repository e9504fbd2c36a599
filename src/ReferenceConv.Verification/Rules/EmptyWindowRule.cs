using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Rules;

/// <summary>
/// Poolings padded so far that the first and the last window of each axis see no input. Frameworks differ in whether that is allowed; where
/// it is, the greatest of nothing is −∞, and its gradient goes nowhere. Nothing is said about means.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class EmptyWindowRule<T>()
    : Rule<T>(
        "empty windows",
        RuleLevel.Must,
        "A max pooling refuses windows that see no input, or gives −∞ for them and no gradient.",
        "what the search for the greatest starts with")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const long Range = 31;
    private const long MostMultiplyAdds = 1 << 18;   // padding by whole windows makes many more of them

    /// <inheritdoc/>
    public override Finding Check(ICandidate<T> candidate, OperatorCase instance)
    {
        if (instance.Operator is not (ConvolutionOperator.MaxPooling or ConvolutionOperator.MaxPoolingGradient)
            || Padded(instance.Geometry) is not { MultiplyAdds: <= MostMultiplyAdds } geometry
            || candidate.Capabilities.Lacks(geometry, instance.Operator, hasBias: false) is not null)
            return Finding.NotApplicable;

        Operands<T> operands = Operands.Drawn(
            geometry,
            instance.Operator,
            flag: false,
            (input, e) => T.CreateChecked(Draw.Odd((3 * instance.Seed) + (ulong)input, (ulong)e, Range)));
        var vector = new TestVector<T>(operands, Expected(geometry, operands.ToDouble()), null) { SmallestFault = 1, IsWeak = false };
        var result = new T[vector.Expected.Length];
        Reply reply = candidate.Answer(operands, result);
        return reply.Kind is ReplyKind.Unsupported or ReplyKind.Refused || IsRefusal(reply)
            ? Finding.NotApplicable
            : Finding.Without(reply) ?? Grader.Grade(vector, result);
    }

    /// <summary>A function in this process has no other way to refuse.</summary>
    private static bool IsRefusal(Reply reply) =>
        reply.Conduct == Conduct.Returns && reply.Text is { } text && text.StartsWith("threw Argument", StringComparison.Ordinal);

    /// <summary>The same windows over zeros, with a whole window of padding at both ends of each axis.</summary>
    private static ConvolutionGeometry? Padded(ConvolutionGeometry geometry) =>
        geometry.Axes.Any(static axis => axis.Border != Border.Zeros)
        ? null
        : new ConvolutionGeometry(
            geometry.Batch,
            geometry.InChannels,
            geometry.OutChannels,
            geometry.Groups,
            geometry.Axes.Select(static axis =>
                new Axis(axis.Input, axis.Kernel, axis.Stride, axis.Dilation, Padding.Explicit(axis.Extent, axis.Extent))));

    private static double[] Expected(ConvolutionGeometry geometry, Operands<double> operands)
    {
        double[] x = operands.Inputs[0];
        bool isGradient = operands.Operator == ConvolutionOperator.MaxPoolingGradient;
        var result = new double[operands.Signature.Result.Length];
        foreach (Window window in geometry.Windows)
            for (int plane = 0; plane < geometry.Batch * geometry.InChannels; plane++)
            {
                int input = plane * geometry.Relation.Inputs;
                int output = (plane * geometry.Relation.Outputs) + window.Output;
                int greatest = -1;
                foreach ((_, int i) in window.Pairs)
                    greatest = greatest < 0 || x[input + i] > x[greatest] ? input + i : greatest;
                if (!isGradient)
                    result[output] = greatest < 0 ? double.NegativeInfinity : x[greatest];
                else if (greatest >= 0)
                    result[greatest] += operands.Inputs[1][output];
            }

        return result;
    }
}
