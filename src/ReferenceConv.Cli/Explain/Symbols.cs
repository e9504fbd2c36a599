using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Numbers;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Cli.Explain;

/// <summary>The arrays of an operation, filled with their own names, and their numbers if they were given.</summary>
internal static class Symbols
{
    /// <summary>x [1, C, i…].</summary>
    public static Trace[] Inputs(Question question) => Fill(
        question.Geometry.InputLength,
        e => question.AtInput(e / question.Geometry.Relation.Inputs, e % question.Geometry.Relation.Inputs),
        question.InputValues);

    /// <summary>y [1, K, o…].</summary>
    public static Trace[] Outputs(Question question) => Fill(
        question.Geometry.OutputLength,
        e => question.AtOutput(e / question.Geometry.Relation.Outputs, e % question.Geometry.Relation.Outputs),
        []);

    /// <summary>w [t…, K, C/g, r…].</summary>
    public static Trace[] Taps(Question question) => Fill(question.Geometry.WeightLength, e => Tap(question, e), question.WeightValues);

    /// <summary>The name of element e of w.</summary>
    public static string Tap(Question question, int e)
    {
        ConvolutionGeometry geometry = question.Geometry;
        int[] sizes = [geometry.Relation.Phases, geometry.OutChannels, geometry.GroupInChannels, geometry.Relation.Taps];
        int[] index = RowMajor.Coordinates(e, sizes);
        return question.AtTap(index[0], index[1], index[2], index[3]);
    }

    private static Trace[] Fill(int length, Func<int, string> name, ImmutableArray<int> values)
    {
        var symbols = new Trace[length];
        for (int e = 0; e < length; e++)
            symbols[e] = values.IsEmpty ? Trace.Symbol(name(e)) : Trace.Symbol(name(e), values[e]);
        return symbols;
    }
}
