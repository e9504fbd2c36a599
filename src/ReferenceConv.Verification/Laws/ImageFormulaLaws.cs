using System.Collections.Immutable;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// The operators against the two-dimensional formulas of the lectures. The first and the last axis of a case are the rows and the columns.
/// </summary>
internal static class ImageFormulaLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("Forward on an image equals the correlation of the padded image", Forward),
        new("Tiled forward on an image equals the tiled correlation", Tiled),
        new("Forward over channels equals the layer of the lecture", Layer),
        new("One by one forward equals the pointwise convolution", Pointwise),
        new("Depthwise forward equals the convolution of each channel alone", DepthwiseLayer),
        new("The data gradient on an image equals the formula of back propagation", ToInput),
        new("The weight gradient on an image equals the formula of back propagation", ToKernel),
        new("The data gradient on an image equals the transposed convolution", Transposed),
        new("The data gradient on an image equals the convolution after zero insertion", ZeroInsertion),
        new("On an image as many outputs see each input as the formula counts", Participation),
    ];

    /// <summary>
    /// Pad [S1.11–S1.13], correlate with holes [S2.33], keep every s-th row and column [S3.28]. Both axes have the border of the rows.
    /// </summary>
    private static string? Forward(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Axes(instance, static axis => axis.But(input: Math.Max(axis.Input, 1), tile: 1));
        Border border = rows.Border == Border.Reflected ? Border.Extended : rows.Border;
        (rows, columns) = (rows.But(border: border), columns.But(border: border));
        Trilinear<int> form = Draw(instance, rows, columns);

        int[,] x = Plane.Of(form.X, rows.Input, columns.Input);
        (int, int) down = (rows.Begin, rows.End);
        (int, int) along = (columns.Begin, columns.End);
        int[,] padded = border switch
        {
            Border.Cyclic => Borders<int>.Cyclic(x, down, along),
            Border.Extended => Borders<int>.Extended(x, down, along),
            _ => Borders<int>.Zeros(x, down, along),
        };
        int[,] all = Dilation<int>.Correlate(padded, Plane.Of(form.W, rows.Kernel, columns.Kernel), rows.Dilation, columns.Dilation);
        return Vector.Mismatch("y", Plane.Elements<int>(Stride<int>.Subsample(all, rows.Stride, columns.Stride)), form.Y());
    }

    private static string? Tiled(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Axes(instance, static axis => new Axis(axis.Input + axis.Kernel, axis.Kernel, tile: axis.Tile));
        Trilinear<int> form = Draw(instance, rows, columns);
        var w = new int[rows.Tile, columns.Tile, rows.Kernel, columns.Kernel];
        Buffer.BlockCopy(form.W, 0, w, 0, form.W.Length * sizeof(int));
        int[,] y = TiledConvolution<int>.Correlate(Plane.Of(form.X, rows.Input, columns.Input), w);
        return Vector.Mismatch("y", Plane.Elements<int>(y), form.Y());
    }

    /// <summary>[S4.43] for one image, one group, with its bias.</summary>
    private static string? Layer(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Axes(instance, Plain);
        var geometry = new ConvolutionGeometry(1, instance.Geometry.GroupInChannels, instance.Geometry.GroupOutChannels, 1, rows, columns);
        Trilinear<int> form = Trilinear<int>.Draw(geometry, instance.Seed, static n => (int)n).WithBias();
        var x = new int[geometry.InChannels, rows.Input, columns.Input];
        var w = new int[geometry.OutChannels, geometry.InChannels, rows.Kernel, columns.Kernel];
        Buffer.BlockCopy(form.X, 0, x, 0, form.X.Length * sizeof(int));
        Buffer.BlockCopy(form.W, 0, w, 0, form.W.Length * sizeof(int));
        return Vector.Mismatch("y", Plane.Elements<int>(Channels<int>.Layer(x, w, form.Bias)), form.Y());
    }

    /// <summary>[S1.45] for one image, one group, with its bias.</summary>
    private static string? Pointwise(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Axes(instance, static axis => new Axis(axis.Input + 1, 1));
        var geometry = new ConvolutionGeometry(1, instance.Geometry.GroupInChannels, instance.Geometry.GroupOutChannels, 1, rows, columns);
        Trilinear<int> form = Trilinear<int>.Draw(geometry, instance.Seed, static n => (int)n).WithBias();
        var x = new int[geometry.InChannels, rows.Input, columns.Input];
        Buffer.BlockCopy(form.X, 0, x, 0, form.X.Length * sizeof(int));
        int[,] w = Plane.Of(form.W, geometry.OutChannels, geometry.InChannels);
        return Vector.Mismatch("y", Plane.Elements<int>(PointwiseConvolution<int>.Layer(x, w, form.Bias)), form.Y());
    }

    /// <summary>[S3.23] g = C = K.</summary>
    private static string? DepthwiseLayer(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Axes(instance, Plain);
        int channels = instance.Geometry.GroupInChannels;
        Trilinear<int> form =
            Trilinear<int>.Draw(new ConvolutionGeometry(1, channels, channels, channels, rows, columns), instance.Seed, static n => (int)n);
        var x = new int[channels, rows.Input, columns.Input];
        var w = new int[channels, rows.Kernel, columns.Kernel];
        Buffer.BlockCopy(form.X, 0, x, 0, form.X.Length * sizeof(int));
        Buffer.BlockCopy(form.W, 0, w, 0, form.W.Length * sizeof(int));
        return Vector.Mismatch("y", Plane.Elements<int>(Depthwise<int>.Correlate(x, w)), form.Y());
    }

    private static string? ToInput(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Axes(instance, Symmetric);
        Trilinear<int> form = Draw(instance, rows, columns);
        int[,] dx = ImageBackpropagation<int>.ToInput(
            Plane.Of(form.G, rows.Output, columns.Output),
            Plane.Of(form.W, rows.Kernel, columns.Kernel),
            (rows.Input, columns.Input),
            (rows.Stride, columns.Stride),
            (rows.Begin, columns.Begin),
            (rows.Dilation, columns.Dilation));
        return Vector.Mismatch("dx", Plane.Elements<int>(dx), form.DX());
    }

    private static string? ToKernel(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Axes(instance, Symmetric);
        Trilinear<int> form = Draw(instance, rows, columns);
        int[,] dw = ImageBackpropagation<int>.ToKernel(
            Plane.Of(form.X, rows.Input, columns.Input),
            Plane.Of(form.G, rows.Output, columns.Output),
            (rows.Kernel, columns.Kernel),
            (rows.Stride, columns.Stride),
            (rows.Begin, columns.Begin),
            (rows.Dilation, columns.Dilation));
        return Vector.Mismatch("dw", Plane.Elements<int>(dw), form.DW());
    }

    /// <summary>[S4.58], without holes.</summary>
    private static string? Transposed(ConvolutionCase instance) =>
        Back(instance, TransposedConvolution<int>.Of);

    /// <summary>[S4.58, S4.59], without holes.</summary>
    private static string? ZeroInsertion(ConvolutionCase instance) =>
        Back(instance, ZeroInsertion<int>.TransposedConvolve);

    private static string? Back(
        ConvolutionCase instance, Func<int[,], int[,], (int, int), (int, int), (int, int), int[,]> transposed)
    {
        (Axis rows, Axis columns) = Axes(instance, static axis => Symmetric(axis).But(dilation: 1));
        Trilinear<int> form = Draw(instance, rows, columns);
        int[,] dx = transposed(
            Plane.Of(form.G, rows.Output, columns.Output),
            Plane.Of(form.W, rows.Kernel, columns.Kernel),
            (rows.Stride, columns.Stride),
            (rows.Begin, columns.Begin),
            (OutputPadding(rows), OutputPadding(columns)));
        return Vector.Mismatch("dx", Plane.Elements<int>(dx), form.DX());
    }

    /// <summary>[S4.23]</summary>
    private static string? Participation(ConvolutionCase instance)
    {
        (Axis rows, Axis columns) = Axes(instance, Plain);
        int[,] outputs = Formulas.Participation.Of(rows.Input, columns.Input, rows.Kernel, columns.Kernel);
        return Vector.Mismatch("participation", Plane.Elements<int>(outputs), new Relation(rows, columns).Participation());
    }

    private static int OutputPadding(Axis axis) => TransposedSize.OutputPadding(axis.Input, axis.Kernel, axis.Stride, axis.Begin);

    private static (Axis Rows, Axis Columns) Axes(ConvolutionCase instance, Func<Axis, Axis> change) =>
        (change(instance.Geometry.Axes[0]), change(instance.Geometry.Axes[^1]));

    /// <summary>No padding, stride or dilation; the input is long enough for the kernel.</summary>
    private static Axis Plain(Axis axis) => new(axis.Input + axis.Kernel, axis.Kernel);

    /// <summary>As many zeros on either side; the input is long enough for the kernel.</summary>
    private static Axis Symmetric(Axis axis) =>
        axis.But(input: axis.Input + axis.Extent, padding: (axis.Begin, axis.Begin), border: Border.Zeros, tile: 1);

    private static Trilinear<int> Draw(ConvolutionCase instance, Axis rows, Axis columns) =>
        Trilinear<int>.Draw(ConvolutionGeometry.SingleChannel(rows, columns), instance.Seed, static n => (int)n);
}
