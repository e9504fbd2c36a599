using System.Collections.Immutable;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;
using ReferenceConv.Numbers;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Cli.Explain;

/// <summary>
/// One result, written down by the operator that computes it: the arrays hold names instead of numbers, the operator runs unchanged,
/// and what it leaves in the result is the sum. (Only max pooling compares, which names cannot do: its terms are its window.)
/// </summary>
internal static class SumTrace
{
    private const long MostNames = 1_000_000;
    private const long MostProducts = 5_000_000;

    /// <summary>The sum of the result that is asked for.</summary>
    /// <exception cref="ArgumentException">There are too many names or products to keep.</exception>
    public static Sum Of(Question question)
    {
        RequireSmall(question);
        ConvolutionGeometry geometry = question.Geometry;
        var convolution = new ScalarConvolution<Trace>();
        int e = RowMajor.Index(question.Result.AsSpan(), question.ResultShape);

        switch (question.Operation)
        {
            case Operation.Forward:
                var y = new Trace[geometry.OutputLength];
                convolution.Forward(geometry, Symbols.Inputs(question), Symbols.Taps(question), [], y);
                return Plain(question, y[e]) with { TermsPerLine = TermsOfLastAxis(question), Note = Missing(question, y[e]) };

            case Operation.DataGradient or Operation.Transposed:
                var dx = new Trace[geometry.InputLength];
                convolution.DataGradient(geometry, Symbols.Taps(question), Symbols.Outputs(question), dx);
                return Plain(question, dx[e]);

            case Operation.WeightGradient:
                var dw = new Trace[geometry.WeightLength];
                convolution.WeightGradient(geometry, Symbols.Inputs(question), Symbols.Outputs(question), dw);
                return Plain(question, dw[e]);

            case Operation.BiasGradient:
                return Plain(question, BiasGradient<Trace>.Of(geometry, OutputTensor(question, static trace => trace))[e]);

            case Operation.AveragePooling:
                MeanTrace mean =
                    Elements(AveragePooling<MeanTrace>.Forward(geometry.Relation, InputTensor(question, Mean), question.CountPadding))[e];
                return Plain(question, mean.Sum) with
                {
                    Prefix = "(",
                    Suffix = $")/{mean.Divisor}",
                    TermsPerLine = TermsOfLastAxis(question),
                    Note = Counted(question)
                };

            case Operation.AveragePoolingGradient:
                MeanTrace share =
                    Elements(AveragePooling<MeanTrace>.Gradient(geometry.Relation, OutputTensor(question, Mean), question.CountPadding))[e];
                return Plain(question, share.Summand);

            case Operation.Im2Col:
                Trace[] columns = Elements(Im2Col<Trace>.Columns(geometry.Relation, InputTensor(question, static trace => trace)));
                string[] column =
                    [.. Enumerable.Range(0, geometry.Relation.Taps).Select(r => columns[r * geometry.Relation.Outputs + e].ToString())];
                return new Sum(
                    ResultName(question), column)
                { Prefix = "(", Separator = ", ", Suffix = ")ᵀ", TermsPerLine = question.Kernels[^1] };

            case Operation.Col2Im:
                Tensor<Trace> images = Im2Col<Trace>.Images(
                    geometry.Relation, Tensor.Create(ColumnSymbols(question), [1, geometry.Relation.Taps, geometry.Relation.Outputs]));
                return Plain(question, Elements(images)[e]) with { Note = "column(o)[r]: the entry of tap r in the column of window o" };

            default:
                return MaxSum.Of(question, e);
        }
    }

    /// <summary>For example <c>y(0,0)</c>, or <c>dw[1](0,2)</c> of a tiled convolution.</summary>
    public static string ResultName(Question question)
    {
        int e = RowMajor.Index(question.Result.AsSpan(), question.ResultShape);
        return question.Operation switch
        {
            Operation.WeightGradient => Symbols.Tap(question, e),
            Operation.BiasGradient => $"db({e})",
            _ when question.Operation.WritesInputs() => question.Letters.AtInput + Coordinates.Text(question.Result),
            _ => question.Letters.AtOutput + Coordinates.Text(question.Result),
        };
    }

    private static MeanTrace Mean(Trace symbol) => new(symbol, 0, 0);

    private static Sum Plain(Question question, Trace trace)
    {
        ImmutableArray<Trace> terms = trace.Terms;
        var sum = new Sum(ResultName(question), [.. terms.Select(static term => $"{term}")]);
        return question.InputValues.IsEmpty || terms.IsEmpty
            ? sum
            : sum with { Numbers = [.. terms.Select(static term => term.Numbers)], Value = $"{trace.Value}" };
    }

    private static T[] Elements<T>(Tensor<T> tensor)
    {
        var elements = new T[tensor.FlattenedLength];
        tensor.FlattenTo(elements);
        return elements;
    }

    private static Tensor<T> InputTensor<T>(Question question, Func<Trace, T> number) =>
        Tensor.Create([.. Symbols.Inputs(question).Select(number)], [.. question.Geometry.InputShape.Select(static size => (nint)size)]);

    private static Tensor<T> OutputTensor<T>(Question question, Func<Trace, T> number) =>
        Tensor.Create([.. Symbols.Outputs(question).Select(number)], [.. question.Geometry.OutputShape.Select(static size => (nint)size)]);

    private static Trace[] ColumnSymbols(Question question)
    {
        Relation relation = question.Geometry.Relation;
        var symbols = new Trace[relation.Taps * relation.Outputs];
        for (int r = 0; r < relation.Taps; r++)
            for (int o = 0; o < relation.Outputs; o++)
                symbols[r * relation.Outputs + o] =
                    Trace.Symbol($"{question.AtOutput(0, o)}[{string.Join(',', RowMajor.Coordinates(r, question.Kernels))}]");
        return symbols;
    }

    /// <summary>Taps of the last axis that meet an input: the products of one line of the kernel.</summary>
    private static int TermsOfLastAxis(Question question)
    {
        Axis last = question.Axes[^1];
        return Enumerable.Range(0, last.Kernel).Count(r => last.InputAt(question.Result[^1], r) != Axis.None);
    }

    private static string Counted(Question question) =>
        question.CountPadding ? "counted: positions of the window inside the padded input" : "counted: inputs of the window";

    private static string Missing(Question question, Trace sum)
    {
        int all = question.Geometry.GroupInChannels * question.Geometry.Relation.Taps;
        int there = sum.Terms.Length;
        string count = $"{there} product{(there == 1 ? "" : "s")}";
        return there == all ? count : $"{count}; {all - there} of {all} taps lie on zeros and meet nothing";
    }

    /// <summary>The operator computes every result, so every name and every product is kept, some tens of bytes each.</summary>
    private static void RequireSmall(Question question)
    {
        ConvolutionGeometry geometry = question.Geometry;
        long products = question.Operation == Operation.BiasGradient ? geometry.OutputLength : geometry.MultiplyAdds;
        long columns = question.Operation == Operation.Col2Im ? (long)geometry.Relation.Taps * geometry.Relation.Outputs : 0;
        long names = (long)geometry.InputLength + geometry.WeightLength + geometry.OutputLength + columns;
        if (names > MostNames)
            throw new ArgumentException(
                $"to trace a sum every element gets a name: elements must be ≤ {MostNames}, were {names}; take a smaller input");
        if (products > MostProducts)
            throw new ArgumentException(
                $"to trace a sum every product is kept: products must be ≤ {MostProducts}, were {products}; take a smaller input");
    }
}
