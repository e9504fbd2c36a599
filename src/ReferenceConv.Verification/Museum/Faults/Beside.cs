using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>What happens where a row of an image is read beside its ends: something else stands there than the padding.</summary>
internal static class Beside
{
    /// <summary>Adds to y the products of all taps that lie beside a row, over padding of zeros, with what is read there.</summary>
    /// <param name="operands">Of the forward operator over an image.</param>
    /// <param name="y">The right result.</param>
    /// <param name="columns">Which columns of outputs are concerned.</param>
    /// <param name="read">Which input of the plane is read at a row and at a position beside it; −1 for none.</param>
    public static void Add(Operands<float> operands, Span<float> y, Predicate<int> columns, Func<int, int, int> read)
    {
        (Axis rows, Axis row) = (operands.Geometry.Axes[0], operands.Geometry.Axes[1]);
        for (int column = 0; column < row.Output; column++)
            for (int tap = 0; tap < row.Kernel && columns(column); tap++)
                if (row.Position(column, tap) is var position && (position < 0 || position >= row.Input))
                    for (int o = 0; o < rows.Output; o++)
                        for (int r = 0; r < rows.Kernel; r++)
                            if (rows.InputAt(o, r) is var i and >= 0 && read(i, (int)position) is var place and >= 0)
                                AddProducts(operands, y, (o * row.Output) + column, (r * row.Kernel) + tap, place);
    }

    private static void AddProducts(Operands<float> operands, Span<float> y, int output, int tap, int input)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        for (int plane = 0; plane < geometry.Batch * geometry.OutChannels; plane++)
        {
            int k = plane % geometry.OutChannels;
            int first = (plane / geometry.OutChannels * geometry.InChannels) + (k / geometry.GroupOutChannels * geometry.GroupInChannels);
            for (int c = 0; c < geometry.GroupInChannels; c++)
                y[(plane * geometry.Relation.Outputs) + output] +=
                    operands.Inputs[0][((first + c) * geometry.Relation.Inputs) + input]
                    * operands.Inputs[1][(((k * geometry.GroupInChannels) + c) * geometry.Relation.Taps) + tap];
        }
    }
}
