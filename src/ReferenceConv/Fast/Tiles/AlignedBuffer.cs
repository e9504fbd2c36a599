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

        elements = PinnedArrays<T>.Take(length + Math.Max(1, LineBytes / Unsafe.SizeOf<T>()));
        nint beyond = Address(elements) % LineBytes;
        start = (int)(beyond == 0 ? 0 : (LineBytes - beyond) / Unsafe.SizeOf<T>());
    }

    /// <summary>The numbers.</summary>
    public Span<T> Span => elements.AsSpan(start, length);

    /// <summary>Gives the memory back: nobody may use the numbers any more, nor give them back again.</summary>
    public void Release()
    {
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            PinnedArrays<T>.GiveBack(elements);
    }

    private static unsafe nint Address(T[] pinned) => (nint)Unsafe.AsPointer(ref pinned[0]);
}
