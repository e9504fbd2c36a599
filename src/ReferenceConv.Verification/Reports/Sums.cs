using System.Numerics.Tensors;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Reports;

/// <summary>What every result is summed from, written down by the operator that computes it.</summary>
internal static class Sums
{
    private const long MostProducts = 2_000_000;   // every product is kept, some hundred bytes each

    /// <summary>The summands of the results; of a max pooling the whole window of each.</summary>
    /// <returns>Null if there are too many to keep.</returns>
    public static Func<int, List<Product>>? Of(Operands<double> operands)
    {
        ConvolutionGeometry geometry = operands.Geometry;
        if (Math.Max(geometry.MultiplyAdds, operands.Inputs.Sum(static input => (long)input.Length)) > MostProducts)
            return null;
        if (operands.Operator == ConvolutionOperator.MaxPooling)
            return e => Window(geometry.Relation, e);

        int array = 0;
        Operands<Recorded> recorded =
            new(geometry, operands.Operator, operands.CountsPadding, [.. operands.Inputs.Select(input => Record(array++, input))]);
        Tensor<Recorded> Input(int input) =>
            Tensor.Create(recorded.Inputs[input], [.. recorded.Signature.Inputs[input].Sizes.Select(static size => (nint)size)]);
        Recorded[] results = operands.Operator switch
        {
            ConvolutionOperator.BiasGradient => Elements(BiasGradient<Recorded>.Of(geometry, Input(0))),
            ConvolutionOperator.MaxPoolingGradient => Elements(MaxPooling<Recorded>.Gradient(geometry.Relation, Input(0), Input(1))),
            ConvolutionOperator.AveragePooling =>
                Elements(AveragePooling<Recorded>.Forward(geometry.Relation, Input(0), operands.CountsPadding)),
            ConvolutionOperator.AveragePoolingGradient =>
                Elements(AveragePooling<Recorded>.Gradient(geometry.Relation, Input(0), operands.CountsPadding)),
            _ => recorded.Apply(new ScalarConvolution<Recorded>()),
        };
        return e => results[e].Products;
    }

    private static Recorded[] Record(int array, double[] numbers)
    {
        var recorded = new Recorded[numbers.Length];
        for (int e = 0; e < numbers.Length; e++)
            recorded[e] = Recorded.At(new Place(array, e), numbers[e]);
        return recorded;
    }

    private static List<Product> Window(Relation relation, int e)
    {
        var products = new List<Product>();
        foreach (Window window in relation.Windows)
            if (window.Output == e % relation.Outputs)
                foreach ((_, int i) in window.Pairs)
                    products.Add(new Product(new Place(0, (e / relation.Outputs * relation.Inputs) + i), null, 1));
        return products;
    }

    private static T[] Elements<T>(Tensor<T> tensor)
    {
        var elements = new T[tensor.FlattenedLength];
        tensor.FlattenTo(elements);
        return elements;
    }
}
