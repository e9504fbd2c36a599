using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

public sealed class OperatorCaseTests
{
    private static readonly ConvolutionCase[] Drawn =
        [.. Enumerable.Range(0, 400).Select(static index => ConvolutionCase.Random(3, index))];

    public static IEnumerable<ConvolutionOperator> Pooling => ConvolutionOperators.Pooling;

    public static IEnumerable<ConvolutionOperator> Others => ConvolutionOperators.All.Except(ConvolutionOperators.Pooling);

    [Test]
    public void A_pooling_has_a_group_per_channel_no_tiles_and_an_input_in_every_window(
        [ValueSource(nameof(Pooling))] ConvolutionOperator op)
    {
        OperatorCase[] pooled = [.. Drawn.Select(drawn => OperatorCase.Of(drawn, op)).OfType<OperatorCase>()];
        foreach (OperatorCase instance in pooled)
        {
            ConvolutionGeometry geometry = instance.Geometry;
            ConvolutionGeometry origin = instance.Origin!.Geometry;
            Assert.That((geometry.InChannels, geometry.OutChannels, geometry.Groups),
                Is.EqualTo((origin.InChannels, origin.InChannels, origin.InChannels)));
            Assert.That(geometry.IsTiled, Is.False);
            Assert.That(geometry.Axes.All(static axis => axis.Begin < axis.Extent && axis.End < axis.Extent));
            foreach (Window window in geometry.Windows)
                Assert.That(window.Pairs.IsEmpty, Is.False, $"{instance}");
        }

        Assert.That(pooled, Has.Length.GreaterThan(Drawn.Length / 2));
        Assert.That(pooled, Has.Length.LessThan(Drawn.Length), "some windows see no input all the same, and are not asked");
    }

    [Test]
    public void Every_other_operator_takes_the_geometry_as_it_is([ValueSource(nameof(Others))] ConvolutionOperator op) =>
        Assert.That(Drawn.All(drawn => ReferenceEquals(OperatorCase.Of(drawn, op)!.Geometry, drawn.Geometry)));

    [TestCase(ConvolutionOperator.Forward, true)]
    [TestCase(ConvolutionOperator.AveragePooling, true)]
    [TestCase(ConvolutionOperator.AveragePoolingGradient, true)]
    [TestCase(ConvolutionOperator.DataGradient, false)]
    [TestCase(ConvolutionOperator.MaxPooling, false)]
    public void The_flag_is_kept_where_an_operator_reads_it(ConvolutionOperator op, bool isKept)
    {
        ConvolutionCase biased = Drawn.First(drawn => drawn.HasBias && OperatorCase.Of(drawn, op) is not null);

        Assert.That(OperatorCase.Of(biased, op)!.Flag, Is.EqualTo(isKept));
        Assert.That(OperatorCase.Of(biased, op)!.WithSeed(9).Flag, Is.EqualTo(isKept));
    }

    [Test]
    public void A_mask_is_laid_over_what_is_drawn_and_survives_another_seed()
    {
        OperatorCase instance =
            new OperatorCase(ConvolutionGeometry.SingleChannel(new Axis(3, 2)), ConvolutionOperator.Forward, seed: 1, flag: false)
            .WithMask(DataMask.Keep(5).Simpler().ElementAt(6));

        Assert.That(
            instance.Draw(static (input, e) => 10.0 * (input + 1) + e).Inputs, Is.EqualTo(new double[][] { [10, 11, 12], [0, 21] }));
        Assert.That(instance.WithSeed(2).Mask, Is.SameAs(instance.Mask));
        Assert.That(instance.ToString(), Is.EqualTo("forward, N1 C1 K1 g1 | 3 k2 s1 d1 p0,0 → 2"));
    }
}
