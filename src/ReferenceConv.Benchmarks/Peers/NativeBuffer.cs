using System.Runtime.InteropServices;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>Floats that the garbage collector does not move, at an address that vectors of any width like.</summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private const int Alignment = 64;
    private readonly int length;

    /// <summary>This many floats, zero.</summary>
    public NativeBuffer(long bytes)
    {
        length = checked((int)((bytes + sizeof(float) - 1) / sizeof(float)));
        Address = (nint)NativeMemory.AlignedAlloc((nuint)Math.Max(length, 1) * sizeof(float), Alignment);
        Span.Clear();
    }

    /// <summary>A copy of these numbers.</summary>
    public NativeBuffer(ReadOnlySpan<float> numbers)
        : this((long)numbers.Length * sizeof(float)) => numbers.CopyTo(Span);

    /// <summary>Where the first stands.</summary>
    public nint Address { get; private set; }

    /// <summary>The numbers.</summary>
    public Span<float> Span => new((void*)Address, length);

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree((void*)Address);
        Address = 0;
    }
}
