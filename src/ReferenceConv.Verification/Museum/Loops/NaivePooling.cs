using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Loops;

/// <summary>The four poolings over <see cref="NaiveLoops"/>; correct unless a fault is planted.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class NaivePooling<T> : NaiveLoops
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether an input takes the place of the best so far.</summary>
    public Func<T, T, bool> IsBetter { get; init; } = static (input, best) => input > best;

    /// <summary>The greatest input of a window, on its way to the result.</summary>
    public Func<ConvolutionGeometry, T, bool, T> Choose { get; init; } = static (_, greatest, _) => greatest;

    /// <summary>What a sum is divided by: all taps of a window, or those that meet an input; the last argument is how many do.</summary>
    public Func<ConvolutionGeometry, bool, int, int> Count { get; init; } = static (geometry, countsPadding, met) =>
        countsPadding ? geometry.Relation.Taps : met;

    /// <summary>A sum divided by a count.</summary>
    public Func<T, int, T> Divide { get; init; } = static (sum, count) => sum / T.CreateChecked(count);

    /// <summary>A sum of gradients and one more.</summary>
    public Func<T, T, T> Add { get; init; } = static (sum, share) => sum + share;

    /// <summary>Answers any of the four operators.</summary>
    public void Answer(Operands<T> operands, Span<T> result)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        var met = new List<int>[geometry.OutputLength];
        for (int y = 0; y < met.Length; y++)
            met[y] = [];
        ForEach(geometry, p => met[p.Y].Add(p.X));

        var pooled = new T[result.Length];
        for (int y = 0; y < met.Length; y++)
            if (operands.Operator == ConvolutionOperator.MaxPooling)
                pooled[y] =
                    Choose(geometry, operands.Inputs[0][Greatest(operands.Inputs[0], met[y])], met[y].Count < geometry.Relation.Taps);
            else if (operands.Operator == ConvolutionOperator.MaxPoolingGradient)
                AddTo(ref pooled[Greatest(operands.Inputs[0], met[y])], operands.Inputs[1][y]);
            else if (operands.Operator == ConvolutionOperator.AveragePooling)
                pooled[y] = Divide(met[y].Aggregate(T.Zero, (sum, x) => sum + operands.Inputs[0][x]),
                    Count(geometry, operands.CountsPadding, met[y].Count));
            else
                foreach (int x in met[y])
                    AddTo(ref pooled[x], Divide(operands.Inputs[0][y], Count(geometry, operands.CountsPadding, met[y].Count)));
        pooled.CopyTo(result);
    }

    private void AddTo(ref T sum, T share) => sum = Add(sum, share);

    private int Greatest(T[] x, List<int> met)
    {
        int best = met[0];
        foreach (int at in met)
            if (IsBetter(x[at], x[best]))
                best = at;
        return best;
    }
}
