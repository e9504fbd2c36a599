using NUnit.Framework;
using ReferenceConv.Verification.Networks;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.SpecTests.Verification.Runs;

public sealed class EffortTests
{
    [Test]
    public void The_standard_run_keeps_the_rates_of_the_pyramid_apart()
    {
        SizedLayer[] pyramid = [.. Effort.Standard.Sized(DeepLabHead.Network).Where(
            static sized => sized.Layer.Name.StartsWith("aspp.rate", StringComparison.Ordinal))];

        Assert.That(pyramid.Select(static sized => sized.Large.Axes[0].Dilation), Is.EqualTo(new[] { 2, 3, 5 }));
    }

    [Test]
    public void The_full_run_takes_the_papers_sizes()
    {
        foreach (Network network in NetworkBook.All.Where(static network => network != UNet.Network))
            foreach (SizedLayer sized in Effort.Full.Sized(network))
                Assert.That(sized.Large, Is.SameAs(sized.Layer.Geometry), $"{network.Name} {sized.Layer.Name}");
    }

    [Test]
    public void Every_operator_of_every_layer_is_tried_with_every_fill()
    {
        Trial[] trials = [.. NetworkRun.Trials(Effort.Standard.Sized(C3D.Network), Effort.Standard)];

        Assert.That(trials, Has.Length.EqualTo(7 * 3 * 3));
        Assert.That(trials.Select(static trial => (trial.Layer.Layer.Name, trial.Operator, trial.Fill)), Is.Unique);
    }
}
