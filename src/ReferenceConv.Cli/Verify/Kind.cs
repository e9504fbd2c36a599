using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Cli.Verify;

/// <summary>What a fault is looked for with among small cases.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Fill">The numbers.</param>
public readonly record struct Kind(ConvolutionOperator Operator, Fill Fill);
