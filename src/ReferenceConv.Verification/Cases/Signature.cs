using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>Which arrays an operator reads and which one it writes, all contiguous and row-major.</summary>
/// <param name="Inputs">In the order in which they are passed.</param>
/// <param name="Result">Overwritten, never added to.</param>
public sealed record Signature(ImmutableArray<ArrayShape> Inputs, ArrayShape Result)
{
    /// <summary>
    /// forward (x, w[, bias]) → y; data gradient (w, dy) → dx; weight gradient (x, dy) → dw; bias gradient (dy) → db;
    /// max pooling (x) → y and (x, dy) → dx; average pooling (x) → y and (dy) → dx.
    /// </summary>
    /// <param name="geometry">The shapes; a pooling's has as many groups as channels.</param>
    /// <param name="op">The operator.</param>
    /// <param name="hasBias">Whether the forward operator has a bias; no other reads it.</param>
    public static Signature Of(ConvolutionGeometry geometry, ConvolutionOperator op, bool hasBias)
    {
        ArrayShape Input(string name) => new(name, geometry.InputShape);
        ArrayShape Output(string name) => new(name, geometry.OutputShape);
        ArrayShape Weights(string name) => new(name, geometry.WeightShape);
        ArrayShape Bias(string name) => new(name, [geometry.OutChannels]);
        return op switch
        {
            ConvolutionOperator.Forward =>
                new(hasBias ? [Input("x"), Weights("w"), Bias("bias")] : [Input("x"), Weights("w")], Output("y")),
            ConvolutionOperator.DataGradient => new([Weights("w"), Output("dy")], Input("dx")),
            ConvolutionOperator.WeightGradient => new([Input("x"), Output("dy")], Weights("dw")),
            ConvolutionOperator.BiasGradient => new([Output("dy")], Bias("db")),
            ConvolutionOperator.MaxPooling or ConvolutionOperator.AveragePooling => new([Input("x")], Output("y")),
            ConvolutionOperator.MaxPoolingGradient => new([Input("x"), Output("dy")], Input("dx")),
            _ => new([Output("dy")], Input("dx")),
        };
    }
}
