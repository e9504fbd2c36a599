using ReferenceConv.Geometry;
using ReferenceConv.Verification.Networks;

namespace ReferenceConv.Verification.Runs;

/// <summary>A layer and the sizes at which it is run.</summary>
/// <param name="Network">Its network.</param>
/// <param name="Layer">The layer at the paper's size.</param>
/// <param name="Large">What is run with the structure fill.</param>
/// <param name="Small">What is run with the precision fills.</param>
public sealed record SizedLayer(Network Network, Layer Layer, ConvolutionGeometry Large, ConvolutionGeometry Small);
