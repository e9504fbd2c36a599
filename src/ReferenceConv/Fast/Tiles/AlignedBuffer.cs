using System.Runtime.CompilerServices;

namespace ReferenceConv.Fast.Tiles;

/// <summary>Numbers that begin at a cache line, so that no vector of them lies across two. They never move, and are not cleared.</summary>
internal readonly struct AlignedBuffer<T>
{
    private const int LineBytes = 64;

    private readonly T[] elements;
    private readonly int start;
    private readonly int length;

    /// <summary>Room for <paramref name="length"/> numbers.</summary>
    public AlignedBuffer(int length)
    {
        this.length = length;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            elements = new T[length];
            return;
        }

        elements = GC.AllocateUninitializedArray<T>(length + (LineBytes / Unsafe.SizeOf<T>()), pinned: true);
        nint beyond = Address(elements) % LineBytes;
        start = (int)(beyond == 0 ? 0 : (LineBytes - beyond) / Unsafe.SizeOf<T>());
    }

    /// <summary>The numbers.</summary>
    public Span<T> Span => elements.AsSpan(start, length);

    private static unsafe nint Address(T[] pinned) => (nint)Unsafe.AsPointer(ref pinned[0]);
}
