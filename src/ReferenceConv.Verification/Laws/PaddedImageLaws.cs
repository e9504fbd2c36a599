using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>The operators against a naive formula on an explicitly padded image, which knows nothing of the relation they read.</summary>
internal static class PaddedImageLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("The output size counts the windows that fit", OutputSize),
        new("Forward equals the sum over the padded image", static instance => Check(instance, ConvolutionOperator.Forward)),
        new("The data gradient equals the sum over the padded image", static instance => Check(instance, ConvolutionOperator.DataGradient)),
        new("The weight gradient equals the sum over the padded image",
            static instance => Check(instance, ConvolutionOperator.WeightGradient)),
    ];

    /// <summary>P01: o = the number of window positions, counted.</summary>
    private static string? OutputSize(ConvolutionCase instance)
    {
        foreach (Axis axis in instance.Geometry.Axes)
            if (Vector.Mismatch($"output size of {axis}", new PaddedLine(axis).Windows, axis.Output) is { } mismatch)
                return mismatch;
        return null;
    }

    private static string? Check(ConvolutionCase instance, ConvolutionOperator op) =>
        OutputSize(instance) ?? Agreement.OnWrappingIntegers(instance, op, new PaddedConvolution<int>(), new ScalarConvolution<int>());
}
