using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>Numbers in ±1 with every bit of the significand drawn: another order of a sum gives, somewhere, other bits.</summary>
internal sealed class Reals<T>(ConvolutionGeometry geometry)
    where T : unmanaged, INumberBase<T>
{
    public ConvolutionGeometry Geometry { get; } = geometry;

    public T[] X { get; } = Of(1, geometry.InputLength);

    public T[] W { get; } = Of(2, geometry.WeightLength);

    public T[] Bias { get; } = Of(3, geometry.OutChannels);

    public T[] Y { get; } = Of(4, geometry.OutputLength);

    /// <summary>What the engine makes of them.</summary>
    public T[] Forward(Engine engine)
    {
        var y = new T[Geometry.OutputLength];
        engine.Convolution<T>().Prepare(Geometry, W, Bias).Run(X, y);
        return y;
    }

    /// <summary>What the engine makes of the transposed convolution.</summary>
    public T[] Transposed(Engine engine)
    {
        var dx = new T[Geometry.InputLength];
        engine.Convolution<T>().PrepareTransposed(Geometry, W).Run(Y, dx);
        return dx;
    }

    private static T[] Of(ulong seed, int length) =>
        [.. Enumerable.Range(0, length).Select(e => T.CreateChecked(((long)Draw.Bits(seed, (ulong)e) >> 10) / (double)(1L << 53)))];
}
