using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Examination;

/// <summary>
/// A convolution as many write it: an image is copied with its padding into a buffer, sums run over the buffer, a data gradient is copied
/// back. Every number in it comes from <see cref="Lines"/>. Nothing of the reference is used.
/// </summary>
/// <param name="lines">The lines, right or with a mutation.</param>
/// <param name="memory">What is kept from call to call, if anything is.</param>
internal sealed class PlainLoops(Lines lines, Memory memory)
{
    private readonly int[][] inputAt = [.. lines.Axes.Select((axis, a) => InputsOf(lines, a))];
    private readonly (int[] At, int[] Index) taps = TapsOf(lines);
    private readonly (int[] At, int[] Index, int[] Phase, int[] Count, bool[] IsSeam, bool[] BeginsRow) outputs = OutputsOf(lines);
    private float[] buffer = [];

    private int Inputs => lines.Geometry.Relation.Inputs;

    private int Outputs => lines.Geometry.Relation.Outputs;

    private int Taps => lines.Geometry.Relation.Taps;

    private int Channels => lines.Geometry.GroupInChannels;

    private int Rows => lines.Geometry.GroupOutChannels;

    private int WPhase => lines.Geometry.OutChannels * Channels * Taps;

    /// <summary>Computes any operator.</summary>
    public void Answer(Operands<float> operands, Span<float> result)
    {
        var sums = new float[result.Length];
        buffer = Prepared();
        if (lines.Sum != SumFault.Zero)
            Compute(operands, sums);
        if (lines.Kept == Keeping.Results)
        {
            for (int e = 0; e < sums.Length && memory.Results.Length == sums.Length; e++)
                sums[e] += memory.Results[e];
            memory.Results = sums;
        }

        for (int e = 0; e < sums.Length; e++)
            result[(e + lines.ResultShift) % sums.Length] = sums[e];
    }

    private void Compute(Operands<float> operands, float[] sums)
    {
        float[] first = operands.Inputs[0];
        float[] second = operands.Inputs.Length > 1 ? operands.Inputs[1] : [];
        switch (operands.Operator)
        {
            case ConvolutionOperator.Forward:
                Forward(first, Kept(second), operands.Bias, sums);
                break;
            case ConvolutionOperator.DataGradient:
                DataGradient(Kept(first), second, sums);
                break;
            case ConvolutionOperator.WeightGradient:
                WeightGradient(first, second, sums);
                break;
            case ConvolutionOperator.BiasGradient:
                BiasGradient(first, sums);
                break;
            case ConvolutionOperator.MaxPooling:
                MaxPooling(first, [], sums);
                break;
            case ConvolutionOperator.MaxPoolingGradient:
                MaxPooling(first, second, sums);
                break;
            case ConvolutionOperator.AveragePooling:
                AveragePooling(first, operands.CountsPadding, sums);
                break;
            default:
                AverageGradient(first, operands.CountsPadding, sums);
                break;
        }
    }

    private void Forward(float[] x, float[] w, ReadOnlySpan<float> bias, float[] y)
    {
        for (int n = lines.Image.Begin; n < lines.Image.End; n++)
            for (int g = lines.Group.Begin; g < lines.Group.End; g++)
            {
                Fill(x, n, g);
                for (int k = lines.Row.Begin; k < lines.Row.End; k++)
                {
                    float sum = 0;
                    for (int o = 0; o < outputs.At.Length; o++)
                    {
                        sum = lines.Sum == SumFault.GoesOn && !outputs.BeginsRow[o] ? sum : 0;
                        for (int c = lines.Channel.Begin; c < lines.Channel.End; c++)
                        {
                            sum = Restarted(sum, c);
                            int at = (c * lines.ReadPitch[0]) + outputs.At[o];
                            int weights = Weights(w.Length, outputs.Phase[o], g, k, c);
                            for (int t = 0; t < taps.At.Length; t++)
                                sum = Added(sum, buffer[at + taps.At[t]] * w[weights + taps.Index[t]]);
                        }

                        y[YRow(n, g, k) + outputs.Index[o]] = sum + BiasOf(bias, (g * Rows) + k);
                    }
                }
            }
    }

