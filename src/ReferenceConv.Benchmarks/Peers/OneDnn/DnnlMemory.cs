namespace ReferenceConv.Benchmarks.Peers.OneDnn;

/// <summary>Numbers in a layout that oneDNN knows, in memory that is freed with it.</summary>
internal sealed class DnnlMemory : IDisposable
{
    private readonly NativeBuffer buffer;
    private nint handle;

    /// <summary>Zeros in this layout.</summary>
    /// <param name="layout">Where a dnnl_memory_desc_t stands; the library copies it.</param>
    /// <param name="engine">The engine that will use it.</param>
    public DnnlMemory(nint layout, nint engine)
    {
        buffer = new NativeBuffer((long)Dnnl.LayoutBytes(layout));
        Dnnl.Check(Dnnl.MemoryCreate(out handle, layout, engine, buffer.Address));
    }

    /// <summary>dnnl_memory_t.</summary>
    public nint Handle => handle;

    /// <summary>The numbers as they lie.</summary>
    public Span<float> Span => buffer.Span;

    /// <inheritdoc/>
    public void Dispose()
    {
        _ = Dnnl.MemoryDestroy(handle);
        handle = 0;
        buffer.Dispose();
    }
}
