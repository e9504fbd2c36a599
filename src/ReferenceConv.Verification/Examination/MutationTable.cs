using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Examination;

/// <summary>
/// Every line that can go wrong: bounds of loops, indices, the layout of the buffer, sums, copies, threads, and what is kept.
/// </summary>
internal static class MutationTable
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Mutation> All { get; } =
        [.. Loops(), .. Indices(), .. Buffers(), .. Sums(), .. Copies(), .. Threads(), .. States()];

    private static IEnumerable<Mutation> Loops()
    {
        yield return new("the last output of a row is lost", Any, static (lines, _) => lines.Output[2].End--);
        yield return new("the first output of a row is lost", Any, static (lines, _) => lines.Output[2].Begin++);
        yield return new("the last row of outputs is lost", Any, static (lines, _) => lines.Output[lines.First].End--);
        yield return new("outputs beyond whole vectors are lost", Any, static (lines, v) => Whole(lines.Output[2], v));
        yield return new("outputs beyond half of a row are lost from a vector on", Any,
            static (lines, v) => lines.Output[2].End = Math.Min(lines.Output[2].End, Math.Max(v, lines.Output[2].End / 2)));
        yield return new("rows are counted by columns", Any,
            static (lines, _) => lines.Output[1].End = Math.Min(lines.Output[1].End, lines.Output[2].End));
        yield return new("the last output channel is lost", HasChannels, static (lines, _) => lines.Row.End--);
        yield return new("output channels beyond whole vectors are lost", HasChannels, static (lines, v) => Whole(lines.Row, v));
        yield return new("the last input channel is lost", HasWeights, static (lines, _) => lines.Channel.End--);
        yield return new("input channels beyond whole vectors are lost", HasWeights, static (lines, v) => Whole(lines.Channel, v));
        yield return new("the last tap of a row is lost", HasTaps, static (lines, _) => lines.Tap[2].End--);
        yield return new("the first tap of a row is lost", HasTaps, static (lines, _) => lines.Tap[2].Begin++);
        yield return new("the last row of taps is lost", HasTaps, static (lines, _) => lines.Tap[lines.First].End--);
        yield return new("taps beyond pairs are lost", HasTaps, static (lines, _) => Whole(lines.Tap[2], 2));
        yield return new("the last image is lost", Any, static (lines, _) => lines.Image.End--);
        yield return new("images beyond pairs are lost", Any, static (lines, _) => Whole(lines.Image, 2));
        yield return new("the last group is lost", Any, static (lines, _) => lines.Group.End--);
        yield return new("groups beyond whole vectors are lost", Any, static (lines, v) => Whole(lines.Group, v));
    }

    private static IEnumerable<Mutation> Indices()
    {
        yield return new("columns stride like rows", HasTaps, static (lines, _) => lines.Stride[2] = lines.Stride[1]);
        yield return new("rows stride like columns", HasTaps, static (lines, _) => lines.Stride[1] = lines.Stride[2]);
        yield return new("the stride is ignored", HasTaps, static (lines, _) => lines.Stride[2] = 1);
        yield return new("the dilation is ignored", HasTaps, static (lines, _) => lines.Dilation[2] = 1);
        yield return new("columns are dilated like rows", HasTaps, static (lines, _) => lines.Dilation[2] = lines.Dilation[1]);
        yield return new("begin and end padding are exchanged", HasTaps, static (lines, _) => lines.Shift[2] = lines.Axes[2].End);
        yield return new("columns are padded like rows", HasTaps, static (lines, _) => lines.Shift[2] = lines.Axes[1].Begin);
        yield return new("everything stands one place too far", HasTaps, static (lines, _) => lines.Shift[2]++);
        yield return new("taps are counted from the last", HasWeights, static (lines, _) => lines.IsFlipped = true);
        yield return new("rows and columns of taps are exchanged", HasWeights, static (lines, _) => lines.IsTransposed = true);
        yield return new("every group reads the inputs of the first", ReadsX, static (lines, _) => lines.XGroup = 0);
        yield return new("every group takes the weights of the first", ReadsWeights, static (lines, _) => lines.WGroup = 0);
        yield return new("every image is the first", ReadsX, static (lines, _) => lines.XImage = 0);
        yield return new("weights of the next input channel", HasWeights, static (lines, _) => lines.WChannelShift = 1);
        yield return new("weights of the next output channel", HasWeights, static (lines, _) => lines.WRowShift = 1);
        yield return new("results stand one place too far", Any, static (lines, _) => lines.ResultShift = 1);
    }

    private static IEnumerable<Mutation> Buffers()
    {
        yield return new("rows of the buffer are written without gaps and read in whole vectors", HasTaps,
            static (lines, v) => lines.ReadPitch = lines.Pitch(lines.Padded[1], Up(lines.Padded[2], v)));
        yield return new("rows of the buffer are written in whole vectors and read without gaps", HasTaps,
            static (lines, v) => lines.WritePitch = lines.Pitch(lines.Padded[1], Up(lines.Padded[2], v)));
        yield return new("planes of the buffer are written without gaps and read in whole vectors", HasTaps,
            static (lines, v) => lines.ReadPitch = [Up(lines.ReadPitch[0], v), .. lines.ReadPitch[1..]]);
        yield return new("rows of the buffer are as long as the input's", HasTaps,
            static (lines, _) => lines.ReadPitch = lines.Pitch(lines.Padded[1], lines.Axes[2].Input));
        yield return new("the padding of the buffer holds ones", FillsBuffer, static (lines, _) => lines.Void = 1);
    }

    private static IEnumerable<Mutation> Sums()
    {
        yield return new(
            "sums start anew in every turn of the outer loop", HasOuterLoop, static (lines, _) => lines.Sum = SumFault.Restarts);
        yield return new(
            "sums start anew in every eighth turn", HasOuterLoop, static (lines, _) => lines.Sum = SumFault.RestartsEveryEighth);
        yield return new("sums go on within a row", static op => op is ConvolutionOperator.Forward or ConvolutionOperator.AveragePooling,
            static (lines, _) => lines.Sum = SumFault.GoesOn);
        yield return new("products keep 11 bits", HasProducts, static (lines, _) => lines.Sum = SumFault.ShortProducts);
        yield return new("sums keep 11 bits", Any, static (lines, _) => lines.Sum = SumFault.ShortSums);
        yield return new("sums keep 8 bits", Any, static (lines, _) => lines.Sum = SumFault.ShorterSums);
        yield return new("everything is zero", Any, static (lines, _) => lines.Sum = SumFault.Zero);
        yield return new("results are overwritten, not added to", Scatters, static (lines, _) => lines.Sum = SumFault.Overwrites);
        yield return new("the bias is forgotten", IsForward, static (lines, _) => lines.Bias = BiasFault.Forgotten);
        yield return new("the bias is added twice", IsForward, static (lines, _) => lines.Bias = BiasFault.Twice);
        yield return new("the bias is the first one's", IsForward, static (lines, _) => lines.Bias = BiasFault.First);
        yield return new("the bias is the next one's", IsForward, static (lines, _) => lines.Bias = BiasFault.Next);
    }

    private static IEnumerable<Mutation> Copies()
    {
        yield return new("the last column is not copied", Copies, static (lines, _) => lines.Copied[2].End--);
        yield return new("the first column is not copied", Copies, static (lines, _) => lines.Copied[2].Begin++);
        yield return new("the last row is not copied", Copies, static (lines, _) => lines.Copied[lines.First].End--);
        yield return new("columns beyond whole vectors are not copied", Copies, static (lines, v) => Whole(lines.Copied[2], v));
        yield return new("the last channel is not copied", Copies, static (lines, _) => lines.CopiedChannel.End--);
        yield return new("channels beyond whole vectors are not copied", Copies, static (lines, v) => Whole(lines.CopiedChannel, v));
    }

    private static IEnumerable<Mutation> Threads()
    {
        yield return new(
            "rows are shared by threads, the remainder lost", Any, static (lines, v) => Whole(lines.Output[lines.First], v / 2));
        yield return new(
            "output channels are shared by threads, the remainder lost", HasChannels, static (lines, v) => Whole(lines.Row, v / 2));
        yield return new(
            "two threads both add the row between them", Scatters, static (lines, _) => lines.Seam = lines.Output[lines.First].End / 2);
    }

    private static IEnumerable<Mutation> States()
    {
        yield return new(
            "weights are kept while sizes stay", ReadsWeights, static (lines, _) => lines.Kept = Keeping.Weights)
        { HasState = true };
        yield return new(
            "results are added to those of the last call", Any, static (lines, _) => lines.Kept = Keeping.Results)
        { HasState = true };
        yield return new(
            "the buffer is cleared only when it grows", FillsBuffer, static (lines, _) => lines.Kept = Keeping.Buffer)
        { HasState = true };
    }

    private static bool Any(ConvolutionOperator op) => true;

    private static bool IsForward(ConvolutionOperator op) => op == ConvolutionOperator.Forward;

    private static bool HasTaps(ConvolutionOperator op) => op != ConvolutionOperator.BiasGradient;

    private static bool HasWeights(ConvolutionOperator op) => ConvolutionOperators.Trilinear.Contains(op);

    private static bool HasChannels(ConvolutionOperator op) => HasWeights(op) || op == ConvolutionOperator.BiasGradient;

    private static bool ReadsWeights(ConvolutionOperator op) => op is ConvolutionOperator.Forward or ConvolutionOperator.DataGradient;

    private static bool ReadsX(ConvolutionOperator op) => FillsBuffer(op);

    private static bool FillsBuffer(ConvolutionOperator op) =>
        op is not (ConvolutionOperator.DataGradient or ConvolutionOperator.BiasGradient or ConvolutionOperator.AveragePoolingGradient);

    private static bool Copies(ConvolutionOperator op) => HasTaps(op);

    private static bool HasProducts(ConvolutionOperator op) => HasWeights(op);

    private static bool HasOuterLoop(ConvolutionOperator op) => HasChannels(op);

    private static bool Scatters(ConvolutionOperator op) =>
        op is not (ConvolutionOperator.Forward or ConvolutionOperator.MaxPooling or ConvolutionOperator.AveragePooling);

    private static void Whole(Bounds bounds, int parts) => bounds.End = bounds.End / parts * parts;

    private static int Up(int size, int multiple) => (size + multiple - 1) / multiple * multiple;
}
