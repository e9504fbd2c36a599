using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Examination;

/// <summary>Makes geometries that meet a guard, from the guard alone: what it says nothing about is small.</summary>
internal sealed class GeometryDraw(ConvolutionOperator op, Guard guard, Capabilities claims, Dice dice)
{
    private const long MostMultiplyAdds = 1L << 26;
    private const long MostElements = 1L << 22;
    private const int Attempts = 20;   // at a number on which several conditions are put

    private readonly bool isPooling = ConvolutionOperators.Pooling.Contains(op);

    /// <summary>A geometry that meets the guard, or null if this attempt led to none within the limits.</summary>
    public ConvolutionGeometry? Next()
    {
        if (Number(SizeField.Rank, 1, [1, 2, 2, 2, 3]) is not (>= 1 and <= 3 and var rank))
            return null;
        int? batch = Number(SizeField.Batch, 1, [1, 1, 2, 3]);
        int? groups = Number(SizeField.Groups, 1, [1, 1, 1, 2, 3]);
        int? inChannels = Number(SizeField.InChannels, 1, [1, 2, 3, 4, 5]);
        int? outChannels = Number(SizeField.OutChannels, 1, [1, 2, 3, 4, 5]);
        var axes = new Axis[rank];
        bool isAlike = dice.Chance(70);
        for (int a = 0; a < rank; a++)
            if (isAlike && a > 0 && IsAllowed(axes[0], a, rank))
                axes[a] = axes[0];
            else if (NextAxis(a, rank) is { } axis)
                axes[a] = axis;
            else
                return null;
        if (batch is null || groups is null || inChannels is null || outChannels is null)
            return null;
        if (isPooling)
            (groups, inChannels, outChannels) = (inChannels, 1, 1);
        return IsWithinLimits(batch.Value, groups.Value, inChannels.Value, outChannels.Value, axes)
            ? Checked(
                new ConvolutionGeometry(batch.Value, groups.Value * inChannels.Value, groups.Value * outChannels.Value, groups.Value, axes))
            : null;
    }

    private ConvolutionGeometry? Checked(ConvolutionGeometry geometry)
    {
        if (!guard.Holds(geometry, op) || claims.Lacks(geometry, op, hasBias: false) is not null)
            return null;
        if (isPooling)
            foreach (Window window in geometry.Windows)
                if (window.Pairs.IsEmpty)
                    return null;
        return geometry;
    }

    private static bool IsWithinLimits(int batch, int groups, int inChannels, int outChannels, Axis[] axes)
    {
        double inputs = 1, outputs = 1, taps = 1;
        foreach (Axis axis in axes)
            (inputs, outputs, taps) = (inputs * axis.Input, outputs * axis.Output, taps * axis.Kernel * axis.Tile);
        double x = (double)batch * groups * inChannels * inputs;
        double y = (double)batch * groups * outChannels * outputs;
        double w = (double)groups * outChannels * inChannels * taps;
        return Math.Max(x, Math.Max(y, w)) <= MostElements && y * inChannels * taps <= MostMultiplyAdds;
    }

    private Axis? NextAxis(int a, int rank)
    {
        int? kernel = Number(SizeField.Kernel, 1, [1, 2, 3, 3, 3, 5], a, rank);
        int? stride = Number(SizeField.Stride, 1, [1, 1, 2, 3], a, rank);
        int? dilation = Number(SizeField.Dilation, 1, [1, 1, 1, 2], a, rank);
        int? begin = Number(SizeField.Begin, 0, [0, 1, 1, 2], a, rank);
        int? end = Number(SizeField.End, 0, [0, 1, 1, 2], a, rank);
        if (kernel is null || stride is null || dilation is null || begin is null || end is null)
            return null;
        if (On(SizeField.End, a, rank).Length == 0 && dice.Chance(50))
            end = begin;
        int fewest = OutputSize.Extent(kernel.Value, dilation.Value) - begin.Value - end.Value;
        if (Input(a, rank, fewest, stride.Value) is not { } input)
            return null;
        Border border = dice.Chance(60) || claims.Borders.Length == 1 ? Border.Zeros : dice.One(claims.Borders.AsSpan());
        int tile = claims.Tiles && !isPooling && dice.Chance(10) ? 2 : 1;
        var axis = new Axis(input, kernel.Value, stride.Value, dilation.Value, Padding.Explicit(begin.Value, end.Value), border, tile);
        return IsAllowed(axis, a, rank) ? axis : null;
    }

    /// <summary>Inputs for a drawn number of outputs; of the several that lead to it, one that the guard allows.</summary>
    private int? Input(int a, int rank, int fewest, int stride)
    {
        SizePredicate[] onInput = On(SizeField.Input, a, rank);
        if (onInput.Length > 0 && On(SizeField.Output, a, rank).Length == 0)
            return Number(SizeField.Input, Math.Max(1, fewest), [1], a, rank);
        if (Number(SizeField.Output, 1, [1, 2, 3, 4, 5, 6, 7, 8, 9], a, rank) is not { } output)
            return null;
        long first = fewest + ((long)stride * (output - 1));
        int start = dice.Below(stride);
        for (int step = 0; step < stride; step++)
            if (first + ((start + step) % stride) is >= 1 and <= int.MaxValue and var input
                && Array.TrueForAll(onInput, on => on.Holds((int)input)))
                return (int)input;
        return null;
    }

    private bool IsAllowed(Axis axis, int a, int rank)
    {
        ReadOnlySpan<(SizeField Field, int Size)> sizes =
        [
            (SizeField.Kernel, axis.Kernel), (SizeField.Stride, axis.Stride), (SizeField.Dilation, axis.Dilation), (
                SizeField.Begin, axis.Begin),
            (SizeField.End, axis.End), (SizeField.Input, axis.Input), (SizeField.Output, axis.Output),
        ];
        foreach ((SizeField field, int size) in sizes)
            foreach (SizePredicate predicate in On(field, a, rank))
                if (!predicate.Holds(size))
                    return false;
        return true;
    }

    private SizePredicate[] On(SizeField field, int a, int rank) =>
        [.. guard.Predicates.Where(predicate => predicate.Field == field && (!predicate.IsOfAxes || predicate.LooksAt(a, rank)))];

    /// <summary>
    /// A number of at least <paramref name="least"/> that meets all conditions on it, or one of the usual ones if there are none.
    /// </summary>
    private int? Number(SizeField field, int least, ReadOnlySpan<int> usual, int a = 0, int rank = 1)
    {
        SizePredicate[] on = On(field, a, rank);
        if (on.Length == 0)
            return dice.One(usual);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int drawn = dice.One<SizePredicate>(on).Drawn(dice);
            if (drawn >= least && Array.TrueForAll(on, predicate => predicate.Holds(drawn)))
                return drawn;
        }

        return null;
    }
}
