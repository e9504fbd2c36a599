using NUnit.Framework;

namespace ReferenceConv.SpecTests.Cli;

/// <summary>A pooling window that sees no input: <c>explain</c> refuses what the operator refuses, and nothing else.</summary>
public sealed class ExplainPoolingTests
{
    [TestCase("average-pooling --input 7 --kernel 3 --padding 5", "window (0)")]
    [TestCase("average-pooling --input 7 --kernel 3 --padding 2,3", "window (9)")]
    [TestCase("average-pooling --input 7 --kernel 3 --stride 4 --padding 0,7", "window (2)")]
    [TestCase("average-pooling --input 1 --kernel 2 --dilation 2 --padding 1", "window (0)")]
    [TestCase("average-pooling --input 4x4 --kernel 2 --padding 1x1,2", "window (0,5)")]
    [TestCase("average-pooling --input 0 --kernel 1 --padding 1", "window (0)")]
    [TestCase("average-pooling --input 2000000000 --kernel 3 --padding 0,5", "window (2000000000)")]
    [TestCase("average-pooling-gradient --input 7 --kernel 3 --padding 5", "window (0)")]
    [TestCase("max-pooling --input 7 --kernel 3 --padding 5", "window (0)")]
    [TestCase("max-pooling --input 7 --kernel 3 --padding 5 --output 7", "window (0)")]
    [TestCase("max-pooling-gradient --input 7x7 --kernel 3 --padding 0x3,0", "window (0,0)")]
    public void Window_that_sees_no_input_is_refused(string options, string window)
    {
        string op = options[..options.IndexOf("-pooling", StringComparison.Ordinal)];
        foreach (string format in new[] { "", " --json" })
        {
            (int code, string said, string refused) = ExplainRun.Of($"--op {options}{format}");

            Assert.That((code, said), Is.EqualTo((2, "")));
            Assert.That(refused.TrimEnd(),
                Is.EqualTo($"refconv: every window of {op} pooling must see an input, {window} lies in the padding alone"));
        }
    }

    [TestCase("average-pooling --input 7 --kernel 3 --padding 5 --count-padding")]
    [TestCase("average-pooling --input 7 --kernel 3 --padding 2")]
    [TestCase("average-pooling --input 7 --kernel 3 --padding 5 --border cyclic")]
    [TestCase("average-pooling --input 5 --kernel 2 --dilation 3 --padding 3")]
    [TestCase("max-pooling --input 5 --kernel 2 --stride 2 --ceil")]
    [TestCase("max-pooling --input 2000000000 --kernel 3 --padding 2")]
    public void Window_that_sees_an_input_or_counts_the_padding_is_explained(string options) =>
        Assert.That(ExplainRun.Of($"--op {options}").Code, Is.Zero);
}
