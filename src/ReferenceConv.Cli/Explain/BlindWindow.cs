using ReferenceConv.Geometry;

namespace ReferenceConv.Cli.Explain;

/// <summary>
/// A pooling window that lies in the padding alone: there is nothing to choose from, and nothing to count unless the padding counts.
/// </summary>
internal static class BlindWindow
{
    /// <summary>Refuses the pooling that its operator refuses.</summary>
    /// <exception cref="ArgumentException">A window sees no input; the message names one.</exception>
    public static void Refuse(Question question)
    {
        if (!question.Operation.IsPooling() || question.CountPadding)
            return;

        var window = new int[question.Axes.Length];
        for (int a = 0; a < window.Length; a++)
            if (First(question.Axes[a]) is { } blind)
            {
                window[a] = blind;   // blind on one axis, it is blind wherever it stands on the others
                string op = question.Operation.IsAveraging() ? "average" : "max";
                throw new ArgumentException(
                    $"every window of {op} pooling must see an input, window {Coordinates.Text(window)} lies in the padding alone");
            }
    }

    /// <summary>The first window of an axis that sees no input, or null.</summary>
    private static int? First(Axis axis)
    {
        if (axis.Border != Border.Zeros)
            return null;   // its padding copies inputs

        int o = 0;
        for (; o < axis.Output && axis.Position(o, 0) < 0; o++)
        {
            long ahead = -axis.Position(o, 0);
            long tap = (ahead + axis.Dilation - 1) / axis.Dilation;   // the first at 0 or behind it
            if (tap >= axis.Kernel || tap * axis.Dilation - ahead >= axis.Input)
                return o;
        }

        // The others start at 0 or behind it, and see an input if they start on one.
        long behind = ((long)axis.Begin + axis.Input + axis.Stride - 1) / axis.Stride;
        return Math.Max(o, behind) is var first && first < axis.Output ? (int)first : null;
    }
}
