using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Museum.Unusual;

/// <summary>
/// Winograd's minimal filtering F(2,3) along the last axis: two outputs that lie one dilation apart share four inputs and take four
/// products instead of six (Winograd, Arithmetic Complexity of Computations, 1980; Lavin and Gray, 2016). Taps are taken by threes, and
/// what does not fit, because no two outputs lie so, is computed directly.
/// </summary>
/// <remarks>
/// With |x| ≤ X and |w| ≤ W the four products have magnitudes ≤ 2XW, 3XW, 3XW, 2XW, and each result adds three of them: ≤ 8XW, for at least
/// one tap. Each product has at most one rounding from its inputs, two from its taps and one of its own; sums are in double and rounded
/// once. So κ = 8·4 + 1, and 34 with what is of second order.
/// </remarks>
internal sealed class WinogradConvolution
{
    /// <summary>The forward operator, with κ = 34.</summary>
    public static Capabilities Claims { get; } = Capabilities.Convolution with
    {
        Operators = [ConvolutionOperator.Forward],
        Tiles = false,
        Exactness = Exactness.Transforming(34),
    };

    /// <summary>First input channel of an output channel.</summary>
    public Func<ConvolutionGeometry, int, int> FirstChannel { get; init; } = static (geometry, k) =>
        k / geometry.GroupOutChannels * geometry.GroupInChannels;

    /// <summary>
    /// Where in the row of outputs the inputs of a pair are read: at its own place; the last argument is the length of the row.
    /// </summary>
    public Func<int, int, int> ReadAt { get; init; } = static (output, _) => output;

    /// <summary>Whether the second output of a pair is written.</summary>
    public Func<int, int, bool> HasSecond { get; init; } = static (output, outputs) => output < outputs;

    /// <summary>y from x, w and a bias.</summary>
    public void Answer(Operands<float> operands, Span<float> y)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        Axis row = geometry.Axes[^1];
        if (row.Dilation % row.Stride != 0)
        {
            operands.Apply(new ScalarConvolution<float>(), y);
            return;
        }

        int apart = row.Dilation / row.Stride;
        for (int e = 0; e < y.Length; e++)
        {
            int last = e % row.Output;
            if (last / apart % 2 == 1)
                continue;
            (float first, float second) = Pair(operands, e);
            y[e] = first;
            if (HasSecond(last + apart, row.Output))
                y[e + apart] = second;
        }
    }

    private (float First, float Second) Pair(Operands<float> operands, int e)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        Axis row = geometry.Axes[^1];
        int outputs = geometry.Relation.Outputs;
        int k = e / outputs % geometry.OutChannels;
        int[] at = RowMajor.Coordinates(e % outputs, [.. geometry.Axes.Select(static axis => axis.Output)]);
        (double y0, double y1) = operands.Bias.IsEmpty ? (0.0, 0.0) : (operands.Bias[k], operands.Bias[k]);
        Span<float> d = stackalloc float[4];
        Span<float> g = stackalloc float[3];
        for (int c = 0; c < geometry.GroupInChannels; c++)
            for (int rows = 0; rows < geometry.Relation.Taps / row.Kernel; rows++)
            {
                int plane = (e / outputs / geometry.OutChannels * geometry.InChannels) + FirstChannel(geometry, k) + c;
                int rowOfInput = RowOfInput(geometry, at, rows);
                int start = (plane * geometry.Relation.Inputs) + rowOfInput;
                int taps = (((k * geometry.GroupInChannels) + c) * geometry.Relation.Taps) + (rows * row.Kernel);
                for (int r = 0; r < row.Kernel && rowOfInput >= 0; r += 3)
                {
                    for (int j = 0; j < 4; j++)
                        d[j] = row.InputAt(ReadAt(at[^1], row.Output), r + j) is >= 0 and var i ? operands.Inputs[0][start + i] : 0;
                    for (int j = 0; j < 3; j++)
                        g[j] = r + j < row.Kernel ? operands.Inputs[1][taps + r + j] : 0;
                    double m0 = (d[0] - d[2]) * g[0];
                    double m1 = (d[1] + d[2]) * ((g[0] + g[1] + g[2]) / 2);
                    double m2 = (d[2] - d[1]) * ((g[0] - g[1] + g[2]) / 2);
                    double m3 = (d[1] - d[3]) * g[2];
                    y0 += m0 + m1 + m2;
                    y1 += m1 - m2 - m3;
                }
            }

        return ((float)y0, (float)y1);
    }

    /// <summary>Where the row of inputs under a row of taps begins; −1 over padding.</summary>
    private static int RowOfInput(ConvolutionGeometry geometry, int[] at, int rows)
    {
        int[] taps = RowMajor.Coordinates(rows, [.. geometry.Axes.SkipLast(1).Select(static axis => axis.Kernel)]);
        int start = 0;
        for (int a = 0; a < taps.Length; a++)
        {
            int i = geometry.Axes[a].InputAt(at[a], taps[a]);
            start = i < 0 || start < 0 ? -1 : (start * geometry.Axes[a].Input) + i;
        }

        return start < 0 ? -1 : start * geometry.Axes[^1].Input;
    }
}
