using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Examination;

/// <summary>A convolution that is wrong in one operator where its guard holds, and everywhere else the plain loops.</summary>
/// <param name="Operator">The operator that is wrong.</param>
/// <param name="Guard">When.</param>
/// <param name="Mutation">How.</param>
/// <param name="Constant">The number in the line that is wrong: 4, 8 or 16.</param>
/// <param name="Claims">What the convolution claims.</param>
/// <param name="IsArbitrary">Whether the constants of the guard are such that nobody would expect them.</param>
public sealed record ExaminationFault(
    ConvolutionOperator Operator,
    Guard Guard,
    Mutation Mutation,
    int Constant,
    Capabilities Claims,
    bool IsArbitrary)
{
    /// <summary>
    /// Calls on the last of which the result differs from that of the plain loops: one, or two where it takes a call before.
    /// </summary>
    public ImmutableArray<ConvolutionGeometry> Witness { get; init; } = [];

    /// <summary>Whether it takes a call before.</summary>
    public bool HasState => Mutation.HasState || Guard.Before != CallBefore.Anything;

    /// <summary>The loops without a fault.</summary>
    /// <param name="operands">Geometry, operator and input arrays.</param>
    /// <param name="result">Receives the result.</param>
    public static void AnswerPlainly(Operands<float> operands, Span<float> result) =>
        new PlainLoops(new Lines(operands.Geometry), new Memory()).Answer(operands, result);

    /// <summary>The convolution, before its first call.</summary>
    public FaultyConvolution Make() => new(this);

    /// <summary>
    /// Whether the line that is wrong says something else on these shapes: the remainder of a size by a vector's width may be 0.
    /// </summary>
    internal bool Changes(ConvolutionGeometry geometry)
    {
        var lines = new Lines(geometry);
        Mutation.Change(lines, Constant);
        return !lines.AreLike(new Lines(geometry));
    }

    /// <summary>For example <c>forward: everything is zero where kernel = 3 on all axes</c>.</summary>
    public override string ToString() => $"{Operator.Name()}: {Mutation.Name} ({Constant}) where {Guard}";
}
