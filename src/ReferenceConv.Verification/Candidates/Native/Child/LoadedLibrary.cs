using System.Runtime.InteropServices;
using System.Text;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates.Native.Child;

/// <summary>A library in this process, by the C functions of <c>refconv.h</c>.</summary>
internal sealed unsafe class LoadedLibrary
{
    private readonly nint[] functions = new nint[6];

    /// <summary>Loads it, and runs what it runs when it is loaded.</summary>
    /// <exception cref="DllNotFoundException">It cannot be loaded; the message is the loader's.</exception>
    public LoadedLibrary(string path)
    {
        nint library = Open(path);
        int symbols = Greeting.ReentrancySymbol(NativeLibrary.TryGetExport(library, Greeting.NotReentrant, out _));
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
            foreach (int elementSize in new[] { sizeof(float), sizeof(double) })
                if (NativeLibrary.TryGetExport(library, Greeting.Symbol(op, elementSize), out functions[Greeting.Index(op, elementSize)]))
                    symbols |= Greeting.Bit(op, elementSize);
        Greeting = new Greeting(symbols, Claims(library));
    }

    public Greeting Greeting { get; }

    /// <summary>
    /// By the loader itself, for its own words if it fails, and with every symbol bound at once instead of in the middle of a call.
    /// </summary>
    private static nint Open(string path)
    {
        nint program = NativeLibrary.GetMainProgramHandle();
        var open = (delegate* unmanaged<byte*, int, nint>)NativeLibrary.GetExport(program, "dlopen");
        var error = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(program, "dlerror");
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            nint library = open(name, Libc.BindNow);
            return library != 0 ? library : throw new DllNotFoundException(Marshal.PtrToStringUTF8((nint)error()));
        }
    }

    /// <summary>What it says of itself, if it does, as long as a greeting has room for.</summary>
    private static string Claims(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, Greeting.ClaimsFunction, out nint function))
            return "";
        byte* text = ((delegate* unmanaged<byte*>)function)();
        if (text == null)
            return "";
        int length = 0;
        while (length < Greeting.MostClaims && text[length] != 0)
            length++;
        return Encoding.Latin1.GetString(text, length);
    }

    /// <summary>Calls a function with its arrays: inputs in the order of the signature, then the result.</summary>
    public int Call(ConvolutionOperator op, int elementSize, void* geometry, ReadOnlySpan<GuardedArray> arrays)
    {
        nint function = functions[Greeting.Index(op, elementSize)];
        void* bias = arrays.Length == Question.MostArrays ? arrays[2].Pointer : null;
        return op == ConvolutionOperator.Forward
            ? ((delegate* unmanaged<void*, void*, void*, void*, void*, int>)function)(
                geometry, arrays[0].Pointer, arrays[1].Pointer, bias, arrays[^1].Pointer)
            : ((delegate* unmanaged<void*, void*, void*, void*, int>)function)(
                geometry, arrays[0].Pointer, arrays[1].Pointer, arrays[2].Pointer);
    }
}
