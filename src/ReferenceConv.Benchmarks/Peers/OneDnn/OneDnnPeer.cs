using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers.OneDnn;

/// <summary>
/// oneDNN, direct algorithm, weights in the layout it likes. Blocked: x and y too are in the layout it likes, and the reorders from and
/// to NCHW are not timed. Plain: x and y are NCHW. Its threads are those of OpenMP, set from outside.
/// </summary>
internal sealed class OneDnnPeer : Peer
{
    private const uint InOrder = 1;

    private readonly bool blocked;
    private readonly nint engine;
    private readonly nint stream;
    private readonly List<DnnlMemory> memories = [];
    private byte[] plainOutput = [];
    private nint descriptor;
    private nint primitive;
    private Dnnl.Argument[] arguments = [];
    private DnnlMemory? y;
    private DnnlMemory? plainY;
    private bool plainYIsStale;

    /// <summary>With the library at <paramref name="path"/>.</summary>
    public OneDnnPeer(string path, bool blocked)
    {
        this.blocked = blocked;
        Dnnl.Use(path);
        Dnnl.Check(Dnnl.EngineCreate(out engine, Dnnl.Cpu, 0));
        Dnnl.Check(Dnnl.StreamCreate(out stream, engine, InOrder));
    }

    /// <inheritdoc/>
    public override void Load(NetworkLayer layer, float[] x, float[] w)
    {
        Release();
        var shapes = new DnnlShapes(layer);
        byte[] plainInput = Plain(shapes.Input, shapes.InputStrides);
        plainOutput = Plain(shapes.Output, shapes.OutputStrides);
        descriptor = Describe(layer, shapes, blocked ? Any(shapes.Input) : plainInput, blocked ? Any(shapes.Output) : plainOutput);
        Dnnl.Check(Dnnl.PrimitiveCreate(out primitive, descriptor));

        DnnlMemory xMemory = Reordered(x, plainInput, Dnnl.SourceLayout);
        DnnlMemory wMemory = Reordered(w, Plain(shapes.Weights, shapes.WeightStrides), Dnnl.WeightsLayout);
        y = Remember(new DnnlMemory(Dnnl.Layout(descriptor, Dnnl.DestinationLayout, 0), engine));
        plainY = Remember(InLayout(plainOutput));
        arguments = [new(Dnnl.Source, xMemory.Handle), new(Dnnl.Weights, wMemory.Handle), new(Dnnl.Destination, y.Handle)];
    }

    /// <inheritdoc/>
    public override void Run()
    {
        Dnnl.Check(Dnnl.Execute(primitive, stream, arguments.Length, arguments));
        Dnnl.Check(Dnnl.StreamWait(stream));
        plainYIsStale = true;
    }

    /// <inheritdoc/>
    public override unsafe float Output(int index)
    {
        if (plainYIsStale)
            fixed (byte* plain = plainOutput)
                Reorder(y!, Dnnl.Layout(descriptor, Dnnl.DestinationLayout, 0), plainY!, (nint)plain);
        plainYIsStale = false;
        return plainY!.Span[index];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Release();
        base.Dispose(disposing);
    }

    private static byte[] Any(long[] sizes)
    {
        var layout = new byte[Dnnl.DescriptorBytes];
        Dnnl.Check(Dnnl.LayoutByTag(layout, sizes.Length, sizes, Dnnl.Float, Dnnl.AnyLayout));
        return layout;
    }

    private static byte[] Plain(long[] sizes, long[] strides)
    {
        var layout = new byte[Dnnl.DescriptorBytes];
        Dnnl.Check(Dnnl.LayoutByStrides(layout, sizes.Length, sizes, Dnnl.Float, strides));
        return layout;
    }

    private nint Describe(NetworkLayer layer, DnnlShapes shapes, byte[] xLayout, byte[] yLayout)
    {
        var description = new byte[Dnnl.DescriptorBytes];
        byte[] wLayout = Any(shapes.Weights);
        Dnnl.Check(layer.IsTransposed
            ? Dnnl.DeconvolutionInit(
                description, Dnnl.ForwardInference, Dnnl.DeconvolutionDirect, xLayout, wLayout, 0, yLayout,
                shapes.Strides, shapes.Dilations, shapes.Begin, shapes.End)
            : Dnnl.ConvolutionInit(
                description, Dnnl.ForwardInference, Dnnl.ConvolutionDirect, xLayout, wLayout, 0, yLayout,
                shapes.Strides, shapes.Dilations, shapes.Begin, shapes.End));
        Dnnl.Check(Dnnl.PrimitiveDescriptorCreate(out nint result, description, 0, engine, 0));
        return result;
    }

    /// <summary>These numbers in the layout that the primitive likes for this role.</summary>
    private unsafe DnnlMemory Reordered(float[] numbers, byte[] layout, int role)
    {
        using DnnlMemory plain = InLayout(layout);
        numbers.CopyTo(plain.Span);
        nint liked = Dnnl.Layout(descriptor, role, 0);
        DnnlMemory result = Remember(new DnnlMemory(liked, engine));
        fixed (byte* from = layout)
            Reorder(plain, (nint)from, result, liked);
        return result;
    }

    private unsafe DnnlMemory InLayout(byte[] layout)
    {
        fixed (byte* address = layout)
            return new DnnlMemory((nint)address, engine);
    }

    private void Reorder(DnnlMemory from, nint fromLayout, DnnlMemory to, nint toLayout)
    {
        Dnnl.Check(Dnnl.ReorderCreate(out nint reorderDescriptor, fromLayout, engine, toLayout, engine, 0));
        Dnnl.Check(Dnnl.PrimitiveCreate(out nint reorder, reorderDescriptor));
        Dnnl.Check(Dnnl.Execute(reorder, stream, 2, [new(Dnnl.Source, from.Handle), new(Dnnl.Destination, to.Handle)]));
        Dnnl.Check(Dnnl.StreamWait(stream));
        _ = Dnnl.PrimitiveDestroy(reorder);
        _ = Dnnl.PrimitiveDescriptorDestroy(reorderDescriptor);
    }

    private DnnlMemory Remember(DnnlMemory memory)
    {
        memories.Add(memory);
        return memory;
    }

    private void Release()
    {
        if (primitive != 0)
            _ = Dnnl.PrimitiveDestroy(primitive);
        if (descriptor != 0)
            _ = Dnnl.PrimitiveDescriptorDestroy(descriptor);
        (primitive, descriptor) = (0, 0);
        foreach (DnnlMemory memory in memories)
            memory.Dispose();
        memories.Clear();
    }
}
