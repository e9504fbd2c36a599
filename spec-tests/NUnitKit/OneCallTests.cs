using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Checking;
using MyConvolution = ReferenceConv.SpecTests.NUnitKit.Subject.LosesATap;

namespace ReferenceConv.SpecTests.NUnitKit;

/// <summary>The example's three lines do what the example says.</summary>
public sealed class OneCallTests
{
    [Test]
    public void Three_lines_check_a_convolution_without_a_test_framework()
    {
        TextWriter console = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            var mine = new InProcessCandidate<float>("mine", new MyConvolution(), Capabilities.Convolution with { Borders = [Border.Zeros], Tiles = false });
            CheckResult result = CheckRun<float>.Of(mine, new CheckPlan());
            Console.WriteLine(result.Holds ? "right" : string.Join('\n', result.Breaks.Select(broken => $"{broken.Smallest}: {broken.Finding.Fault}")));
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.That(written.ToString(), Does.StartWith("forward, N1 C1 K1 g1 | "));
    }

    [Test]
    public void The_examples_three_lines_are_those_of_the_test()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/examples/csharp/README.md"));
        string[] lines = page.Split("```csharp\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] tested = [.. File.ReadLines(Path.Combine(Repository.Root, Repository.SourceOf(typeof(OneCallTests)))).Select(static line => line.Trim())];

        Assert.That(lines, Has.Length.EqualTo(3).And.SubsetOf(tested));
    }
}
