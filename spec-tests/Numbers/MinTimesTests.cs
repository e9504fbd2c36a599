using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Numbers;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Numbers;

public sealed class MinTimesTests
{
    [Test]
    public void A_sum_of_products_is_the_smallest_product()
    {
        MinTimes[] x = [new(5), new(2), new(3)];
        MinTimes[] w = [new(2), new(4)];
        var y = new MinTimes[2];

        new ScalarConvolution<MinTimes>().Forward(ConvolutionGeometry.SingleChannel(new Axis(3, 2)), x, w, [], y);

        Assert.That(y, Is.EqualTo(new MinTimes[] { new(8), new(4) }));   // min(5·2, 2·4), min(2·2, 3·4)
    }

    [Test]
    public void The_smallest_of_no_products_is_infinite()
    {
        var y = new MinTimes[3];

        new ScalarConvolution<MinTimes>().Forward(
            ConvolutionGeometry.SingleChannel(new Axis(1, 1, padding: Padding.Explicit(1, 1))), [new(6)], [new(7)], [], y);

        Assert.That(y, Is.EqualTo(new[] { MinTimes.AdditiveIdentity, new(42), MinTimes.AdditiveIdentity }));
    }
}
