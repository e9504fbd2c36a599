namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// Numbers in the middle of a larger array whose rest holds one guard: what reads beyond them meets the guard, what writes beyond them
/// destroys it. The margin is wider than a tile of three of the widest vectors.
/// </summary>
internal sealed class Guarded<T>
{
    private const int Margin = 64;

    private readonly T[] array;
    private readonly int length;
    private readonly T guard;

    /// <summary>A copy of the numbers between guards.</summary>
    public Guarded(ReadOnlySpan<T> numbers, T guard)
    {
        length = numbers.Length;
        this.guard = guard;
        array = new T[Margin + length + Margin];
        Array.Fill(array, guard);
        numbers.CopyTo(Span);
    }

    /// <summary>The numbers.</summary>
    public Span<T> Span => array.AsSpan(Margin, length);

    /// <summary>Whether both guards stand as they stood.</summary>
    public bool IsIntact => IsGuard(array.AsSpan(0, Margin)) && IsGuard(array.AsSpan(Margin + length));

    private bool IsGuard(ReadOnlySpan<T> numbers)
    {
        foreach (T number in numbers)
            if (!EqualityComparer<T>.Default.Equals(number, guard))
                return false;
        return true;
    }
}
