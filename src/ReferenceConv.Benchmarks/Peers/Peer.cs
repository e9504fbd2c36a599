using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>
/// A library that convolves, seen as a benchmark sees it. Whatever can be done once for a layer (plans, weights in the
/// library's own layout) is done by <see cref="Load"/> and not timed. Each lives in a process of its own.
/// </summary>
internal abstract class Peer : IDisposable
{
    /// <summary>Bytes a run needs beside x, w and y; null where the library does not tell.</summary>
    public virtual long? ScratchBytes => null;

    /// <summary>Gets ready to run a layer and forgets the one before.</summary>
    /// <exception cref="NotSupportedException">The library does not do this layer.</exception>
    public abstract void Load(NetworkLayer layer, float[] x, float[] w);

    /// <summary>Convolves once: what is timed.</summary>
    public abstract void Run();

    /// <summary>Does once more what <see cref="Load"/> does with the weights; null where that cannot be had apart.</summary>
    public virtual Action? Prepare => null;

    /// <summary>One number of the last run's output, by its row-major index.</summary>
    public abstract float Output(int index);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the library holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
