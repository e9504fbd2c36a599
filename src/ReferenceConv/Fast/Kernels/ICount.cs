namespace ReferenceConv.Fast.Kernels;

/// <summary>A number that the compiler knows.</summary>
internal interface ICount
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

/// <inheritdoc cref="ICount"/>
internal readonly struct One : ICount
{
    /// <inheritdoc/>
    public static int Value => 1;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Two : ICount
{
    /// <inheritdoc/>
    public static int Value => 2;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Three : ICount
{
    /// <inheritdoc/>
    public static int Value => 3;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Four : ICount
{
    /// <inheritdoc/>
    public static int Value => 4;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Five : ICount
{
    /// <inheritdoc/>
    public static int Value => 5;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Six : ICount
{
    /// <inheritdoc/>
    public static int Value => 6;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Seven : ICount
{
    /// <inheritdoc/>
    public static int Value => 7;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Eight : ICount
{
    /// <inheritdoc/>
    public static int Value => 8;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Nine : ICount
{
    /// <inheritdoc/>
    public static int Value => 9;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Ten : ICount
{
    /// <inheritdoc/>
    public static int Value => 10;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Eleven : ICount
{
    /// <inheritdoc/>
    public static int Value => 11;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Twelve : ICount
{
    /// <inheritdoc/>
    public static int Value => 12;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Thirteen : ICount
{
    /// <inheritdoc/>
    public static int Value => 13;
}

/// <inheritdoc cref="ICount"/>
internal readonly struct Fourteen : ICount
{
    /// <inheritdoc/>
    public static int Value => 14;
}
