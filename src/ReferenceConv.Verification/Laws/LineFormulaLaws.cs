using System.Collections.Immutable;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// The operators against the one-dimensional formulas of the lectures, which index and guard for themselves. The first axis of a case is
/// the line.
/// </summary>
internal static class LineFormulaLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("The output size of an axis is the one of the formula", Size),
        new("Forward on a line equals the correlation of the padded signal", Forward),
        new("Forward on a line is the parameter sharing matrix times the input", Matrix),
        new("Tiled forward on a line equals the tiled correlation", Tiled),
        new("The data gradient on a line equals the formula of back propagation", ToInput),
        new("The weight gradient on a line equals the formula of back propagation", ToKernel),
        new("The data gradient on a line equals the transposed convolution", Transposed),
        new("The data gradient on a line equals the convolution after zero insertion", ZeroInsertion),
        new("On a line as many outputs see each input as the formula counts", Participation),
        new("The receptive field of a stack is the one of the formula", Stack),
    ];

    private static string? Size(ConvolutionCase instance)
    {
        foreach (Axis axis in instance.Geometry.Axes)
        {
            int size = Formulas.OutputSize.Of(axis.Input, axis.Kernel, axis.Begin, axis.End, axis.Stride, axis.Dilation);
            if (Vector.Mismatch($"output size of {axis}", size, axis.Output) is { } mismatch)
                return mismatch;
        }

        return null;
    }

    /// <summary>Pad [S1.11–S1.13], correlate with holes [S2.33], keep every s-th value [S3.28].</summary>
    private static string? Forward(ConvolutionCase instance)
    {
        Axis axis = Line(instance);
        Trilinear<int> form = Draw(instance, axis);
        int[] padded = axis.Border switch
        {
            Border.Cyclic => Borders<int>.Cyclic(form.X, axis.Begin, axis.End),
            Border.Extended => Borders<int>.Extended(form.X, axis.Begin, axis.End),
            _ => Borders<int>.Zeros(form.X, axis.Begin, axis.End),
        };
        return Vector.Mismatch("y", Stride<int>.Subsample(Dilation<int>.Correlate(padded, form.W, axis.Dilation), axis.Stride), form.Y());
    }

    private static string? Matrix(ConvolutionCase instance)
    {
        Axis axis = Symmetric(instance);
        Trilinear<int> form = Draw(instance, axis);
        int[,] matrix = ParameterSharing<int>.Matrix(form.W, axis.Input, axis.Stride, axis.Begin, axis.Dilation);
        return Vector.Mismatch("y", Dense<int>.Layer(matrix, form.X), form.Y());
    }

    private static string? Tiled(ConvolutionCase instance)
    {
        Axis line = instance.Geometry.Axes[0];
        var axis = new Axis(line.Input + line.Kernel, line.Kernel, tile: line.Tile);
        Trilinear<int> form = Draw(instance, axis);
        int[][] filters = [.. form.W.Chunk(axis.Kernel)];
        return Vector.Mismatch("y", TiledConvolution<int>.Correlate(form.X, filters), form.Y());
    }

    private static string? ToInput(ConvolutionCase instance)
    {
        Axis axis = Symmetric(instance);
        Trilinear<int> form = Draw(instance, axis);
        int[] dx = StridedBackpropagation<int>.ToInput(form.G, form.W, axis.Input, axis.Stride, axis.Begin, axis.Dilation);
        return Vector.Mismatch("dx", dx, form.DX());
    }

    private static string? ToKernel(ConvolutionCase instance)
    {
        Axis axis = Symmetric(instance);
        Trilinear<int> form = Draw(instance, axis);
        int[] dw = StridedBackpropagation<int>.ToKernel(form.X, form.G, axis.Kernel, axis.Stride, axis.Begin, axis.Dilation);
        return Vector.Mismatch("dw", dw, form.DW());
    }

    private static string? Transposed(ConvolutionCase instance)
    {
        Axis axis = Symmetric(instance);
        Trilinear<int> form = Draw(instance, axis);
        int outputPadding = TransposedSize.OutputPadding(axis.Input, axis.Kernel, axis.Stride, axis.Begin, axis.Dilation);
        int[] dx = TransposedConvolution<int>.Of(form.G, form.W, axis.Stride, axis.Begin, axis.Dilation, outputPadding);
        return Vector.Mismatch("dx", dx, form.DX());
    }

    /// <summary>[S4.58, S4.59], without holes.</summary>
    private static string? ZeroInsertion(ConvolutionCase instance)
    {
        Axis axis = Symmetric(instance).But(dilation: 1);
        Trilinear<int> form = Draw(instance, axis);
        int outputPadding = TransposedSize.OutputPadding(axis.Input, axis.Kernel, axis.Stride, axis.Begin);
        int[] dx = ZeroInsertion<int>.TransposedConvolve(form.G, form.W, axis.Stride, axis.Begin, outputPadding);
        return Vector.Mismatch("dx", dx, form.DX());
    }

    /// <summary>[S4.23], stride 1 and no holes.</summary>
    private static string? Participation(ConvolutionCase instance)
    {
        Axis axis = Symmetric(instance).But(stride: 1, dilation: 1);
        return Vector.Mismatch(
            "participation", Formulas.Participation.Of(axis.Input, axis.Kernel, axis.Begin), new Relation(axis).Participation());
    }

    private static string? Stack(ConvolutionCase instance)
    {
        int[] sizes =
            Formulas.ReceptiveField.OfStack([.. instance.Geometry.Axes.Select(static axis => (axis.Kernel, axis.Stride, axis.Dilation))]);
        var field = Geometry.ReceptiveField.OfInput;
        var seen = new List<int>();
        foreach (Axis axis in instance.Geometry.Axes)
        {
            field = field.Then(axis.Kernel, axis.Stride, axis.Dilation, axis.Begin);
            seen.Add(field.Size);
        }

        return Vector.Mismatch("receptive field", sizes, [.. seen]);
    }

    private static Trilinear<int> Draw(ConvolutionCase instance, Axis axis) =>
        Trilinear<int>.Draw(ConvolutionGeometry.SingleChannel(axis), instance.Seed, static n => (int)n);

    /// <summary>The lectures know three borders; a reflected one becomes extended.</summary>
    private static Axis Line(ConvolutionCase instance)
    {
        Axis axis = instance.Geometry.Axes[0];
        return axis.But(input: Math.Max(axis.Input, 1), border: axis.Border == Border.Reflected ? Border.Extended : axis.Border, tile: 1);
    }

    /// <summary>The lectures' layers pad with as many zeros on either side; the input is long enough for the kernel.</summary>
    private static Axis Symmetric(ConvolutionCase instance)
    {
        Axis axis = instance.Geometry.Axes[0];
        return axis.But(input: axis.Input + axis.Extent, padding: (axis.Begin, axis.Begin), border: Border.Zeros, tile: 1);
    }
}
