using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Examination;

/// <summary>Holds two calls against each other.</summary>
public static class CallsBefore
{
    /// <summary>Whether the call before is as wanted; the first call has none before it.</summary>
    public static bool Holds(this CallBefore wanted, ConvolutionGeometry? before, ConvolutionGeometry now) =>
        wanted == CallBefore.Anything || (before is not null && wanted switch
        {
            CallBefore.SameSizes => AreSame(before, now),
            CallBefore.OtherSizes => !AreSame(before, now),
            CallBefore.MoreInputs => before.InputLength > now.InputLength,
            CallBefore.FewerInputs => before.InputLength < now.InputLength,
            CallBefore.SameWeightsOtherInputs =>
                AreSame(before.WeightShape, now.WeightShape) && !AreSame(before.InputShape, now.InputShape),
            CallBefore.SameInputsOtherWeights =>
                AreSame(before.InputShape, now.InputShape) && !AreSame(before.WeightShape, now.WeightShape),
            _ => before.Batch != now.Batch && AreSame(WithBatch(before, now.Batch), now),
        });

    /// <summary>Convolutions that differ in one respect: in images, in output channels, in taps where there is room for one more.</summary>
    public static IEnumerable<ConvolutionGeometry> Near(ConvolutionGeometry geometry)
    {
        yield return WithBatch(geometry, geometry.Batch + 1);
        if (geometry.Batch > 1)
            yield return WithBatch(geometry, geometry.Batch - 1);
        if (geometry.GroupInChannels > 1 || geometry.Groups == 1)
            yield return new ConvolutionGeometry(
                geometry.Batch, geometry.InChannels, geometry.OutChannels + geometry.Groups, geometry.Groups, geometry.Axes);
        Axis last = geometry.Axes[^1];
        if (last.Kernel > 1)
            yield return new ConvolutionGeometry(
                geometry.Batch,
                geometry.InChannels,
                geometry.OutChannels,
                geometry.Groups,
                geometry.Axes.SetItem(
                    geometry.Axes.Length - 1,
                    new Axis(last.Input, last.Kernel - 1, last.Stride, last.Dilation, Padding.Explicit(last.Begin, last.End), last.Border,
                        last.Tile)));
    }

    private static ConvolutionGeometry WithBatch(ConvolutionGeometry geometry, int batch) =>
        new(batch, geometry.InChannels, geometry.OutChannels, geometry.Groups, geometry.Axes);

    private static bool AreSame(ConvolutionGeometry one, ConvolutionGeometry other) =>
        one.Batch == other.Batch && one.InChannels == other.InChannels && one.OutChannels == other.OutChannels && one.Groups == other.Groups
        && one.Axes.SequenceEqual(other.Axes);

    private static bool AreSame(IEnumerable<int> one, IEnumerable<int> other) => one.SequenceEqual(other);
}
