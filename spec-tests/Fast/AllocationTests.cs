using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// A prepared convolution has all it needs: running it allocates nothing, on the thread that runs it and on those that help.
/// </summary>
public sealed class AllocationTests
{
    private static readonly Engine[] Engines = [.. Engine.All()];

    private static readonly ConvolutionGeometry[] Layers =
    [
        new(2, 32, 40, 2, new Axis(9, 3, padding: Padding.Half), new Axis(9, 3, 2)),
        new(2, 6, 6, 6, new Axis(9, 9, padding: Padding.Half), new Axis(19, 3, padding: Padding.Half)),
    ];

    [Test]
    public void A_run_allocates_nothing([ValueSource(nameof(Engines))] object engine)
    {
        foreach (Action run in Prepared((Engine)engine))
        {
            run();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int times = 0; times < 3; times++)
                run();
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        }
    }

    /// <summary>
    /// Others in the process allocate now and then; what a run allocates would be there every time, so the least of many runs counts.
    /// </summary>
    [Test]
    public void A_run_by_two_threads_allocates_nothing([ValueSource(nameof(Engines))] object engine)
    {
        foreach (Action run in Prepared((Engine)engine with { Threads = 2 }))
        {
            run();
            Assert.That(Enumerable.Range(0, 20).Select(_ => AllocatedBy(run)).Min(), Is.Zero);
        }
    }

    [Test]
    public void What_a_run_needs_beside_its_operands_is_kept_per_thread()
    {
        static long Scratch(int threads) =>
            new FastConvolution<float>(threads).Prepare(Layers[0], new float[Layers[0].WeightLength]).ScratchBytes;

        Assert.That(Scratch(1), Is.Positive);
        Assert.That(Scratch(3), Is.EqualTo(3 * Scratch(1)));
    }

    /// <summary>The second call of the one-call form packs its weights, 590 KB of them, where the first had packed its own.</summary>
    [Test]
    public void One_call_after_the_other_uses_the_same_memory()
    {
        var layer = new ConvolutionGeometry(1, 128, 128, 1, new Axis(4, 3), new Axis(4, 3));
        (float[] x, float[] w, float[] y) = (new float[layer.InputLength], new float[layer.WeightLength], new float[layer.OutputLength]);
        Action call = () => new FastConvolution<float>().Forward(layer, x, w, [], y);
        call();
        Assert.That(Enumerable.Range(0, 20).Select(_ => AllocatedBy(call)).Min(), Is.LessThan(sizeof(float) * w.Length / 4));
    }

    private static long AllocatedBy(Action run)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        run();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static IEnumerable<Action> Prepared(Engine engine)
    {
        foreach (ConvolutionGeometry layer in Layers)
        {
            (float[] x, float[] w, float[] y) =
                (new float[layer.InputLength], new float[layer.WeightLength], new float[layer.OutputLength]);
            PreparedConvolution<float> forward = engine.Convolution<float>().Prepare(layer, w);
            PreparedConvolution<float> transposed = engine.Convolution<float>().PrepareTransposed(layer, w);
            yield return () => forward.Run(x, y);
            yield return () => transposed.Run(y, x);
        }
    }
}
