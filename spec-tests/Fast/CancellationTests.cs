using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>A cancelled run stops after the bands that its threads are at, and leaves the convolution fit for the next.</summary>
public sealed class CancellationTests
{
    private const int Images = 40;

    private static readonly ConvolutionGeometry Layer =
        new(Images, 3, 5, 1, new Axis(6, 3, padding: Padding.Half), new Axis(11, 3, padding: Padding.Half));

    private static readonly MeteredNumber[] X = Numbers(1, Layer.InputLength);
    private static readonly MeteredNumber[] W = Numbers(2, Layer.WeightLength);

    [Test]
    public void A_token_that_is_cancelled_already_lets_nothing_be_computed([Values] Tiling tiling, [Values(1, 2, 3)] int threads)
    {
        PreparedConvolution<MeteredNumber> prepared = Prepared(tiling, threads);
        MeteredNumber[] y = Numbers(3, Layer.OutputLength);

        Assert.That(() => prepared.Run(X, y, MeteredNumber.CancelAfter(0)), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(MeteredNumber.Products, Is.Zero);
        Assert.That(y, Is.EqualTo(Numbers(3, Layer.OutputLength)));
    }

    [Test]
    public void A_run_that_is_cancelled_on_its_way_ends_with_the_image_each_thread_is_at(
        [Values] Tiling tiling, [Values(1, 2, 3)] int threads)
    {
        PreparedConvolution<MeteredNumber> prepared = Prepared(tiling, threads);
        var y = new MeteredNumber[Layer.OutputLength];
        MeteredNumber.CancelAfter(-1);
        prepared.Run(X, y);
        long whole = MeteredNumber.Products;

        Assert.That(() => prepared.Run(X, y, MeteredNumber.CancelAfter(whole / 4)), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(MeteredNumber.Products, Is.InRange(whole / 4, (whole / 4) + (threads * whole / Images)));
    }

    [Test]
    public void A_run_after_a_cancelled_one_is_whole([Values] Tiling tiling, [Values(1, 2, 3)] int threads)
    {
        var expected = new MeteredNumber[Layer.OutputLength];
        new ScalarConvolution<MeteredNumber>().Forward(Layer, X, W, [], expected);
        PreparedConvolution<MeteredNumber> prepared = Prepared(tiling, threads);
        var y = new MeteredNumber[Layer.OutputLength];
        Assert.That(() => prepared.Run(X, y, MeteredNumber.CancelAfter(10_000)), Throws.InstanceOf<OperationCanceledException>());
        Array.Clear(y);

        prepared.Run(X, y, MeteredNumber.CancelAfter(-1));

        Assert.That(y, Is.EqualTo(expected));
    }

    /// <summary>Who waits for a token is called where it is cancelled, here in the middle of a run.</summary>
    [Test]
    public void Within_its_own_run_a_convolution_can_neither_run_nor_be_disposed_of([Values] bool disposes)
    {
        PreparedConvolution<MeteredNumber> prepared = Prepared(Tiling.Channels, 1);
        var y = new MeteredNumber[Layer.OutputLength];
        CancellationToken token = MeteredNumber.CancelAfter(10_000);
        using CancellationTokenRegistration waiting = token.Register(() =>
        {
            if (disposes)
                prepared.Dispose();
            else
                prepared.Run(X, y);
        });

        Assert.That(
            () => prepared.Run(X, y, token), Throws.TypeOf<AggregateException>().With.InnerException.TypeOf<InvalidOperationException>());

        prepared.Run(X, y, MeteredNumber.CancelAfter(-1));   // it is fit for the next
    }

    [Test]
    public void What_a_number_throws_comes_back_from_any_thread([Values] Tiling tiling, [Values(1, 2, 3)] int threads)
    {
        PreparedConvolution<MeteredNumber> prepared = Prepared(tiling, threads);
        var y = new MeteredNumber[Layer.OutputLength];
        CancellationToken token = MeteredNumber.CancelAfter(10_000);
        using CancellationTokenRegistration waiting = token.Register(static () => throw new DivideByZeroException());

        Assert.That(
            () => prepared.Run(X, y, token), Throws.TypeOf<AggregateException>().With.InnerException.TypeOf<DivideByZeroException>());

        var expected = new MeteredNumber[Layer.OutputLength];
        new ScalarConvolution<MeteredNumber>().Forward(Layer, X, W, [], expected);
        MeteredNumber.CancelAfter(-1);
        prepared.Run(X, y);
        Assert.That(y, Is.EqualTo(expected));
    }

    private static PreparedConvolution<MeteredNumber> Prepared(Tiling tiling, int threads) =>
        new FastConvolution<MeteredNumber>(threads, tiling: tiling).Prepare(Layer, W);

    private static MeteredNumber[] Numbers(ulong seed, int length) =>
        [.. Enumerable.Range(0, length).Select(e => new MeteredNumber((int)Draw.Bits(seed, (ulong)e)))];
}
