using System.Numerics;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>The numbers that go into one operator: x and w for forward, w and dy for the data gradient, x and dy for the weight gradient.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class Operands<T>
    where T : INumberBase<T>
{
    private readonly T[] first;
    private readonly T[] second;
    private readonly T[] bias;

    private Operands(ConvolutionGeometry geometry, ConvolutionOperator op, T[] first, T[] second, T[] bias)
    {
        Geometry = geometry;
        Operator = op;
        (this.first, this.second, this.bias) = (first, second, bias);
    }

    /// <summary>The shapes.</summary>
    public ConvolutionGeometry Geometry { get; }

    /// <summary>Which operator they are for.</summary>
    public ConvolutionOperator Operator { get; }

    /// <summary>Odd integers within the range, drawn from the seed.</summary>
    public static Operands<T> Integers(ConvolutionGeometry geometry, ConvolutionOperator op, ExactRange range, ulong seed, bool hasBias)
    {
        (int firstLength, int secondLength) = op switch
        {
            ConvolutionOperator.Forward => (geometry.InputLength, geometry.WeightLength),
            ConvolutionOperator.DataGradient => (geometry.WeightLength, geometry.OutputLength),
            _ => (geometry.InputLength, geometry.OutputLength),
        };
        int biasLength = op == ConvolutionOperator.Forward && hasBias ? geometry.OutChannels : 0;
        return new Operands<T>(
            geometry,
            op,
            Odd(firstLength, range.First, 3 * seed),
            Odd(secondLength, range.Second, 3 * seed + 1),
            Odd(biasLength, Math.Max(range.First, range.Second), 3 * seed + 2));
    }

    /// <summary>What a convolution makes of them: y, dx or dw.</summary>
    public T[] Apply(IConvolution<T> convolution)
    {
        switch (Operator)
        {
            case ConvolutionOperator.Forward:
                var y = new T[Geometry.OutputLength];
                convolution.Forward(Geometry, first, second, bias, y);
                return y;
            case ConvolutionOperator.DataGradient:
                var dx = new T[Geometry.InputLength];
                convolution.DataGradient(Geometry, first, second, dx);
                return dx;
            default:
                var dw = new T[Geometry.WeightLength];
                convolution.WeightGradient(Geometry, first, second, dw);
                return dw;
        }
    }

    private static T[] Odd(int length, long range, ulong seed)
    {
        var numbers = new T[length];
        for (int e = 0; e < length; e++)
            numbers[e] = T.CreateChecked(Draw.Odd(seed, (ulong)e, range));
        return numbers;
    }
}
