using System.Collections.Immutable;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>The wrong channels.</summary>
internal static class GroupFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "every group reads the channels of the first",
            null,
            "groups > 1",
            static () => new() { Bend = static p => p.XChannel = p.WChannel }),
        Fault.Convolution(
            "every group uses the weights of the first",
            null,
            "groups > 1",
            static () => new() { Bend = static p => p.WRow %= p.Geometry.GroupOutChannels }),
        Fault.Convolution(
            "weight gradient wrong for groups",
            "https://github.com/pytorch/pytorch/issues/51430",
            "groups > 1, weight gradient",
            static () => new() { Bend = static p => p.XChannel = (p.WChannel * p.Geometry.Groups) + p.Group },
            Fault.WeightGradient),
        Fault.Convolution(
            "data gradient wrong only for groups with a stride",
            "https://github.com/ml-explore/mlx/pull/3800",
            "groups > 1 and stride > 1, data gradient",
            static () => new() { Bend = static p => p.XChannel = p.Axis(0).Stride > 1 ? p.WChannel : p.XChannel },
            Fault.DataGradient),
        Fault.Convolution(
            "outputs of a depthwise convolution dealt out in turn: k mod C",
            null,
            "depthwise with two outputs for each channel",
            static () => new() { Bend = static p => p.XChannel = p.Geometry.GroupInChannels == 1
                ? p.YChannel % p.Geometry.InChannels
                : p.XChannel }),
        Fault.Convolution(
            "channels of groups interleaved",
            null,
            "groups > 1 with more than one channel each",
            static () => new() { Bend = static p => p.XChannel = (p.WChannel * p.Geometry.Groups) + p.Group }),
        Fault.Convolution(
            "last group not computed",
            null,
            "groups > 1",
            static () => new() { Skips = static p => p.Geometry.Groups > 1 && p.Group == p.Geometry.Groups - 1 }),
        Fault.Convolution(
            "first axis of a grouped kernel stepped by all input channels",
            null,
            "groups > 1 with more than one channel each",
            static () => new() { Bend = static p => p.WRow = p.WRow * p.Geometry.Groups % p.Geometry.OutChannels }),
        Fault.Convolution(
            "one input channel taken for channels last",
            "https://github.com/pytorch/pytorch/issues/82060",
            "one input channel, more than one output channel",
            static () => new() { Bend = WriteChannelsLast }),
        Fault.Convolution(
            "every image reads the first",
            null,
            "batch > 1",
            static () => new() { Bend = static p => p.XImage = 0 }),
        Fault.Convolution(
            "last image not computed",
            null,
            "batch > 1",
            static () => new() { Skips = static p => p.YImage > 0 && p.YImage == p.Geometry.Batch - 1 }),
        Fault.Convolution(
            "weight gradient of the last image only",
            null,
            "batch > 1, weight gradient",
            static () => new() { Skips = static p => p.YImage < p.Geometry.Batch - 1 },
            Fault.WeightGradient),
    ];

    private static void WriteChannelsLast(Product p)
    {
        if (p.Geometry.InChannels > 1)
            return;
        int index = (p.YPosition * p.Geometry.OutChannels) + p.YChannel;
        (p.YChannel, p.YPosition) = (index / p.Geometry.Relation.Outputs, index % p.Geometry.Relation.Outputs);
    }
}
