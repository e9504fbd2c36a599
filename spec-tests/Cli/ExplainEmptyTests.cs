using NUnit.Framework;

namespace ReferenceConv.SpecTests.Cli;

/// <summary>An axis of length 0 is a legal one: its windows lie in the padding alone.</summary>
public sealed class ExplainEmptyTests
{
    [Test]
    public void Empty_axis_is_explained_without_a_matrix(
        [Values("forward", "data-gradient", "weight-gradient", "bias-gradient", "average-pooling --count-padding",
            "average-pooling-gradient --count-padding", "im2col", "col2im")] string op,
        [Values("--input 0 --kernel 1 --padding 2,2", "--input 0x3 --kernel 1 --padding 2", "--input 3x0 --kernel 2x1 --padding 1",
            "--input 0x2x3 --kernel 1 --padding 1")] string shape)
    {
        (int code, string said, string refused) = ExplainRun.Of($"--op {op} {shape}");

        Assert.That((code, refused), Is.EqualTo((0, "")));
        Assert.That(said, Does.Not.Contain("Matrix"));
        Assert.That(ExplainRun.Text($"--op {op} {shape} --json"), Does.Not.Contain("\"matrix\""));
    }

    [TestCase("--input 1 --kernel 2 --padding 1,1")]
    [TestCase("--input 1x1 --kernel 2 --padding 1,1x0")]
    public void Transposed_convolution_to_nothing_is_explained(string shape) =>
        Assert.That(ExplainRun.Text($"--op transposed {shape}"), Does.Contain("= 0\n").And.Not.Contain("Matrix"));

    [Test]
    public void Sum_over_an_empty_axis_is_zero() =>
        Assert.That(ExplainRun.Section("--input 0 --kernel 1 --padding 2,2 --output 1", "Sum"),
            Is.EqualTo(new[] { "y(1) = 0", "0 products; 1 of 1 taps lie on zeros and meet nothing" }));

    [TestCase("--op data-gradient --input 0 --kernel 1 --padding 2,2 --output 0",
        "--output must stay away: the result has no elements, its size is 0")]
    [TestCase("--op data-gradient --input 3x0 --kernel 1 --padding 2,2 --output 1,0",
        "--output must stay away: the result has no elements, its size is 3×0")]
    public void Nothing_can_be_asked_of_an_empty_result(string options, string reason)
    {
        (int code, string said, string refused) = ExplainRun.Of(options);

        Assert.That((code, said, refused.TrimEnd()), Is.EqualTo((2, "", $"refconv: {reason}")));
    }
}
