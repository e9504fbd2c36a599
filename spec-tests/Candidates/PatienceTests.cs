using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Candidates;

public sealed class PatienceTests
{
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(10);

    [TestCase(0, 1)]        // nothing answered before: a tenth
    [TestCase(0.01, 1)]
    [TestCase(0.25, 5)]     // 20 times as long as the slowest
    [TestCase(3, 10)]       // never longer than at first
    public void Briefly_is_a_tenth_or_20_times_the_slowest_answer(double taken, double seconds)
    {
        var patience = new Patience();
        if (taken > 0)
            patience.Answered(ConvolutionOperator.Forward, TimeSpan.FromSeconds(taken), size: 0);

        Assert.That(patience.For(ConvolutionOperator.Forward, Full, size: 0), Is.EqualTo(Full));
        Assert.That(patience.Passed(ConvolutionOperator.Forward, Full), Is.Empty);
        Assert.That(patience.For(ConvolutionOperator.Forward, Full, size: 0).TotalSeconds, Is.EqualTo(seconds).Within(1e-9));
        Assert.That(patience.For(ConvolutionOperator.DataGradient, Full, size: 0), Is.EqualTo(Full), "another operator may not hang");
    }

    [Test]
    public void It_grows_with_the_size_of_what_is_asked()
    {
        var patience = new Patience();
        patience.Answered(ConvolutionOperator.Forward, TimeSpan.FromSeconds(0.1), size: 0.15);
        patience.Passed(ConvolutionOperator.Forward, Full);

        Assert.That(patience.For(ConvolutionOperator.Forward, Full, size: 0.55).TotalSeconds, Is.EqualTo(6).Within(1e-9),
            "three times the size and the overhead");
    }

    [Test]
    public void It_is_never_below_half_a_second()
    {
        var patience = new Patience();
        patience.Passed(ConvolutionOperator.Forward, TimeSpan.FromSeconds(1));

        Assert.That(patience.For(ConvolutionOperator.Forward, TimeSpan.FromSeconds(1), size: 0), Is.EqualTo(TimeSpan.FromSeconds(0.5)));
    }
}