    private void DataGradient(float[] w, float[] dy, float[] dx)
    {
        for (int n = lines.Image.Begin; n < lines.Image.End; n++)
            for (int g = lines.Group.Begin; g < lines.Group.End; g++)
            {
                Array.Clear(buffer);
                for (int k = lines.Row.Begin; k < lines.Row.End; k++)
                {
                    if (Restarts(k))
                        Array.Clear(buffer);
                    for (int o = 0; o < outputs.At.Length; o++)
                        for (int c = lines.Channel.Begin; c < lines.Channel.End; c++)
                        {
                            float gradient = Seamed(dy[YRow(n, g, k) + outputs.Index[o]], o);
                            int at = (c * lines.ReadPitch[0]) + outputs.At[o];
                            int weights = Weights(w.Length, outputs.Phase[o], g, k, c);
                            for (int t = 0; t < taps.At.Length; t++)
                                AddTo(buffer, at + taps.At[t], w[weights + taps.Index[t]] * gradient);
                        }
                }

                CopyBack(dx, n, g);
            }
    }

    private void WeightGradient(float[] x, float[] dy, float[] dw)
    {
        for (int n = lines.Image.Begin; n < lines.Image.End; n++)
        {
            if (Restarts(n))
                Array.Clear(dw);
            for (int g = lines.Group.Begin; g < lines.Group.End; g++)
            {
                Fill(x, n, g);
                for (int k = lines.Row.Begin; k < lines.Row.End; k++)
                    for (int o = 0; o < outputs.At.Length; o++)
                        for (int c = lines.Channel.Begin; c < lines.Channel.End; c++)
                        {
                            float gradient = Seamed(dy[YRow(n, g, k) + outputs.Index[o]], o);
                            int at = (c * lines.ReadPitch[0]) + outputs.At[o];
                            int weights = Weights(dw.Length, outputs.Phase[o], g, k, c);
                            for (int t = 0; t < taps.At.Length; t++)
                                AddTo(dw, weights + taps.Index[t], buffer[at + taps.At[t]] * gradient);
                        }
            }
        }
    }

    private void BiasGradient(float[] dy, float[] db)
    {
        for (int n = lines.Image.Begin; n < lines.Image.End; n++)
        {
            if (Restarts(n))
                Array.Clear(db);
            for (int g = lines.Group.Begin; g < lines.Group.End; g++)
                for (int k = lines.Row.Begin; k < lines.Row.End; k++)
                    for (int o = 0; o < outputs.At.Length; o++)
                        AddTo(db, (g * Rows) + k, Seamed(dy[YRow(n, g, k) + outputs.Index[o]], o));
        }
    }

    /// <summary>The greatest of each window, or with gradients, where they go. Channels of a pooling are groups.</summary>
    private void MaxPooling(float[] x, float[] dy, float[] result)
    {
        for (int n = lines.Image.Begin; n < lines.Image.End; n++)
            for (int g = lines.Group.Begin; g < lines.Group.End; g++)
            {
                Fill(x, n, g, lines.Void == 0 ? float.NaN : lines.Void);
                int[] best = [.. outputs.At.Select(GreatestOf)];
                if (dy.Length == 0)
                {
                    for (int o = 0; o < best.Length; o++)
                        result[YRow(n, g, 0) + outputs.Index[o]] = outputs.Count[o] == 0
                            ? float.NegativeInfinity
                            : Rounded(buffer[best[o]]);
                    continue;
                }

                Array.Clear(buffer);
                for (int o = 0; o < best.Length; o++)
                    AddTo(buffer, best[o], Seamed(dy[YRow(n, g, 0) + outputs.Index[o]], o));
                CopyBack(result, n, g);
            }
    }

    private int GreatestOf(int at) => taps.At.Aggregate(at, (greatest, tap) => IsGreater(at + tap, greatest) ? at + tap : greatest);

    /// <summary>
    /// Whether one place of the buffer holds a greater number than another; what holds none, the padding of a pooling, is less than −∞.
    /// </summary>
    private bool IsGreater(int one, int other) => buffer[one] > buffer[other] || (float.IsNaN(buffer[other]) && !float.IsNaN(buffer[one]));

    private void AveragePooling(float[] x, bool countsPadding, float[] y)
    {
        for (int n = lines.Image.Begin; n < lines.Image.End; n++)
            for (int g = lines.Group.Begin; g < lines.Group.End; g++)
            {
                Fill(x, n, g);
                float sum = 0;
                for (int o = 0; o < outputs.At.Length; o++)
                {
                    sum = lines.Sum == SumFault.GoesOn && !outputs.BeginsRow[o] ? sum : 0;
                    for (int t = 0; t < taps.At.Length; t++)
                        sum = Added(sum, buffer[outputs.At[o] + taps.At[t]]);
                    y[YRow(n, g, 0) + outputs.Index[o]] = sum / (countsPadding ? Taps : outputs.Count[o]);
                }
            }
    }

