using System.Runtime.InteropServices;

namespace ReferenceConv.Benchmarks.Peers.OneDnn;

/// <summary>
/// The part of oneDNN's C API, version 2, that is needed. Its descriptors are large structs that only the library fills and reads:
/// here they are bytes. Every function answers 0 for success.
/// </summary>
internal static partial class Dnnl
{
    /// <summary>dnnl_cpu.</summary>
    public const int Cpu = 1;

    /// <summary>dnnl_f32.</summary>
    public const int Float = 3;

    /// <summary>dnnl_format_tag_any: the library chooses.</summary>
    public const int AnyLayout = 1;

    /// <summary>dnnl_forward_inference.</summary>
    public const int ForwardInference = 96;

    /// <summary>dnnl_convolution_direct.</summary>
    public const int ConvolutionDirect = 1;

    /// <summary>dnnl_deconvolution_direct.</summary>
    public const int DeconvolutionDirect = 10;

    /// <summary>dnnl_query_src_md.</summary>
    public const int SourceLayout = 129;

    /// <summary>dnnl_query_weights_md.</summary>
    public const int WeightsLayout = 131;

    /// <summary>dnnl_query_dst_md.</summary>
    public const int DestinationLayout = 133;

    /// <summary>DNNL_ARG_SRC and DNNL_ARG_FROM.</summary>
    public const int Source = 1;

    /// <summary>DNNL_ARG_DST and DNNL_ARG_TO.</summary>
    public const int Destination = 17;

    /// <summary>DNNL_ARG_WEIGHTS.</summary>
    public const int Weights = 33;

    /// <summary>Bytes that hold any descriptor: the largest, of a convolution, has 5,976 in version 2.6.</summary>
    public const int DescriptorBytes = 16_384;

    private const string Library = "onednn";
    private const int Unimplemented = 3;

    /// <summary>dnnl_exec_arg_t.</summary>
    public readonly record struct Argument(int Role, nint Memory);

    /// <summary>Says that this library is the one at <paramref name="path"/>.</summary>
    public static void Use(string path)
    {
        // Debian's build wants an OpenCL loader it does not use for the CPU; unpacked without root, it lies beside the library.
        NativeLibrary.TryLoad(Path.Combine(Path.GetDirectoryName(path) ?? "", "libOpenCL.so.1"), out _);
        nint handle = NativeLibrary.Load(path);
        NativeLibrary.SetDllImportResolver(typeof(Dnnl).Assembly, (name, _, _) => name == Library ? handle : 0);
    }

    /// <summary>Throws unless the library succeeded.</summary>
    public static void Check(int status)
    {
        if (status != 0)
            throw new NotSupportedException(status == Unimplemented
                ? "oneDNN does not do this layer in this layout"
                : $"oneDNN answered status {status}");
    }

    [LibraryImport(Library, EntryPoint = "dnnl_engine_create")]
    public static partial int EngineCreate(out nint engine, int kind, nuint index);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_create")]
    public static partial int StreamCreate(out nint stream, nint engine, uint flags);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_wait")]
    public static partial int StreamWait(nint stream);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_init_by_tag")]
    public static partial int LayoutByTag(byte[] layout, int rank, long[] sizes, int type, int tag);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_init_by_strides")]
    public static partial int LayoutByStrides(byte[] layout, int rank, long[] sizes, int type, long[] strides);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_get_size")]
    public static partial nuint LayoutBytes(nint layout);

    [LibraryImport(Library, EntryPoint = "dnnl_dilated_convolution_forward_desc_init")]
    public static partial int ConvolutionInit(
        byte[] descriptor, int purpose, int algorithm, byte[] x, byte[] w, nint bias, byte[] y, long[] strides, long[] dilations, long[] begin, long[] end);

    [LibraryImport(Library, EntryPoint = "dnnl_dilated_deconvolution_forward_desc_init")]
    public static partial int DeconvolutionInit(
        byte[] descriptor, int purpose, int algorithm, byte[] x, byte[] w, nint bias, byte[] y, long[] strides, long[] dilations, long[] begin, long[] end);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_create")]
    public static partial int PrimitiveDescriptorCreate(
        out nint primitiveDescriptor, byte[] descriptor, nint attributes, nint engine, nint hint);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_query_md")]
    public static partial nint Layout(nint primitiveDescriptor, int what, int index);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_destroy")]
    public static partial int PrimitiveDescriptorDestroy(nint primitiveDescriptor);

    [LibraryImport(Library, EntryPoint = "dnnl_reorder_primitive_desc_create")]
    public static partial int ReorderCreate(
        out nint primitiveDescriptor, nint from, nint fromEngine, nint to, nint toEngine, nint attributes);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_create")]
    public static partial int PrimitiveCreate(out nint primitive, nint primitiveDescriptor);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_execute")]
    public static partial int Execute(nint primitive, nint stream, int count, Argument[] arguments);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_destroy")]
    public static partial int PrimitiveDestroy(nint primitive);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_create")]
    public static partial int MemoryCreate(out nint memory, nint layout, nint engine, nint address);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_destroy")]
    public static partial int MemoryDestroy(nint memory);
}
