using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

/// <summary>The cases that laws are checked on.</summary>
public sealed class SmallCasesTests
{
    private const int Count = 2000;

    private static readonly ConvolutionCase[] OfPaths =
        [.. SmallCases.Of(1, Count).Where(static (_, index) => index % 2 == 1)];

    [Test]
    public void Every_other_one_is_drawn_axis_by_axis() =>
        Assert.That(
            SmallCases.Of(3, 41).Where(static (_, index) => index % 2 == 0).Select(static instance => instance.Token),
            Is.EqualTo(Enumerable.Range(0, 21).Select(static turn => ConvolutionCase.Random(3, 2 * turn).Token)));

    [Test]
    public void The_others_have_the_shapes_of_special_paths()
    {
        PathReach reach = PathReach.Of(Capabilities.Convolution, [.. OfPaths]);

        Assert.That(reach.Paths, Has.Length.GreaterThan(45));
        Assert.That(OfPaths.Select(static instance => instance.Token).Distinct().Count(), Is.EqualTo(OfPaths.Length));
    }

    [Test]
    public void They_are_small_and_reach_what_they_may()
    {
        Assert.That(OfPaths.Max(static instance => instance.Geometry.MultiplyAdds), Is.InRange(8000, 10_000), "multiply-adds");
        Assert.That(OfPaths.Max(Elements), Is.InRange(1900, 2048), "inputs times outputs");
        Assert.That(OfPaths.Max(Places), Is.InRange(3500, 4096), "padded inputs times taps of a channel");
    }

    private static long Elements(ConvolutionCase instance) => (long)instance.Geometry.InputLength * instance.Geometry.OutputLength;

    private static double Places(ConvolutionCase instance) => instance.Geometry.Axes.Aggregate(
        1.0, static (product, axis) => product * (axis.Begin + axis.Input + axis.End) * axis.Kernel);
}