    private void AverageGradient(float[] dy, bool countsPadding, float[] dx)
    {
        for (int n = lines.Image.Begin; n < lines.Image.End; n++)
            for (int g = lines.Group.Begin; g < lines.Group.End; g++)
            {
                Array.Clear(buffer);
                for (int o = 0; o < outputs.At.Length; o++)
                    for (int t = 0; t < taps.At.Length; t++)
                        AddTo(buffer, outputs.At[o]
                            + taps.At[t], Seamed(dy[YRow(n, g, 0) + outputs.Index[o]], o) / (countsPadding ? Taps : outputs.Count[o]));
                CopyBack(dx, n, g);
            }
    }

    /// <summary>Copies one group of channels of one image into the buffer, with what its borders hold.</summary>
    private void Fill(float[] x, int n, int g, float nothing = 0)
    {
        nothing = nothing == 0 ? lines.Void : nothing;
        int image = (n * lines.XImage) + (g * lines.XGroup);
        for (int c = lines.CopiedChannel.Begin; c < lines.CopiedChannel.End; c++)
            ForEachPosition((at, input) =>
            {
                if (input >= 0)
                    buffer[(c * lines.WritePitch[0]) + at] = x[image + (c * Inputs) + input];
                else if (lines.Kept != Keeping.Buffer || float.IsNaN(nothing))
                    buffer[(c * lines.WritePitch[0]) + at] = nothing;
            });
    }

    private void CopyBack(float[] dx, int n, int g)
    {
        int image = (n * lines.XImage) + (g * lines.XGroup);
        for (int c = lines.CopiedChannel.Begin; c < lines.CopiedChannel.End; c++)
            ForEachPosition((at, input) =>
            {
                if (input >= 0)
                    dx[image + (c * Inputs) + input] += buffer[(c * lines.WritePitch[0]) + at];
            });
    }

    /// <summary>Passes the place in the buffer and the input of each position that is copied; −1 where no input stands.</summary>
    private void ForEachPosition(Action<int, int> visit)
    {
        Bounds[] copied = lines.Copied;
        for (int p0 = copied[0].Begin; p0 < copied[0].End; p0++)
            for (int p1 = copied[1].Begin; p1 < copied[1].End; p1++)
                for (int p2 = copied[2].Begin; p2 < copied[2].End; p2++)
                {
                    (int i0, int i1, int i2) = (inputAt[0][p0], inputAt[1][p1], inputAt[2][p2]);
                    int input = i0 < 0 || i1 < 0 || i2 < 0 ? -1 : (((i0 * lines.Axes[1].Input) + i1) * lines.Axes[2].Input) + i2;
                    visit((p0 * lines.WritePitch[1]) + (p1 * lines.WritePitch[2]) + p2, input);
                }
    }

    private float[] Prepared()
    {
        int reach = 1
            + Math.Max(Reach(lines.WritePitch, lines.Padded), Reach(lines.ReadPitch, [.. lines.Axes.Select((_, a) => 1 + ReadReach(a))]));
        if (lines.Kept != Keeping.Buffer)
            return new float[reach];
        if (memory.Buffer.Length < reach)
            memory.Buffer = new float[reach];
        return memory.Buffer;
    }

    private int ReadReach(int a) =>
        (lines.Stride[a] * Math.Max(0, lines.Output[a].End - 1)) + (lines.Dilation[a] * Math.Max(0, lines.Tap[a].End - 1));

    private int Reach(int[] pitch, int[] sizes) =>
        (pitch[0] * (Channels - 1)) + sizes.Select((size, a) => pitch[a + 1] * Math.Max(0, size - 1)).Sum();

    private int YRow(int n, int g, int k) =>
        (((n * lines.Geometry.OutChannels) + (g * Rows) + k) * Outputs) % Math.Max(1, lines.Geometry.OutputLength);

    private int Weights(int length, int phase, int g, int k, int c) =>
        ((phase * WPhase) + (g * lines.WGroup)
            + ((((k + lines.WRowShift) % Rows * Channels) + ((c + lines.WChannelShift) % Channels)) * Taps)) % length;

    private float BiasOf(ReadOnlySpan<float> bias, int k) => bias.IsEmpty ? 0 : lines.Bias switch
    {
        BiasFault.Forgotten => 0,
        BiasFault.Twice => 2 * bias[k],
        BiasFault.First => bias[0],
        BiasFault.Next => bias[(k + 1) % bias.Length],
        _ => bias[k],
    };

    private float[] Kept(float[] weights)
    {
        if (lines.Kept != Keeping.Weights)
            return weights;
        if (memory.Packed?.ToString() != lines.Geometry.ToString())
            (memory.Packed, memory.Weights) = (lines.Geometry, [.. weights]);
        return memory.Weights;
    }

