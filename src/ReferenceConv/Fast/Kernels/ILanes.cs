namespace ReferenceConv.Fast.Kernels;

/// <summary>
/// Numbers side by side that one instruction treats alike. All that a micro-kernel asks of the machine stands here,
/// so one kernel serves every vector width and, with one lane, every number.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TVector">The register that holds <see cref="Count"/> of them.</typeparam>
internal interface ILanes<T, TVector>
{
    /// <summary>Numbers in a register.</summary>
    static abstract int Count { get; }

    /// <summary>The numbers that begin at <paramref name="source"/>.</summary>
    static abstract TVector Load(ref T source);

    /// <summary>Writes the numbers from <paramref name="target"/> on.</summary>
    static abstract void Store(TVector numbers, ref T target);

    /// <summary>One number in every lane.</summary>
    static abstract TVector Broadcast(T number);

    /// <summary>a · b + c in every lane, rounded once where the machine can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>a₀ b₀ a₁ b₁ …: the lower halves of both, one from each in turn.</summary>
    static abstract TVector ZipLower(TVector a, TVector b);

    /// <summary>The same with the upper halves.</summary>
    static abstract TVector ZipUpper(TVector a, TVector b);

    /// <summary>a₀ a₂ a₄ … b₀ b₂ b₄ …</summary>
    static abstract TVector Even(TVector a, TVector b);

    /// <summary>a₁ a₃ a₅ … b₁ b₃ b₅ …</summary>
    static abstract TVector Odd(TVector a, TVector b);

    /// <summary>0 a₀ a₁ …: every lane moved up by one, the last one lost.</summary>
    static abstract TVector ZeroFirst(TVector a);

    /// <summary>a₁ a₂ … 0: every lane moved down by one, the first one lost.</summary>
    static abstract TVector ZeroLast(TVector a);
}
