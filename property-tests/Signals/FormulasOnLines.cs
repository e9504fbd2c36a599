using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.PropertyTests.Signals;

[TestFixture, Parallelizable(ParallelScope.Children)]
public sealed class FormulasOnLines : ConvolutionLaws
{
    protected override SignalCase Part(SignalCase instance) => instance.FirstRows;

    protected override int[,] Convolve(Mode mode, int[,] x, int[,] w) => Images.Row(mode switch
    {
        Mode.Full => Convolution<int>.Full(Images.Line(x), Images.Line(w)),
        Mode.Same => Convolution<int>.Same(Images.Line(x), Images.Line(w)),
        Mode.Valid => Convolution<int>.Valid(Images.Line(x), Images.Line(w)),
        _ => CircularConvolution<int>.Convolve(Images.Line(x), Images.Line(w)),
    });

    protected override int[,] Correlate(Mode mode, int[,] x, int[,] w) => Images.Row(mode switch
    {
        Mode.Full => Correlation<int>.Full(Images.Line(x), Images.Line(w)),
        Mode.Same => Correlation<int>.Same(Images.Line(x), Images.Line(w)),
        Mode.Valid => Correlation<int>.Valid(Images.Line(x), Images.Line(w)),
        _ => CircularConvolution<int>.Correlate(Images.Line(x), Images.Line(w)),
    });
}
