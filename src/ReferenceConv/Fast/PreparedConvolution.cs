using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReferenceConv.Fast.Layout;
using ReferenceConv.Fast.Threads;
using ReferenceConv.Fast.Tiles;

namespace ReferenceConv.Fast;

/// <summary>
/// A convolution whose weights are packed and whose loops are laid out: made once by <see cref="FastConvolution{T}"/>, run as often as there are
/// images, without allocating. Threads may share it; two runs at once take turns.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class PreparedConvolution<T> : ITeamJob
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>So that threads that began together end nearly together.</summary>
    private const int ItemsPerThread = 8;

    private readonly Layer layer;
    private readonly TileEngine<T>[] engines;
    private readonly Worker<T>[] workers;
    private readonly int[] splits;
    private readonly int items;
    private readonly Lock turn = new();
    private CancellationToken cancellation;
    private unsafe void* x;
    private unsafe void* y;
    private Tickets tickets;

    internal PreparedConvolution(Layer layer, TileEngine<T>[] engines, int threads)
    {
        (this.layer, this.engines) = (layer, engines);
        int imageLength = engines.Select(static engine => engine.ImageLength).DefaultIfEmpty().Max();
        int tileLength = engines.Select(static engine => engine.TileLength).DefaultIfEmpty().Max();
        workers = [.. Enumerable.Range(0, threads).Select(_ => new Worker<T>(imageLength, tileLength))];
        splits = [.. engines.Select(engine => threads == 1 ? 1 : Math.Min(engine.Panels, ItemsPerThread * threads / Places(engine) + 1))];
        items = layer.Batch == 0 ? 0 : engines.Select((engine, e) => Places(engine) * splits[e]).Sum();
    }

    /// <summary>Elements of the input.</summary>
    public int InputLength => layer.Batch * layer.Groups * layer.InChannels * layer.InPlane;

    /// <summary>Elements of the output.</summary>
    public int OutputLength => layer.Batch * layer.Groups * layer.ResultChannels * layer.ResultPlane;

    /// <summary>Bytes that a run uses beside input, output and packed weights.</summary>
    public long ScratchBytes => workers.Sum(static worker => (long)worker.Image.Length + worker.Tile.Length) * Unsafe.SizeOf<T>();

    /// <summary>Computes the output.</summary>
    /// <param name="x">Input [N, C, i…].</param>
    /// <param name="y">Receives the output [N, K, o…].</param>
    /// <param name="cancellation">Asked between bands; a run that is cancelled leaves the output half written.</param>
    /// <exception cref="ArgumentException">A length is not the geometry's, or the two overlap.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public unsafe void Run(ReadOnlySpan<T> x, Span<T> y, CancellationToken cancellation = default)
    {
        if (x.Length != InputLength)
            throw new ArgumentException($"x must have {InputLength} elements, had {x.Length}");
        if (y.Length != OutputLength)
            throw new ArgumentException($"y must have {OutputLength} elements, had {y.Length}");
        if (x.Overlaps(y))
            throw new ArgumentException("x and y must not overlap");

        lock (turn)
        {
            foreach (Worker<T> worker in workers)
                worker.Stored = -1;
            tickets.Reset();
            this.cancellation = cancellation;
            if (workers.Length == 1 || RuntimeHelpers.IsReferenceOrContainsReferences<T>())
                Work(workers[0], x, y);
            else
                fixed (byte* xs = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(x)), ys = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(y)))
                {
                    this.x = xs;
                    this.y = ys;
                    Team.OfTheProcess.Run(this, workers.Length);
                }
        }

        cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    unsafe void ITeamJob.Work(int worker) => Work(workers[worker], new ReadOnlySpan<T>(x, InputLength), new Span<T>(y, OutputLength));

    private void Work(Worker<T> worker, ReadOnlySpan<T> input, Span<T> output)
    {
        for ((int first, int count) = tickets.Take(items, workers.Length); count > 0; (first, count) = tickets.Take(items, workers.Length))
            for (int item = first; item < first + count; item++)
            {
                if (cancellation.IsCancellationRequested)
                    return;
                Compute(worker, item, input, output);
            }
    }

    /// <summary>Bands of an engine, over all images and groups; at least 1.</summary>
    private int Places(TileEngine<T> engine) => Math.Max(1, layer.Batch * layer.Groups * engine.Bands);

    private void Compute(Worker<T> worker, int item, ReadOnlySpan<T> input, Span<T> output)
    {
        int e = 0;
        for (; item >= Places(engines[e]) * splits[e]; e++)
            item -= Places(engines[e]) * splits[e];
        TileEngine<T> engine = engines[e];
        int split = item % splits[e];
        int place = item / splits[e];
        int band = place % engine.Bands;
        int group = place / engine.Bands % layer.Groups;
        int image = place / engine.Bands / layer.Groups;

        int inLength = layer.InChannels * layer.InPlane;
        int outLength = layer.ResultChannels * layer.ResultPlane;
        ReadOnlySpan<T> groupInput = input.Slice((image * layer.Groups + group) * inLength, inLength);
        Span<T> groupOutput = output.Slice((image * layer.Groups + group) * outLength, outLength);
        long number = ((long)place * engines.Length) + e;
        if (worker.Stored != number)
        {
            int layout = (band * engines.Length) + e;
            engine.Store(worker, band, groupInput, zerosStand: worker.Layout == layout);
            (worker.Stored, worker.Layout) = (number, layout);
        }

        engine.Compute(worker, band, group, split * engine.Panels / splits[e], (split + 1) * engine.Panels / splits[e], groupInput, groupOutput);
    }
}
