using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// Images of more than 96·1024 numbers over all channels of a group (128·1024 with many weights, 384·1024 read as they stand) are cut until
/// each piece fits: long rows first, then in depth, in height, in width. For one channel and up to seven rows of taps 24·1024 numbers of
/// long rows are as much, under 3 × 3 taps 12·1024.
/// </summary>
public sealed class BandTests
{
    private static readonly Axis Padded = new(30, 3, padding: Padding.Half);

    [Test]
    public void Many_channels_of_a_padded_plane() => ExactSums.Forward(new(1, 256, 3, 1, Padded, Padded));

    [Test]
    public void Many_channels_of_a_plane_as_it_stands()
    {
        ExactSums.Forward(new(1, 256, 3, 1, new Axis(41, 1), new Axis(40, 1)));
        ExactSums.Forward(new(1, 256, 3, 1, new Axis(41, 3), new Axis(40, 3)));
    }

    [Test]
    public void Many_weights() => ExactSums.Forward(new(1, 4096, 129, 1, new Axis(70, 1)));

    [Test]
    public void Many_channels_of_a_plane_with_strides([Values(2, 3)] int stride) =>
        ExactSums.Forward(
            new(1, 128, 3, 1, new Axis(61, 3, stride, padding: Padding.Half), new Axis(33, 4, stride, padding: Padding.Half)));

    [Test]
    public void A_long_axis()
    {
        ExactSums.Forward(new(1, 64, 3, 1, new Axis(5000, 3, padding: Padding.Half)));
        ExactSums.Forward(new(1, 64, 3, 1, new Axis(5000, 3, 2)));
        ExactSums.Forward(new(1, 1, 2, 1, new Axis(200_001, 2)));
    }

    [Test]
    public void Rows_longer_than_a_page([Values(1, 2)] int groups) =>
        ExactSums.Forward(new(1, 2, 2, groups, new Axis(64, 3, padding: Padding.Half), new Axis(2500, 3, padding: Padding.Half)));

    /// <summary>
    /// From 16 vectors on, the results of a vector at each edge go apart, and between them the input is read where it is.
    /// </summary>
    [Test]
    public void Rows_whose_edges_go_apart(
        [Values(63, 64, 65, 255, 256, 257)] int results, [Values(0, 1, 2, 3)] int begin, [Values(0, 2)] int end)
    {
        Axis height = new(9, 5, padding: Padding.Explicit(begin, 1));
        ExactSums.Forward(new(1, 2, 2, 2, height, new Axis(results + 4 - begin - end, 5, padding: Padding.Explicit(begin, end))));
        ExactSums.Forward(new(1, 1, 2, 1, new Axis(results + 8 - begin, 5, dilation: 2, padding: Padding.Explicit(begin, 0))));
    }

    [Test]
    public void Rows_whose_edges_go_apart_under_any_border([Values] Border border, [Values(1, 2)] int stride) =>
        ExactSums.Forward(new(
            1, 2, 2, 2, new Axis(9, 5, stride, padding: Padding.Half, border: border), new Axis(
                600, 5, stride, padding: Padding.Half, border: border)));

    /// <summary>What is stored is a vector of results at each end: some KB of the 260 KB of the image.</summary>
    [Test]
    public void Between_the_edges_of_long_rows_nothing_is_stored()
    {
        var layer = ConvolutionGeometry.SingleChannel(new Axis(64, 5, padding: Padding.Half), new Axis(1024, 5, padding: Padding.Half));
        Assert.That(new FastConvolution<float>().Prepare(layer, new float[layer.WeightLength]).ScratchBytes, Is.LessThan(16 * 1024));
    }

