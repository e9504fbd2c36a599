using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.PropertyTests.Signals;

[TestFixture, Parallelizable(ParallelScope.Children)]
public sealed class FormulasOnImages : ConvolutionLaws
{
    protected override int[,] Convolve(Mode mode, int[,] x, int[,] w) => mode switch
    {
        Mode.Full => Convolution<int>.Full(x, w),
        Mode.Same => Convolution<int>.Same(x, w),
        Mode.Valid => Convolution<int>.Valid(x, w),
        _ => CircularConvolution<int>.Convolve(x, w),
    };

    protected override int[,] Correlate(Mode mode, int[,] x, int[,] w) => mode switch
    {
        Mode.Full => Correlation<int>.Full(x, w),
        Mode.Same => Correlation<int>.Same(x, w),
        Mode.Valid => Correlation<int>.Valid(x, w),
        _ => CircularConvolution<int>.Correlate(x, w),
    };
}
