using ReferenceConv.Geometry;
using ReferenceConv.Verification.Networks;

namespace ReferenceConv.Verification.Runs;

/// <summary>A layer and the size at which it is run.</summary>
/// <param name="Network">Its network.</param>
/// <param name="Layer">The layer at the paper's size.</param>
/// <param name="Geometry">What is run.</param>
public sealed record SizedLayer(Network Network, Layer Layer, ConvolutionGeometry Geometry);
