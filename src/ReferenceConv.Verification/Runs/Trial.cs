using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Runs;

/// <summary>One operator of one layer with one fill.</summary>
/// <param name="Layer">The layer and its sizes.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Fill">The numbers.</param>
public sealed record Trial(SizedLayer Layer, ConvolutionOperator Operator, Fill Fill)
{
    /// <summary>The shapes it is run with.</summary>
    public ConvolutionGeometry Geometry => Fill == Fill.Structure ? Layer.Large : Layer.Small;

    /// <summary>
    /// What the operator is called in the layer's network: the forward direction of a transposed layer is the data gradient of its
    /// geometry.
    /// </summary>
    public string OperatorName => (Operator, Layer.Layer.IsTransposed) switch
    {
        (ConvolutionOperator.WeightGradient, _) => "weight gradient",
        (ConvolutionOperator.Forward, false) => "forward",
        (ConvolutionOperator.DataGradient, false) => "data gradient",
        (ConvolutionOperator.DataGradient, true) => "transposed forward",
        _ => "transposed data gradient",
    };
}
