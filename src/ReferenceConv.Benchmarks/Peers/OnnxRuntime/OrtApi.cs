using System.Runtime.InteropServices;

namespace ReferenceConv.Benchmarks.Peers.OnnxRuntime;

/// <summary>
/// The part of ONNX Runtime's C API that is needed: a table of functions that later versions only append to, so an index is for good.
/// The indices are those of struct OrtApi in onnxruntime_c_api.h of version 1.30.
/// </summary>
internal sealed unsafe class OrtApi
{
    private const uint Version = 17;   // the newest function called here is far older

    private const int GetErrorMessageIndex = 2;
    private const int CreateEnvIndex = 3;
    private const int CreateSessionFromArrayIndex = 8;
    private const int RunIndex = 9;
    private const int CreateSessionOptionsIndex = 10;
    private const int SetGraphOptimizationLevelIndex = 23;
    private const int SetIntraOpThreadsIndex = 24;
    private const int CreateTensorWithDataIndex = 49;
    private const int CreateCpuMemoryInfoIndex = 69;
    private const int ReleaseStatusIndex = 93;
    private const int ReleaseSessionIndex = 95;
    private const int ReleaseValueIndex = 96;
    private const int ReleaseSessionOptionsIndex = 100;
    private const int AddSessionConfigEntryIndex = 130;

    private const int ErrorsOnly = 3;
    private const int DeviceAllocator = 0;
    private const int DefaultMemory = 0;
    private const int FloatType = 1;

    private readonly nint* table;
    private readonly nint environment;
    private readonly nint memoryInfo;

    /// <summary>Loads the library.</summary>
    /// <exception cref="DllNotFoundException">It does not load.</exception>
    public OrtApi(string path)
    {
        nint library = NativeLibrary.Load(path);
        nint* apiBase = ((delegate* unmanaged<nint*>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        table = ((delegate* unmanaged<uint, nint*>)apiBase[0])(Version);
        if (table == null)
            throw new NotSupportedException($"the library at {path} is older than version 1.{Version} of its C API");
        fixed (byte* name = "peers\0"u8)
        fixed (nint* result = &environment)
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)table[CreateEnvIndex])(ErrorsOnly, name, result));
        fixed (nint* result = &memoryInfo)
            Check(((delegate* unmanaged<int, int, nint*, nint>)table[CreateCpuMemoryInfoIndex])(DeviceAllocator, DefaultMemory, result));
    }

    /// <summary>A session that runs a model on this many threads.</summary>
    public nint CreateSession(ReadOnlySpan<byte> model, int threads, int optimizationLevel, IEnumerable<(string Key, string Value)> entries)
    {
        nint options;
        Check(((delegate* unmanaged<nint*, nint>)table[CreateSessionOptionsIndex])(&options));
        try
        {
            Check(((delegate* unmanaged<nint, int, nint>)table[SetGraphOptimizationLevelIndex])(options, optimizationLevel));
            Check(((delegate* unmanaged<nint, int, nint>)table[SetIntraOpThreadsIndex])(options, threads));
            foreach ((string key, string value) in entries)
                AddEntry(options, key, value);
            nint session;
            fixed (byte* bytes = model)
                Check(((delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)table[CreateSessionFromArrayIndex])(
                    environment, bytes, (nuint)model.Length, options, &session));
            return session;
        }
        finally
        {
            ((delegate* unmanaged<nint, void>)table[ReleaseSessionOptionsIndex])(options);
        }
    }

    /// <summary>A tensor of floats over memory of the caller's.</summary>
    public nint CreateTensor(NativeBuffer buffer, ReadOnlySpan<long> shape, long elements)
    {
        nint value;
        fixed (long* sizes = shape)
            Check(((delegate* unmanaged<nint, nint, nuint, long*, nuint, int, nint*, nint>)table[CreateTensorWithDataIndex])(
                memoryInfo, buffer.Address, (nuint)elements * sizeof(float), sizes, (nuint)shape.Length, FloatType, &value));
        return value;
    }

    /// <summary>Runs a session from tensor "x" to tensor "y".</summary>
    public void Run(nint session, nint x, nint y)
    {
        fixed (byte* xName = "x\0"u8)
        fixed (byte* yName = "y\0"u8)
            Check(((delegate* unmanaged<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)table[RunIndex])(
                session, 0, &xName, &x, 1, &yName, 1, &y));
    }

    /// <summary>Frees a session.</summary>
    public void ReleaseSession(nint session) => ((delegate* unmanaged<nint, void>)table[ReleaseSessionIndex])(session);

    /// <summary>Frees a tensor, not its memory.</summary>
    public void ReleaseTensor(nint value) => ((delegate* unmanaged<nint, void>)table[ReleaseValueIndex])(value);

    private void AddEntry(nint options, string key, string value)
    {
        nint keyText = Marshal.StringToCoTaskMemUTF8(key);
        nint valueText = Marshal.StringToCoTaskMemUTF8(value);
        Check(((delegate* unmanaged<nint, nint, nint, nint>)table[AddSessionConfigEntryIndex])(options, keyText, valueText));
        Marshal.FreeCoTaskMem(keyText);
        Marshal.FreeCoTaskMem(valueText);
    }

    private void Check(nint status)
    {
        if (status == 0)
            return;
        string message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)table[GetErrorMessageIndex])(status)) ?? "unknown";
        ((delegate* unmanaged<nint, void>)table[ReleaseStatusIndex])(status);
        throw new NotSupportedException(message);
    }
}
