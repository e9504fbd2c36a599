using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Examination;

/// <summary>What a fault keeps from call to call.</summary>
internal sealed class Memory
{
    /// <summary>The sizes for which weights are kept.</summary>
    public ConvolutionGeometry? Packed { get; set; }

    /// <summary>Weights.</summary>
    public float[] Weights { get; set; } = [];

    /// <summary>Results.</summary>
    public float[] Results { get; set; } = [];

    /// <summary>The buffer.</summary>
    public float[] Buffer { get; set; } = [];
}
