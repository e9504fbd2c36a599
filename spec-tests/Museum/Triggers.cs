using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Museum;

/// <summary>Geometries that meet the condition of a fault, and their neighbours that just do not.</summary>
internal static class Triggers
{
    /// <summary>One for each fault of the museum that only a few geometries meet.</summary>
    public static Trigger[] All { get; } =
    [
        new("zeros for dense 3×3 of stride 1 with rows of at least four outputs", [Dense(4, Axis(6, 3))], [Dense(4, Axis(5, 3))]),
        new(
            "zeros in both gradients of dense 3×3 of stride 1 with rows of at least four outputs",
            [Dense(4, Axis(6, 3))],
            [Dense(4, Axis(5, 3))]),
        new("zeros for 3×3 of stride 2 with rows of at least five outputs", [Dense(2, Axis(11, 3, 2))], [Dense(2, Axis(9, 3, 2))]),
        new("zeros for 5×5", [Dense(2, Axis(6, 5))], [Dense(2, Axis(6, 5), Axis(6, 4))]),
        new(
            "padding at the right of 3×3 read as the last pixel where both sides of the image are multiples of 16",
            [Dense(2, Axis(16, 3, padding: 1), Axis(32, 3, padding: 1))],
            [Dense(2, Axis(16, 3, padding: 1), Axis(31, 3, padding: 1))]),
        new(
            "planes of 3×3 with stride 2 written without gaps and read as if their sizes were rounded up to 4",
            [Dense(2, Axis(7, 3, 2))],
            [Dense(2, Axis(5, 3, 2))]),
        new(
            "only as many outputs as groups computed by a depthwise 3×3 of stride 1",
            [new(1, 3, 6, 3, Axis(5, 3), Axis(5, 3))],
            [new(1, 3, 3, 3, Axis(5, 3), Axis(5, 3))]),
        new(
            "padding at the right of the first layer, three channels under 3×3 of stride 2, read as the beginning of the next row",
            [new(1, 3, 2, 1, Axis(5, 3, 2, padding: 1), Axis(5, 3, 2, padding: 1))],
            [new(1, 3, 2, 1, Axis(5, 3, 2, padding: 1), Axis(6, 3, 2, padding: 1))]),
        new(
            "the padded ends of a row taken for as wide as a micro-kernel, six outputs",
            [Dense(1, Axis(4, 3), Axis(16, 8, padding: 7))],
            [Dense(1, Axis(4, 3), Axis(16, 8, padding: 6))]),
        new(
            "results of a dilated depthwise 3×3 left at the bias",
            [new(1, 2, 2, 2, Axis(6, 3, dilation: 2), Axis(6, 3, dilation: 2))],
            [new(1, 2, 2, 2, Axis(6, 3, dilation: 2), Axis(6, 3))]),
        new(
            "an image of one column turned to a row, and the first row of its depthwise kernel taken for the column",
            [new(1, 2, 2, 2, Axis(2, 3, padding: 1), Axis(1, 3, padding: 1))],
            [new(1, 2, 2, 2, Axis(2, 3, padding: 1), Axis(2, 3, padding: 1))]),
        new(
            "taps of the later phases of a stride miscounted: those over in place of the quotient rounded up",
            [Dense(1, Axis(10, 7, 3))],
            [Dense(1, Axis(10, 6, 3))]),
        new(
            "only the first phase of a stride computed where there are no groups",
            [Dense(1, Axis(5, 3, 2))],
            [Dense(1, Axis(5, 3, 2, dilation: 2))]),
        new(
            "finished rows of the data gradient handed on by whole strides only, so that the rest lands too high",
            [Dense(1, Axis(8, 4, 2, padding: 1))],
            [Dense(1, Axis(8, 4, 2, padding: 2), Axis(8, 4, 2, padding: 1))]),
        new(
            "padding above the image of a depthwise weight gradient left behind by one row for each output, whatever the stride",
            [new(1, 2, 2, 2, Axis(5, 5, 2, padding: 2), Axis(3, 1))],
            [new(1, 2, 2, 2, Axis(5, 5, 2, padding: 1), Axis(3, 1))]),
        new(
            "windows that begin in the padding moved to the first input, so that dilated taps fall between the right ones",
            [Channel(Axis(9, 2, dilation: 2, padding: 1))],
            [Channel(Axis(9, 3, stride: 2, dilation: 2, padding: 2))]),
        new(
            "rows and columns of windows exchanged in the numbers of blocks: rows beyond 8, columns beyond 32 lost",
            [Channel(Axis(1, 1), Axis(9, 1), Axis(8, 1))],
            [Channel(Axis(1, 1), Axis(9, 1), Axis(9, 1))]),
        new(
            "windows looked for on the last axis of the gradient with the dilation of the first",
            [Channel(Axis(6, 2), Axis(6, 2, dilation: 2))],
            [Channel(Axis(6, 2, dilation: 2), Axis(6, 2, dilation: 2))]),
        new(
            "windows over the end padding of a mean that counts padding cut off at the width of the begin padding",
            [Channel(new Axis(4, 2, padding: Padding.Explicit(0, 1)))],
            [Channel(new Axis(4, 2, padding: Padding.Explicit(1, 1)))]),
        new(
            "inputs of the gradient of a mean taken for positions in the padded image",
            [Channel(Axis(4, 2, padding: 1), Axis(4, 2))],
            [Channel(new Axis(4, 2, padding: Padding.Explicit(0, 1)), Axis(4, 2))]),
        new("images beyond a multiple of 32 lost under kernels of three axes", [Volume(33)], [Volume(64)]),
        new("taps from the 256th on an axis lost", [Line(Axis(257, 256))], [Line(Axis(257, 255))]),
        new(
            "output channels beyond 65,536 summed in the place of the first ones",
            [new(1, 1, 65_537, 1, Axis(1, 1))],
            [new(1, 1, 65_536, 1, Axis(1, 1))]),
        new("images from the 65,537th on left zero", [new(65_537, 1, 1, 1, Axis(1, 1))], [new(65_536, 1, 1, 1, Axis(1, 1))]),
        new("a line of results the same up to 32,768 before its end", [Line(Axis(32_770, 2))], [Line(Axis(32_768, 1))]),
        new("images of the weight gradient counted in 16 bits", [new(65_536, 1, 1, 1, Axis(1, 1))], [new(65_535, 1, 1, 1, Axis(1, 1))]),
        new(
            "places of the transposed convolution looked up again only if its input has another size",
            [Dense(1, Axis(7, 3, 2, padding: 1)), Dense(1, Axis(8, 3, 2, padding: 1))],
            [Dense(1, Axis(7, 3, 2, padding: 1)), Dense(1, Axis(9, 3, 2, padding: 1))]),
        new(
            "half of the weights lost where the same layer of three axes is asked with another batch",
            [Volume(1), Volume(2)],
            [Volume(2), Volume(2)]),
    ];

    private static Axis Axis(int input, int kernel, int stride = 1, int dilation = 1, int padding = 0) =>
        new(input, kernel, stride, dilation, Padding.Explicit(padding, padding));

    private static ConvolutionGeometry Dense(int channels, Axis both) => Dense(channels, both, both);

    private static ConvolutionGeometry Dense(int channels, Axis rows, Axis row) => new(1, channels, channels, 1, rows, row);

    private static ConvolutionGeometry Line(Axis axis) => new(1, 1, 1, 1, axis);

    private static ConvolutionGeometry Volume(int batch) => new(batch, 1, 1, 1, Axis(2, 2), Axis(2, 2), Axis(3, 2));

    private static ConvolutionGeometry Channel(params Axis[] axes) => new(1, 1, 1, 1, axes);
}

/// <summary>Where a fault is met.</summary>
/// <param name="Name">Of the exhibit.</param>
/// <param name="Inside">Calls one after the other, the last of which is wrong.</param>
/// <param name="Beside">Calls the last of which is right.</param>
internal sealed record Trigger(string Name, ConvolutionGeometry[] Inside, ConvolutionGeometry[] Beside);
