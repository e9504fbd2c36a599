using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Rules;

/// <summary>Cases for rules, and rules by name.</summary>
internal static class Instances
{
    /// <summary>Five windows of three taps over two channels in and out.</summary>
    public static OperatorCase Small(ConvolutionOperator op, ulong seed = 1) =>
        new(new ConvolutionGeometry(2, 2, 2, 1, new Axis(7, 3)), op, seed, flag: false);

    /// <summary>One tap, one channel: every result is one product.</summary>
    public static OperatorCase Pointwise(ConvolutionOperator op, int inputs = 40, ulong seed = 1) =>
        new(ConvolutionGeometry.SingleChannel(new Axis(inputs, 1)), op, seed, flag: false);

    /// <summary>The cases of a seed that are not too large, for all operators.</summary>
    public static IEnumerable<OperatorCase> Drawn(
        ulong seed, int cases, long mostMultiplyAdds, params IEnumerable<ConvolutionOperator> operators) =>
        Enumerable.Range(0, int.MaxValue)
            .Select(index => ConvolutionCase.Random(seed, index))
            .Where(drawn => drawn.Geometry.MultiplyAdds <= mostMultiplyAdds)
            .Take(cases)
            .SelectMany(drawn => operators.Select(op => OperatorCase.Of(drawn, op)))
            .OfType<OperatorCase>();

    public static DataRule<T> Rule<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => RuleBook<T>.Data.Single(rule => rule.Name == name);

    /// <summary>The rules about numbers that a candidate breaks.</summary>
    public static string[] Broken<T>(ICandidate<T> candidate, OperatorCase instance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. RuleBook<T>.Data.Where(rule => rule.Check(candidate, instance).Standing == Standing.Broken).Select(static rule => rule.Name)];
}
