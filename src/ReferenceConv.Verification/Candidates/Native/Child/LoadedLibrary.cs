using System.Runtime.InteropServices;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates.Native.Child;

/// <summary>A library in this process, by the C functions of <c>refconv.h</c>.</summary>
internal sealed unsafe class LoadedLibrary
{
    private readonly nint[] functions = new nint[6];

    /// <summary>Loads it, and runs what it runs when it is loaded.</summary>
    /// <exception cref="DllNotFoundException">It cannot be loaded.</exception>
    public LoadedLibrary(string path)
    {
        nint library = NativeLibrary.Load(path);
        int symbols = Greeting.ReentrancySymbol(NativeLibrary.TryGetExport(library, Greeting.NotReentrant, out _));
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
            foreach (int elementSize in new[] { sizeof(float), sizeof(double) })
                if (NativeLibrary.TryGetExport(library, Greeting.Symbol(op, elementSize), out functions[Greeting.Index(op, elementSize)]))
                    symbols |= Greeting.Bit(op, elementSize);
        Greeting = new Greeting(symbols);
    }

    public Greeting Greeting { get; }

    /// <summary>Calls a function with its arrays: inputs in the order of the signature, then the result.</summary>
    public int Call(ConvolutionOperator op, int elementSize, void* geometry, ReadOnlySpan<GuardedArray> arrays)
    {
        nint function = functions[Greeting.Index(op, elementSize)];
        void* bias = arrays.Length == Question.MostArrays ? arrays[2].Pointer : null;
        return op == ConvolutionOperator.Forward
            ? ((delegate* unmanaged<void*, void*, void*, void*, void*, int>)function)(geometry, arrays[0].Pointer, arrays[1].Pointer, bias, arrays[^1].Pointer)
            : ((delegate* unmanaged<void*, void*, void*, void*, int>)function)(geometry, arrays[0].Pointer, arrays[1].Pointer, arrays[2].Pointer);
    }
}
