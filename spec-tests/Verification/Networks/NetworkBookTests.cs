using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Networks;

namespace ReferenceConv.SpecTests.Verification.Networks;

/// <summary>What the papers and the published models count; all without biases, normalisation and dense layers.</summary>
public sealed class NetworkBookTests
{
    [TestCase("ResNet-50", 53, 23)]
    [TestCase("VGG-16", 13, 9)]
    [TestCase("MobileNetV2", 52, 30)]
    [TestCase("DeepLab", 10, 10)]
    [TestCase("U-Net", 23, 23)]
    [TestCase("WaveNet-TCN", 31, 24)]
    [TestCase("C3D", 8, 7)]
    public void A_network_has_as_many_convolutions_as_its_paper_and_names_each_geometry_once(string name, int convolutions, int distinct)
    {
        Network network = Find(name);

        Assert.That(network.Convolutions, Is.EqualTo(convolutions));
        Assert.That(network.Layers, Has.Length.EqualTo(distinct));
        Assert.That(network.Layers.Select(static layer => layer.Name), Is.Unique);
        Assert.That(network.FullLayers.Select(static layer => layer.Name), Is.EqualTo(network.Layers.Select(static layer => layer.Name)));
    }

    // The published models' parameter counts less their other parts: torchvision's ResNet-50 has 25,557,032, of which 2·26,560 belong to
    // normalisation and 2048·1000 + 1000 to the classifier; VGG-16 14,714,688 before the classifier, of which 4,224 are biases;
    // MobileNetV2 3,504,872, of which 2·17,056 are normalisation and 1280·1000 + 1000 classifier.
    [TestCase("ResNet-50", 25_557_032 - 2 * 26_560 - 2_049_000)]
    [TestCase("VGG-16", 14_714_688 - 4_224)]
    [TestCase("MobileNetV2", 3_504_872 - 2 * 17_056 - 1_281_000)]
    public void The_weights_are_those_of_the_published_models(string name, long weights) =>
        Assert.That(Find(name).Weights, Is.EqualTo(weights));

    // Multiply-adds of all convolutions, padding included, one image: 4.09·10⁹ and 0.30·10⁹ less the classifiers' 2,048,000 and 1,280,000.
    [TestCase("ResNet-50", 4_089_184_256 - 2_048_000)]
    [TestCase("VGG-16", 15_346_630_656)]
    [TestCase("MobileNetV2", 300_774_272 - 1_280_000)]
    [TestCase("C3D", 38_496_632_832)]
    public void The_multiply_adds_are_those_of_the_published_models(string name, long multiplyAdds) =>
        Assert.That(Find(name).MultiplyAdds, Is.EqualTo(multiplyAdds));

    [Test]
    public void The_images_of_ResNet_50_halve_as_in_table_1()
    {
        Assert.That(
            Outputs("ResNet-50", "conv1", "conv2_1b", "conv3_1b", "conv4_1b", "conv5_1b"), Is.EqualTo(new[] { 112, 56, 28, 14, 7 }));
    }

    [Test]
    public void The_tiles_of_U_Net_shrink_and_grow_as_in_figure_1()
    {
        Assert.That(
            Outputs("U-Net", "down1a", "down1b", "down2b", "down3b", "down4b", "down5b", "up4b", "up3b", "up2b", "up1b", "classes"),
            Is.EqualTo(new[] { 570, 568, 280, 136, 64, 28, 52, 100, 196, 388, 388 }));
    }

    [Test]
    public void The_up_convolutions_of_U_Net_are_transposed_and_double_the_image()
    {
        Layer[] up = [.. Find("U-Net").Layers.Where(static layer => layer.IsTransposed)];

        Assert.That(up.Select(static layer => layer.Geometry.Axes[0].Output), Is.EqualTo(new[] { 28, 52, 100, 196 }));
        Assert.That(up.Select(static layer => layer.Geometry.Axes[0].Input), Is.EqualTo(new[] { 56, 104, 200, 392 }));
        Assert.That(up.Select(static layer => (layer.Geometry.OutChannels, layer.Geometry.InChannels)),
            Is.EqualTo(new[] { (1024, 512), (512, 256), (256, 128), (128, 64) }));
    }

    [Test]
    public void A_full_run_of_U_Net_takes_a_188_tile_and_ends_at_4()
    {
        Network network = Find("U-Net");

        Assert.That(network.FullLayers[0].Geometry.Axes[0].Input, Is.EqualTo(188));
        Assert.That(network.FullLayers[^1].Geometry.Axes[0].Output, Is.EqualTo(4));
    }

    [Test]
    public void The_stack_of_WaveNet_sees_1024_samples()
    {
        ReceptiveField field = ReceptiveField.OfInput;
        foreach (
            Layer layer in Find("WaveNet-TCN").Layers.Where(static layer => layer.Name.StartsWith("wave.gate", StringComparison.Ordinal)))
            field = field.Then(layer.Geometry.Axes[0].Kernel, dilation: layer.Geometry.Axes[0].Dilation);

        Assert.That(field.Size, Is.EqualTo(1024));
    }

    [Test]
    public void Depthwise_layers_have_a_group_per_channel()
    {
        foreach (
            Layer layer in Find("MobileNetV2").Layers.Where(static layer => layer.Name.EndsWith("depthwise", StringComparison.Ordinal)))
            Assert.That(layer.Geometry.Groups, Is.EqualTo(layer.Geometry.InChannels), layer.Name);
    }

    private static Network Find(string name) => NetworkBook.All.Single(network => network.Name == name);

    private static int[] Outputs(string network, params string[] layers) =>
        [.. layers.Select(name => Find(network).Layers.Single(layer => layer.Name == name).Geometry.Axes[^1].Output)];
}
