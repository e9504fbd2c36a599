namespace ReferenceConv.Fast.Kernels;

/// <summary>What the ring is told of a column of results. All distances are in numbers.</summary>
internal ref struct RingCall<T>
{
    /// <summary>Where the taps that every tap row has find the image, counted from its row.</summary>
    public ReadOnlySpan<int> Taps;

    /// <summary>The same for taps that the last tap row does not have.</summary>
    public ReadOnlySpan<int> ShortTaps;

    /// <summary>First row that is read.</summary>
    public ref T Image;

    /// <summary>From row to row of the image.</summary>
    public nint ImageRow;

    /// <summary>Rows that are read.</summary>
    public int Rows;

    /// <summary>The weights, tap by tap, those of the short ones last, for each tap those of all tap rows that have it.</summary>
    public ref T Weights;

    /// <summary>From vector to vector, in the image and in the results.</summary>
    public nint Column;

    /// <summary>From this column to the next, if it is worth while to ask for its rows already, else 0.</summary>
    public nint Ahead;

    /// <summary>The result whose sum begins in the first row; it may lie beyond the results.</summary>
    public int Newest;

    /// <summary>Rows of results; sums of others are dropped.</summary>
    public int Results;

    /// <summary>What the sums of the first row of results begin with.</summary>
    public ref T Seed;

    /// <summary>From row to row of the seeds.</summary>
    public nint SeedRow;

    /// <summary>From vector to vector of the seeds.</summary>
    public nint SeedColumn;

    /// <summary>First row of the results.</summary>
    public ref T Result;

    /// <summary>From row to row of the results.</summary>
    public nint ResultRow;
}
