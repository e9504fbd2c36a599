using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Benchmarks.Peers.Layers;

/// <summary>
/// One convolution to time, batch 1, no bias. A transposed layer is the data gradient of <see cref="Geometry"/>:
/// it reads what the geometry calls the output and writes what the geometry calls the input.
/// </summary>
internal sealed record NetworkLayer(string Name, ConvolutionGeometry Geometry, bool IsTransposed = false, bool IsResNet = false)
{
    /// <summary>Shape of what the layer reads.</summary>
    public ImmutableArray<int> InputShape => IsTransposed ? Geometry.OutputShape : Geometry.InputShape;

    /// <summary>Shape of what the layer writes.</summary>
    public ImmutableArray<int> OutputShape => IsTransposed ? Geometry.InputShape : Geometry.OutputShape;

    /// <summary>Elements the layer reads.</summary>
    public int InputLength => IsTransposed ? Geometry.OutputLength : Geometry.InputLength;

    /// <summary>Elements the layer writes.</summary>
    public int OutputLength => IsTransposed ? Geometry.InputLength : Geometry.OutputLength;

    /// <summary>
    /// Two for each nominal multiply-add; products with padding count, a transposed layer counts as the one it transposes.
    /// </summary>
    public double Flops => 2.0 * Geometry.MultiplyAdds;

    /// <summary>
    /// Bytes of one padded copy of the input: what a convolution without a column matrix may need. A transposed input has no padding.
    /// </summary>
    public long PaddedInputBytes
    {
        get
        {
            long elements = InputShape[0] * (long)InputShape[1];
            foreach (Axis axis in Geometry.Axes)
                elements *= IsTransposed ? axis.Output : axis.Input + axis.Begin + axis.End;
            return elements * sizeof(float);
        }
    }

    /// <summary>Bytes of the column matrix of one group, which explicit im2col builds.</summary>
    public long ColumnBytes => sizeof(float) * (long)Geometry.GroupInChannels * Geometry.Relation.Taps * Geometry.Relation.Outputs;
}
