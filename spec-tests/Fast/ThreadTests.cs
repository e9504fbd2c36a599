using System.Runtime.InteropServices;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>The order of a sum depends on shape and vector width alone, so that any number of threads gives the same bits.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ThreadTests<T>
    where T : unmanaged, System.Numerics.INumberBase<T>
{
    private const int Runs = 20;

    private static readonly Axis Padded = new(30, 3, padding: Padding.Half);

    /// <summary>Bands, panels, groups, images, rings, phases: what threads share.</summary>
    private static readonly ConvolutionGeometry[] Layers =
    [
        new(1, 256, 40, 1, Padded, Padded),
        new(2, 32, 65, 1, new Axis(7, 3, padding: Padding.Half), new Axis(9, 3)),
        new(3, 32, 32, 4, new Axis(8, 3, padding: Padding.Half), new Axis(9, 3, 2)),
        new(2, 9, 9, 9, new Axis(40, 9, padding: Padding.Half), new Axis(37, 3, padding: Padding.Half)),
        new(1, 64, 24, 1, new Axis(5000, 3, padding: Padding.Half)),
        new(1, 4, 5, 1, new Axis(9, 2, 2), new Axis(9, 3, padding: Padding.Full), new Axis(17, 3, 3)),
        new(1, 1, 1, 1, new Axis(3, 3), new Axis(3, 3)),
    ];

    [Test]
    public void Any_number_of_threads_gives_the_same_bits([ValueSource(nameof(Layers))] ConvolutionGeometry layer)
    {
        var numbers = new Reals<T>(layer);
        foreach (Engine engine in Engine.All())
        {
            (T[] y, T[] dx) = (numbers.Forward(engine), numbers.Transposed(engine));
            foreach (int threads in new[] { 2, 3, 8 })
            {
                Assert.That(Same(numbers.Forward(engine with { Threads = threads }), y), $"{engine with { Threads = threads }}");
                Assert.That(
                    Same(numbers.Transposed(engine with { Threads = threads }), dx), $"transposed, {engine with { Threads = threads }}");
            }
        }
    }

    [Test]
    public void Two_convolutions_at_once_do_not_disturb_each_other()
    {
        (Reals<T> first, Reals<T> second) = (new(Layers[1]), new(Layers[2]));
        Assert.That(Faults(AtOnce(Job(first, 2), Job(second, 2), Job(first, 3), Job(second, 1))), Is.Empty);
    }

    [Test]
    public void One_convolution_may_be_shared_by_threads([Values(1, 2, 3)] int threads)
    {
        var numbers = new Reals<T>(Layers[2]);
        Func<bool> job = Job(numbers, threads);
        Assert.That(Faults(AtOnce(job, job, job)), Is.Empty);
    }

    /// <summary>A run of a prepared convolution into an array of its own, and whether it gave what a run alone gives.</summary>
    private static Func<bool> Job(Reals<T> numbers, int threads)
    {
        T[] expected = numbers.Forward(new Engine(VectorWidth.Bits256, null));
        PreparedConvolution<T> prepared =
            new FastConvolution<T>(threads, VectorWidth.Bits256).Prepare(numbers.Geometry, numbers.W, numbers.Bias);
        return () =>
        {
            var y = new T[expected.Length];
            prepared.Run(numbers.X, y);
            return Same(y, expected);
        };
    }

    /// <summary>Every job on a thread of its own, again and again.</summary>
    private static bool[] AtOnce(params Func<bool>[] jobs)
    {
        var right = new bool[jobs.Length];
        using var start = new Barrier(jobs.Length);
        Thread[] threads = [.. jobs.Select((job, j) => new Thread(() =>
        {
            start.SignalAndWait();
            right[j] = Enumerable.Range(0, Runs).Select(_ => job()).ToArray().All(static same => same);
        }))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        return right;
    }

    private static IEnumerable<string> Faults(bool[] right) =>
        right.Index().Where(static job => !job.Item).Select(static job => $"job {job.Index} gave other bits");

    private static bool Same(T[] actual, T[] expected) =>
        MemoryMarshal.AsBytes(actual.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(expected.AsSpan()));
}