    [Test]
    public void Long_rows_under_up_to_seven_rows_of_taps([Values(1, 2, 5, 7)] int taps, [Values(1, 2)] int stride) =>
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(75, taps, stride, padding: Padding.Half), new Axis(1100, 2, padding: Padding.Half)));

    [Test]
    public void Long_rows_under_tall_kernels() =>
        ExactSums.Forward(new(1, 1, 1, 1, new Axis(101, 9, padding: Padding.Half), new Axis(1400, 2, padding: Padding.Half)));

    [Test]
    public void A_large_image_of_one_channel([Values(1, 2)] int stride) =>
        ExactSums.Forward(
            new(1, 2, 2, 2, new Axis(437, 4, stride, padding: Padding.Half), new Axis(397, 3, stride, padding: Padding.Half)));

    [Test]
    public void Rows_too_long_for_a_band([Values(0, 1)] int padding) =>
        ExactSums.Forward(new(1, 256, 2, 1, new Axis(4, 3), new Axis(600, 3, padding: Padding.Explicit(padding, padding))));

    [Test]
    public void A_volume_cut_in_depth([Values(0, 1)] int padding) =>
        ExactSums.Forward(new(1, 16, 2, 1, new Axis(8, 2), new Axis(40, 2), new Axis(40, 2, padding: Padding.Explicit(padding, padding))));

    [Test]
    public void A_volume_cut_in_depth_and_height([Values(0, 1)] int padding) =>
        ExactSums.Forward(new(1, 8, 2, 1, new Axis(4, 3), new Axis(80, 2), new Axis(70, 2, padding: Padding.Explicit(padding, padding))));

    [Test]
    public void A_volume_cut_in_depth_and_height_and_width([Values(0, 1)] int padding) =>
        ExactSums.Forward(new(1, 128, 1, 1, new Axis(3, 3), new Axis(4, 3), new Axis(130, 2, padding: Padding.Explicit(padding, padding))));

    [Test]
    public void A_transposed_plane([Range(1, 3)] int stride) =>
        ExactSums.Transposed(new(1, 3, 256, 1, Axis.Transposed(26, 3, stride), Axis.Transposed(27, 3, stride)));

    /// <summary>The phases of a row are zipped together, so that it cannot be cut however long it is.</summary>
    [Test]
    public void A_transposed_row_too_long_for_a_band([Range(1, 3)] int stride) =>
        ExactSums.Transposed(new(1, 3, 128, 1, Axis.Transposed(1300, 3, stride)));

    [Test]
    public void Kernels_of_so_many_taps_that_no_cut_would_make_it_fit() =>
        ExactSums.Transposed(new(1, 2, 256, 1, Axis.Transposed(4, 40), Axis.Transposed(5, 41)));

    /// <summary>A store of all positions has as many runs as the stride: all 150,528 numbers of the image would be 588 KB.</summary>
    [Test]
    public void Patches_are_cut_like_other_images([Values(8, 16)] int patch)
    {
        var layer = new ConvolutionGeometry(1, 3, 64, 1, new Axis(224, patch, patch), new Axis(224, patch, patch));
        Assert.That(new FastConvolution<float>().Prepare(layer, new float[layer.WeightLength]).ScratchBytes, Is.LessThan(448 * 1024));
    }

    /// <summary>
    /// 800 results under 90,000 taps: laid out once, a few dozen bytes a tap; in bands that fit it would be forty times.
    /// </summary>
    [Test]
    public void Kernels_of_very_many_taps_are_laid_out_few_times()
    {
        var layer = ConvolutionGeometry.SingleChannel(Over(20, 300), Over(40, 300));
        float[] w = new float[layer.WeightLength];
        long before = GC.GetAllocatedBytesForCurrentThread();
        new FastConvolution<float>().PrepareTransposed(layer, w).Dispose();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100 * w.Length));

        static Axis Over(int input, int kernel) => new(input, kernel, padding: Padding.Explicit(kernel - input, 0));
    }

    [Test]
    public void Kernels_in_turn() =>
        ExactSums.Forward(new(1, 128, 3, 1, new Axis(41, 3, tile: 2, padding: Padding.Half), new Axis(31, 2, tile: 2)));

    [Test]
    public void Several_images_and_groups_on_two_threads() =>
        ExactSums.Forward(new(2, 256, 18, 2, Padded, new Axis(30, 3)), threads: 2);
}
