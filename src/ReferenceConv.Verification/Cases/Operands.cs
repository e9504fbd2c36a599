using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>The numbers that go into one operator, array by array as <see cref="Signature"/> lists them.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class Operands<T>
{
    /// <summary>Joins arrays to the operands of an operator.</summary>
    /// <param name="geometry">The shapes.</param>
    /// <param name="op">Which operator they are for.</param>
    /// <param name="countsPadding">Whether an average counts the padding of its window; no other operator reads it.</param>
    /// <param name="inputs">The arrays of the signature; a forward operator without bias has two.</param>
    public Operands(ConvolutionGeometry geometry, ConvolutionOperator op, bool countsPadding, params ImmutableArray<T[]> inputs)
    {
        Geometry = geometry;
        Operator = op;
        CountsPadding = countsPadding;
        Inputs = inputs;
        Signature = Signature.Of(geometry, op, inputs.Length == 3);
    }

    /// <summary>The shapes.</summary>
    public ConvolutionGeometry Geometry { get; }

    /// <summary>Which operator they are for.</summary>
    public ConvolutionOperator Operator { get; }

    /// <summary>Whether an average counts the padding of its window.</summary>
    public bool CountsPadding { get; }

    /// <summary>The arrays.</summary>
    public ImmutableArray<T[]> Inputs { get; }

    /// <summary>Names and shapes.</summary>
    public Signature Signature { get; }

    /// <summary>The bias of a forward operator, or empty.</summary>
    public ReadOnlySpan<T> Bias => Inputs.Length == 3 ? Inputs[2] : [];

    /// <summary>The same operands with another number in the place of each.</summary>
    public Operands<TOther> Select<TOther>(Converter<T, TOther> number) =>
        new(Geometry, Operator, CountsPadding, [.. Inputs.Select(input => Array.ConvertAll(input, number))]);

    /// <summary>The same numbers in arrays of their own.</summary>
    public Operands<T> Copy() => new(Geometry, Operator, CountsPadding, [.. Inputs.Select(static input => (T[])input.Clone())]);

    /// <summary>What a convolution makes of them: y, dx or dw.</summary>
    /// <exception cref="ArgumentException">The operator is none of the three that a convolution has.</exception>
    public T[] Apply(IConvolution<T> convolution)
    {
        var result = new T[Signature.Result.Length];
        Apply(convolution, result);
        return result;
    }

    /// <summary>Lets a convolution write y, dx or dw into an array.</summary>
    /// <exception cref="ArgumentException">The operator is none of the three that a convolution has.</exception>
    public void Apply(IConvolution<T> convolution, Span<T> result)
    {
        switch (Operator)
        {
            case ConvolutionOperator.Forward:
                convolution.Forward(Geometry, Inputs[0], Inputs[1], Bias, result);
                break;
            case ConvolutionOperator.DataGradient:
                convolution.DataGradient(Geometry, Inputs[0], Inputs[1], result);
                break;
            case ConvolutionOperator.WeightGradient:
                convolution.WeightGradient(Geometry, Inputs[0], Inputs[1], result);
                break;
            default:
                throw new ArgumentException(
                    $"a convolution has the operators {string.Join(", ", ConvolutionOperators.Trilinear)}, was asked for {Operator}");
        }
    }
}

/// <summary>Draws operands.</summary>
public static class Operands
{
    /// <summary>Odd integers within the range, drawn from the seed.</summary>
    public static Operands<T> Integers<T>(ConvolutionGeometry geometry, ConvolutionOperator op, ExactRange range, ulong seed, bool hasBias)
        where T : INumberBase<T>
    {
        long[] ranges = [range.First, range.Second, Math.Max(range.First, range.Second)];
        return Drawn(geometry, op, hasBias, (input, e) => T.CreateChecked(Draw.Odd((3 * seed) + (ulong)input, (ulong)e, ranges[input])));
    }

    /// <summary>The same numbers in double, which holds every float.</summary>
    public static Operands<double> ToDouble<T>(this Operands<T> operands)
        where T : INumberBase<T> =>
        new(operands.Geometry, operands.Operator, operands.CountsPadding, [.. operands.Inputs.Select(static input =>
        {
            var wide = new double[input.Length];
            TensorPrimitives.ConvertChecked<T, double>(input, wide);
            return wide;
        })]);

    /// <summary>Numbers by array and index.</summary>
    /// <param name="geometry">The shapes.</param>
    /// <param name="op">The operator.</param>
    /// <param name="flag">Whether a forward operator has a bias, or an average counts its padding.</param>
    /// <param name="number">Gives element <c>index</c> of array <c>input</c>.</param>
    public static Operands<T> Drawn<T>(ConvolutionGeometry geometry, ConvolutionOperator op, bool flag, Func<int, int, T> number)
    {
        ImmutableArray<ArrayShape> shapes = Signature.Of(geometry, op, flag).Inputs;
        var inputs = new T[shapes.Length][];
        for (int input = 0; input < inputs.Length; input++)
        {
            inputs[input] = new T[shapes[input].Length];
            for (int e = 0; e < inputs[input].Length; e++)
                inputs[input][e] = number(input, e);
        }

        return new Operands<T>(geometry, op, flag, [.. inputs]);
    }
}
