using NUnit.Framework;
using ReferenceConv;
using ReferenceConv.Geometry;
using ReferenceConv.NUnit;
using ReferenceConv.Verification.Candidates;

namespace Example;

/// <summary>Holds <see cref="MyConvolution"/> to every rule.</summary>
[TestFixture]
public sealed class MyConvolutionConformance : ConvolutionConformance<float>
{
    /// <inheritdoc/>
    protected override IConvolution<float> Convolution { get; } = new MyConvolution();

    /// <summary>Zeros in the padding, and one kernel for all outputs.</summary>
    protected override Capabilities Claims => base.Claims with { Borders = [Border.Zeros], Tiles = false };
}
