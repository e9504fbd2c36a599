using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ReceptiveFieldTests
{
    [Test, Formula("S2.33")]
    public void Three_taps_see_further_the_further_they_stand_apart()
    {
        int[] extents = [.. Enumerable.Range(1, 4).Select(dilation => ReceptiveField.Extent(3, dilation))];

        Assert.That(extents, Is.EqualTo(new[] { 3, 5, 7, 9 }));
        Assert.That(ReceptiveField.Extent(4), Is.EqualTo(4));
        Assert.That(ReceptiveField.Extent(1, 9), Is.EqualTo(1));
    }

    [Test, Formula("S4.07")]
    public void One_layer_sees_three_neighbours_and_two_layers_see_five()
    {
        Assert.That(ReceptiveField.OfLayers(1, 3), Is.EqualTo(3));
        Assert.That(ReceptiveField.OfLayers(2, 3), Is.EqualTo(5));
        Assert.That(ReceptiveField.OfLayers(0, 3), Is.EqualTo(1));
        Assert.That(ReceptiveField.OfLayers(4, 1), Is.EqualTo(1));
    }

    [Test, Formula("S4.07", "S0.08", "S1.01", "S1.27")]
    public void A_perturbed_input_reaches_as_many_outputs_as_one_output_sees([Range(1, 3)] int L)
    {
        const int D = 15;
        int[,] J = ParameterSharing<int>.Matrix([1, 2, 3], D, padding: 1);
        int[] reached = new int[D], seen = new int[D];
        reached[D / 2] = seen[D / 2] = 1;

        // J·e is what a perturbed input moves, Jᵀ·e what an output sees.
        for (int l = 0; l < L; l++)
        {
            reached = Dense<int>.Layer(J, reached);
            seen = Dense<int>.Layer(Matrix.Transpose(J), seen);
        }

        Assert.That(reached, Is.Not.EqualTo(seen));
        Assert.That(reached.Count(v => v != 0), Is.EqualTo(ReceptiveField.OfLayers(L, 3)));
        Assert.That(seen.Count(v => v != 0), Is.EqualTo(ReceptiveField.OfLayers(L, 3)));
    }

    [Test, Formula("S3.34", "S0.12")]
    public void Deeper_layers_see_larger_portions_of_the_input()
    {
        int[] seen = ReceptiveField.OfStack((3, 1, 1), (2, 2, 1), (3, 1, 1), (2, 2, 1));

        Assert.That(seen, Is.EqualTo(new[] { 3, 4, 8, 10 }));
        Assert.That(ReceptiveField.OfStack(), Is.Empty);
    }

    [Test, Formula("S3.34")]
    public void Dilations_that_double_see_exponentially_far() =>
        Assert.That(ReceptiveField.OfStack((3, 1, 1), (3, 1, 2), (3, 1, 4)), Is.EqualTo(new[] { 3, 7, 15 }));

    [Test, Formula("S3.34", "S1.27")]
    public void Perturbing_every_input_finds_the_receptive_field_of_a_stack()
    {
        (int K, int Stride, int Dilation)[] layers = [(3, 1, 2), (2, 2, 1), (3, 1, 1), (2, 2, 1)];
        int seen = ReceptiveField.OfStack(layers)[^1];
        int[] rest = Output(new int[seen]);

        // Large enough for one output and not for two; every input in it moves the output, holes of the dilation filled by the next layers.
        Assert.That(rest, Has.Length.EqualTo(1));
        for (int i = 0; i < seen; i++)
        {
            int[] perturbed = new int[seen];
            perturbed[i] = 1;
            Assert.That(Output(perturbed), Is.Not.EqualTo(rest), $"input {i}");
        }

        Assert.That(() => Output(new int[seen - 1]), Throws.ArgumentException);

        int[] Output(int[] x) => layers.Aggregate(x, (signal, layer) =>
            Stride<int>.Subsample(Dilation<int>.Correlate(signal, [.. Enumerable.Repeat(1, layer.K)], layer.Dilation), layer.Stride));
    }

    [Test]
    public void Sizes_strides_and_dilations_are_at_least_one()
    {
        Assert.That(() => ReceptiveField.Extent(0), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => ReceptiveField.Extent(3, 0), Refused.Because("dilation must be ≥ 1, was 0"));
        Assert.That(() => ReceptiveField.OfLayers(-1, 3), Refused.Because("number of layers L must be ≥ 0, was -1"));
        Assert.That(() => ReceptiveField.OfLayers(1, 0), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => ReceptiveField.OfStack((3, 0, 1)), Refused.Because("stride must be ≥ 1, was 0"));
    }
}
