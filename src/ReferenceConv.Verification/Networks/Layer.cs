using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Networks;

/// <summary>A convolution of a network, at the size at which the paper runs it.</summary>
/// <param name="Name">Its name in the network, for example <c>conv2_1b</c>.</param>
/// <param name="Geometry">Its shapes, one image; of a transposed layer, the convolution that it transposes.</param>
public sealed record Layer(string Name, ConvolutionGeometry Geometry)
{
    /// <summary>Whether the network's forward direction is the transposed convolution, and its data gradient the plain one.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>How many layers of the network have this geometry.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>A layer with the same number on both axes of an image.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="size">Height and width of the input.</param>
    /// <param name="inChannels">Input channels C.</param>
    /// <param name="outChannels">Output channels K.</param>
    /// <param name="kernel">Taps per axis.</param>
    /// <param name="padding">Padding per axis.</param>
    /// <param name="stride">Stride per axis.</param>
    /// <param name="dilation">Dilation per axis.</param>
    /// <param name="groups">Groups.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static Layer OnImage(
        string name,
        int size,
        int inChannels,
        int outChannels,
        int kernel,
        Padding padding,
        int stride = 1,
        int dilation = 1,
        int groups = 1)
    {
        var axis = new Axis(size, kernel, stride, dilation, padding);
        return new Layer(name, new ConvolutionGeometry(1, inChannels, outChannels, groups, axis, axis));
    }

    /// <summary>
    /// A causal layer over a sequence: d(k−1) zeros before it, so that an output sees no later input and the length stays.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="length">Length of the sequence.</param>
    /// <param name="inChannels">Input channels C.</param>
    /// <param name="outChannels">Output channels K.</param>
    /// <param name="kernel">Taps.</param>
    /// <param name="dilation">Dilation.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static Layer Causal(string name, int length, int inChannels, int outChannels, int kernel, int dilation = 1)
    {
        var axis = new Axis(length, kernel, 1, dilation, Padding.Explicit(dilation * (kernel - 1), 0));
        return new Layer(name, new ConvolutionGeometry(1, inChannels, outChannels, 1, axis));
    }
}
