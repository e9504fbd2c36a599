using System.Numerics;
using System.Runtime.CompilerServices;
using ReferenceConv.Fast.Layout;
using ReferenceConv.Fast.Threads;
using ReferenceConv.Fast.Tiles;

namespace ReferenceConv.Fast;

/// <summary>
/// A convolution whose weights are packed and whose loops are laid out: made once by <see cref="FastConvolution{T}"/>, run as often as
/// there are images, without allocating. Threads may share it; two runs at once take turns. Whoever prepares many disposes of each.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class PreparedConvolution<T> : IDisposable
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>So that threads that began together end nearly together.</summary>
    private const int ItemsPerThread = 8;

    private readonly Layer layer;
    private readonly TileEngine<T>[] engines;
    private readonly Worker<T>[] workers;
    private readonly int[] splits;
    private readonly int items;
    private readonly Shares shares;
    private readonly SpanJob<T> job;
    private readonly Lock turn = new();
    private CancellationToken cancellation;
    private bool isDisposed;

    internal PreparedConvolution(Layer layer, TileEngine<T>[] engines, int threads)
    {
        (this.layer, this.engines) = (layer, engines);
        int imageLength = engines.Select(static engine => engine.ImageLength).DefaultIfEmpty().Max();
        int tileLength = engines.Select(static engine => engine.TileLength).DefaultIfEmpty().Max();
        workers = [.. Enumerable.Range(0, threads).Select(_ => new Worker<T>(imageLength, tileLength))];
        splits = [.. engines.Select(engine => threads == 1
            ? 1
            : Math.Min(engine.Panels, (ItemsPerThread * threads + Places(engine) - 1) / Places(engine)))];
        shares = new Shares(threads);
        job = new SpanJob<T>(Work);
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
    /// <exception cref="ObjectDisposedException">The convolution was disposed of.</exception>
    /// <exception cref="InvalidOperationException">The thread is within a run of the convolution.</exception>
    public void Run(ReadOnlySpan<T> x, Span<T> y, CancellationToken cancellation = default)
    {
        if (x.Length != InputLength)
            throw new ArgumentException($"x must have {InputLength} elements, had {x.Length}");
        if (y.Length != OutputLength)
            throw new ArgumentException($"y must have {OutputLength} elements, had {y.Length}");
        if (x.Overlaps(y))
            throw new ArgumentException("x and y must not overlap");

        RefuseWithinRun();
        lock (turn)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            foreach (Worker<T> worker in workers)
                worker.Stored = null;
            shares.Deal(items);
            this.cancellation = cancellation;
            job.Run(x, y, workers.Length);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>
    /// Gives the memory of packed weights and stored images to convolutions that are prepared later, after a run that is under way. Without
    /// it the garbage collector takes the memory in its own time.
    /// </summary>
    /// <exception cref="InvalidOperationException">The thread is within a run of the convolution.</exception>
    public void Dispose()
    {
        RefuseWithinRun();
        lock (turn)
        {
            if (isDisposed)
                return;
            isDisposed = true;
            foreach (TileEngine<T> engine in engines)
                engine.Release();
            foreach (Worker<T> worker in workers)
                worker.Release();
        }
    }

    /// <summary>A number's own operator, or who waits for its token, could come back here while the thread is in a run.</summary>
    private void RefuseWithinRun()
    {
        if (turn.IsHeldByCurrentThread)
            throw new InvalidOperationException("a prepared convolution must not be run or disposed of from within its own run");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Work(int worker, ReadOnlySpan<T> input, Span<T> output)
    {
        for ((int first, int count) = shares.Take(worker); count > 0; (first, count) = shares.Take(worker))
        {
            Item item = ItemAt(first);
            for (int done = 0; done < count; done++, item = After(item))
            {
                if (cancellation.IsCancellationRequested)
                    return;
                Compute(workers[worker], item, input, output);
            }
        }
    }

    /// <summary>Bands of an engine, over all images and groups; at least 1.</summary>
    private int Places(TileEngine<T> engine) => Math.Max(1, layer.Batch * layer.Groups * engine.Bands);

    private Item ItemAt(int number)
    {
        int e = 0;
        for (; number >= Places(engines[e]) * splits[e]; e++)
            number -= Places(engines[e]) * splits[e];
        int place = number / splits[e];
        int band = place % engines[e].Bands;
        int group = place / engines[e].Bands % layer.Groups;
        return new Item(e, place / engines[e].Bands / layer.Groups, group, band, number % splits[e]);
    }

    /// <summary>The next item: <see cref="ItemAt"/> of the next number, without its divisions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Item After(Item item)
    {
        if (item.Split + 1 < splits[item.Engine])
            return item with { Split = item.Split + 1 };
        if (item.Band + 1 < engines[item.Engine].Bands)
            return item with { Band = item.Band + 1, Split = 0 };
        if (item.Group + 1 < layer.Groups)
            return item with { Group = item.Group + 1, Band = 0, Split = 0 };
        return item.Image + 1 < layer.Batch
            ? new Item(item.Engine, item.Image + 1, 0, 0, 0)
            : new Item(item.Engine + 1, 0, 0, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Compute(Worker<T> worker, Item item, ReadOnlySpan<T> input, Span<T> output)
    {
        TileEngine<T> engine = engines[item.Engine];
        int inLength = layer.InChannels * layer.InPlane;
        int outLength = layer.ResultChannels * layer.ResultPlane;
        ReadOnlySpan<T> groupInput = input.Slice((item.Image * layer.Groups + item.Group) * inLength, inLength);
        Span<T> groupOutput = output.Slice((item.Image * layer.Groups + item.Group) * outLength, outLength);
        if (worker.Stored != item with { Split = 0 })
        {
            int layout = (item.Band * engines.Length) + item.Engine;
            engine.Store(worker, item.Band, groupInput, zerosStand: worker.Layout == layout);
            (worker.Stored, worker.Layout) = (item with { Split = 0 }, layout);
        }

        int firstPanel = item.Split * engine.Panels / splits[item.Engine];
        int endPanel = (item.Split + 1) * engine.Panels / splits[item.Engine];
        engine.Compute(worker, item.Band, item.Group, firstPanel, endPanel, groupInput, groupOutput);
    }
}