    private float Seamed(float gradient, int o) => outputs.IsSeam[o] ? 2 * gradient : gradient;

    private float Restarted(float sum, int turn) => Restarts(turn) ? 0 : sum;

    private bool Restarts(int turn) => lines.Sum == SumFault.Restarts || (lines.Sum == SumFault.RestartsEveryEighth && turn % 8 == 0);

    private void AddTo(float[] sums, int at, float term) => sums[at] = lines.Sum == SumFault.Overwrites ? term : Added(sums[at], term);

    private float Added(float sum, float term) =>
        lines.Sum == SumFault.None ? sum + term : Rounded(sum + Rounded(term, SumFault.ShortProducts));

    private float Rounded(float number) => lines.Sum switch
    {
        SumFault.ShortSums => Shortened(number, 11),
        SumFault.ShorterSums => Shortened(number, 8),
        _ => number,
    };

    private float Rounded(float number, SumFault where) => lines.Sum == where ? Shortened(number, 11) : number;

    /// <summary>Cut to so many bits.</summary>
    private static float Shortened(float number, int bits) =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(number) & (-1 << (24 - bits)));

    private static int[] InputsOf(Lines lines, int a) =>
        [.. Enumerable.Range(0, lines.Padded[a]).Select(p => NaiveBorder.InputAt(lines.Axes[a], p - lines.Shift[a]))];

    private static (int[] At, int[] Index) TapsOf(Lines lines)
    {
        (Bounds[] tap, int[] kernel) = (lines.Tap, [.. lines.Axes.Select(static axis => axis.Kernel)]);
        var at = new List<int>();
        var index = new List<int>();
        for (int r0 = tap[0].Begin; r0 < tap[0].End; r0++)
            for (int r1 = tap[1].Begin; r1 < tap[1].End; r1++)
                for (int r2 = tap[2].Begin; r2 < tap[2].End; r2++)
                {
                    at.Add((r0 * lines.Dilation[0] * lines.ReadPitch[1]) + (r1 * lines.Dilation[1] * lines.ReadPitch[2])
                        + (r2 * lines.Dilation[2]));
                    int flat = (r0 * kernel[1] * kernel[2]) + (lines.IsTransposed ? (r2 * kernel[1]) + r1 : (r1 * kernel[2]) + r2);
                    index.Add(lines.IsFlipped ? (kernel[0] * kernel[1] * kernel[2]) - 1 - flat : flat);
                }

        return ([.. at], [.. index]);
    }

    private static (int[] At, int[] Index, int[] Phase, int[] Count, bool[] IsSeam, bool[] BeginsRow) OutputsOf(Lines lines)
    {
        (Bounds[] output, Geometry.Axis[] axes) = (lines.Output, lines.Axes);
        int[][] met = [.. axes.Select(static axis => Enumerable.Range(0, axis.Output).Select(o => Met(axis, o)).ToArray())];
        var at = new List<int>();
        var index = new List<int>();
        var phase = new List<int>();
        var count = new List<int>();
        var isSeam = new List<bool>();
        var beginsRow = new List<bool>();
        for (int o0 = output[0].Begin; o0 < output[0].End; o0++)
            for (int o1 = output[1].Begin; o1 < output[1].End; o1++)
                for (int o2 = output[2].Begin; o2 < output[2].End; o2++)
                {
                    at.Add((o0 * lines.Stride[0] * lines.ReadPitch[1]) + (o1 * lines.Stride[1] * lines.ReadPitch[2])
                        + (o2 * lines.Stride[2]));
                    index.Add((((o0 * axes[1].Output) + o1) * axes[2].Output) + o2);
                    phase.Add((((o0 % axes[0].Tile * axes[1].Tile) + (o1 % axes[1].Tile)) * axes[2].Tile) + (o2 % axes[2].Tile));
                    count.Add(met[0][o0] * met[1][o1] * met[2][o2]);
                    isSeam.Add(new[] { o0, o1, o2 }[lines.First] == lines.Seam);
                    beginsRow.Add(o2 == output[2].Begin);
                }

        return ([.. at], [.. index], [.. phase], [.. count], [.. isSeam], [.. beginsRow]);
    }

    private static int Met(Geometry.Axis axis, int o)
    {
        int met = 0;
        for (int r = 0; r < axis.Kernel; r++)
            met += NaiveBorder.InputAt(axis, axis.Position(o, r)) < 0 ? 0 : 1;
        return met;
    }
}
