using System.Numerics;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>The arguments of the form T(x, w, g), with a bias beside them, and what the scalar operators make of them.</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
/// <param name="Geometry">The shapes.</param>
/// <param name="X">Input.</param>
/// <param name="W">Weights.</param>
/// <param name="G">Gradient of the output.</param>
/// <param name="Bias">One number per output channel, or empty for none.</param>
internal sealed record Trilinear<T>(ConvolutionGeometry Geometry, T[] X, T[] W, T[] G, T[] Bias)
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>Greatest magnitude of the integers drawn; odd.</summary>
    private const long Range = int.MaxValue;

    /// <summary>Odd integers for a geometry, drawn from a seed; the bias is empty.</summary>
    /// <param name="geometry">The shapes.</param>
    /// <param name="seed">Selects the numbers.</param>
    /// <param name="number">Turns an integer within ±(2³¹−1) into a number.</param>
    public static Trilinear<T> Draw(ConvolutionGeometry geometry, int seed, Func<long, T> number)
    {
        T[] Numbers(int length, int stream)
        {
            var numbers = new T[length];
            for (int e = 0; e < length; e++)
                numbers[e] = number(Cases.Draw.Odd((ulong)(4 * seed + stream), (ulong)e, Range));
            return numbers;
        }

        return new Trilinear<T>(
            geometry, Numbers(geometry.InputLength, 0), Numbers(geometry.WeightLength, 1), Numbers(geometry.OutputLength, 2), [])
        {
            DrawnBias = Numbers(geometry.OutChannels, 3),
        };
    }

    /// <summary>The same for a case, with its bias if it has one.</summary>
    public static Trilinear<T> Draw(ConvolutionCase instance, Func<long, T> number)
    {
        Trilinear<T> drawn = Draw(instance.Geometry, instance.Seed, number);
        return instance.HasBias ? drawn.WithBias() : drawn;
    }

    private T[] DrawnBias { get; init; } = [];

    /// <summary>The same with a bias.</summary>
    public Trilinear<T> WithBias() => this with { Bias = DrawnBias };

    /// <summary>y[o] = b + Σ x[i]·w[r].</summary>
    public T[] Y()
    {
        var y = new T[Geometry.OutputLength];
        new ScalarConvolution<T>().Forward(Geometry, X, W, Bias, y);
        return y;
    }

    /// <summary>dx[i] = Σ w[r]·g[o].</summary>
    public T[] DX()
    {
        var dx = new T[Geometry.InputLength];
        new ScalarConvolution<T>().DataGradient(Geometry, W, G, dx);
        return dx;
    }

    /// <summary>dw[r] = Σ x[i]·g[o].</summary>
    public T[] DW()
    {
        var dw = new T[Geometry.WeightLength];
        new ScalarConvolution<T>().WeightGradient(Geometry, X, G, dw);
        return dw;
    }
}
