using System.Buffers.Binary;
using System.Collections.Immutable;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Candidates;

/// <summary>
/// The numbers of a geometry as a candidate gets them, checked by nobody: those of a valid geometry, or with one of them changed.
/// </summary>
public sealed record RawGeometry
{
    /// <summary>Bytes of <c>struct refconv_geometry</c>: two int32, four int64 and seven int64[3], little-endian, without holes.</summary>
    public const int Size = (2 * sizeof(int)) + (4 * sizeof(long)) + (7 * MostAxes * sizeof(long));

    private const int MostAxes = 3;

    private RawGeometry(ConvolutionGeometry origin) => Origin = origin;

    /// <summary>The valid geometry it comes from, whose sizes the arrays have.</summary>
    public ConvolutionGeometry Origin { get; }

    /// <summary>Version of the layout, 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Number of spatial axes.</summary>
    public int Rank { get; init; }

    /// <summary>Images.</summary>
    public long Batch { get; init; }

    /// <summary>Input channels.</summary>
    public long InChannels { get; init; }

    /// <summary>Output channels.</summary>
    public long OutChannels { get; init; }

    /// <summary>Groups.</summary>
    public long Groups { get; init; }

    /// <summary>Input sizes; here and below three numbers, those of unused axes 1.</summary>
    public ImmutableArray<long> Input { get; init; }

    /// <summary>Taps.</summary>
    public ImmutableArray<long> Kernel { get; init; }

    /// <summary>Output sizes.</summary>
    public ImmutableArray<long> Output { get; init; }

    /// <summary>Strides.</summary>
    public ImmutableArray<long> Stride { get; init; }

    /// <summary>Dilations.</summary>
    public ImmutableArray<long> Dilation { get; init; }

    /// <summary>Padding before the input; 0 on unused axes.</summary>
    public ImmutableArray<long> PadBegin { get; init; }

    /// <summary>Padding after the input; 0 on unused axes.</summary>
    public ImmutableArray<long> PadEnd { get; init; }

    /// <summary>The numbers of a valid geometry.</summary>
    public static RawGeometry Of(ConvolutionGeometry geometry)
    {
        ImmutableArray<long> PerAxis(Func<Axis, long> number, long unused) =>
            [.. geometry.Axes.Select(number), .. Enumerable.Repeat(unused, MostAxes - geometry.Axes.Length)];
        return new RawGeometry(geometry)
        {
            Rank = geometry.Axes.Length,
            Batch = geometry.Batch,
            InChannels = geometry.InChannels,
            OutChannels = geometry.OutChannels,
            Groups = geometry.Groups,
            Input = PerAxis(static axis => axis.Input, 1),
            Kernel = PerAxis(static axis => axis.Kernel, 1),
            Output = PerAxis(static axis => axis.Output, 1),
            Stride = PerAxis(static axis => axis.Stride, 1),
            Dilation = PerAxis(static axis => axis.Dilation, 1),
            PadBegin = PerAxis(static axis => axis.Begin, 0),
            PadEnd = PerAxis(static axis => axis.End, 0),
        };
    }

    /// <summary>Writes <c>struct refconv_geometry</c>.</summary>
    /// <param name="bytes">Receives <see cref="Size"/> bytes.</param>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[sizeof(int)..], Rank);
        Span<byte> rest = bytes[(2 * sizeof(int))..];
        ReadOnlySpan<long> numbers =
        [
            Batch, InChannels, OutChannels, Groups,
            .. Input, .. Kernel, .. Output, .. Stride, .. Dilation, .. PadBegin, .. PadEnd,
        ];
        for (int number = 0; number < numbers.Length; number++)
            BinaryPrimitives.WriteInt64LittleEndian(rest[(number * sizeof(long))..], numbers[number]);
    }
}
