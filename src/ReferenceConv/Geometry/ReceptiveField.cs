namespace ReferenceConv.Geometry;

/// <summary>
/// What one output of a stack of layers sees of the input, on one axis: output o reads the inputs
/// <see cref="Start"/> + o·<see cref="Stride"/> … + <see cref="Size"/> − 1, holes included.
/// r = 1 + Σₗ (k̂ₗ−1) Πₘ₍ₘ﹤ₗ₎ sₘ (Araujo, Norris, Sim: Computing Receptive Fields of Convolutional Neural Networks, Distill 2019).
/// </summary>
public sealed record ReceptiveField
{
    private ReceptiveField(int size, int stride, int start) => (Size, Stride, Start) = (size, stride, start);

    /// <summary>An input sees itself.</summary>
    public static ReceptiveField OfInput { get; } = new(1, 1, 0);

    /// <summary>Number of input positions from the first to the last seen, r.</summary>
    public int Size { get; }

    /// <summary>Distance in the input between neighbouring outputs: the product of the strides.</summary>
    public int Stride { get; }

    /// <summary>First input position seen by output 0; negative where it begins in the padding.</summary>
    public int Start { get; }

    /// <summary>The field after one more layer: r + (k̂−1)·j, j·s, u − p₀·j with j the stride so far.</summary>
    /// <param name="kernel">Taps k ≥ 1.</param>
    /// <param name="stride">Stride s ≥ 1.</param>
    /// <param name="dilation">Dilation d ≥ 1.</param>
    /// <param name="begin">Begin padding p₀ ≥ 0.</param>
    /// <exception cref="ArgumentException">A value is out of its range, or a result reaches 2³¹.</exception>
    public ReceptiveField Then(int kernel, int stride = 1, int dilation = 1, int begin = 0)
    {
        Require.AtLeast(1, stride, "stride");
        Require.AtLeast(0, begin, "begin padding");
        int extent = OutputSize.Extent(kernel, dilation);
        int size = Require.Size(Size + (long)(extent - 1) * Stride, "receptive field size");
        int shift = Require.Size((long)begin * Stride - Start, "what the padding of the stack adds before the input");
        return new ReceptiveField(size, Require.Size((long)stride * Stride, "receptive field stride"), -shift);
    }
}
