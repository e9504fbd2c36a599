using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class CausalConvolutionTests
{
    [Test, Formula("S1.03"), Erratum("E10")]
    public void Causal_sum_is_the_full_convolution_of_signals_that_start_at_zero()
    {
        Assert.That(CausalConvolution<int>.Convolve([1, 2, 3], [4, 5]), Is.EqualTo(new[] { 4, 13, 22, 15 }));
        Assert.That(Convolution<int>.Full([1, 2, 3], [4, 5]), Is.EqualTo(new[] { 4, 13, 22, 15 }));
        Assert.That(CausalConvolution<int>.Convolve([4, 5], [1, 2, 3]), Is.EqualTo(new[] { 4, 13, 22, 15 }));
    }

    [Test]
    public void Empty_signals_are_refused()
    {
        Assert.That(() => CausalConvolution<int>.Convolve([], [1]), Refused.Because("signal size D must be ≥ 1, was 0"));
        Assert.That(() => CausalConvolution<int>.Convolve([1], []), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(CausalConvolution<int>.Convolve([2], [3]), Is.EqualTo(new[] { 6 }));
    }
}
