using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

/// <summary>
/// What one output of a stack sees (Araujo, Norris, Sim, Distill 2019), counted forward, backward, and by following the relation.
/// </summary>
public sealed class ReceptiveFieldTests
{
    private static readonly (int Kernel, int Stride, int Dilation, int Begin)[][] Stacks =
    [
        [],
        [(3, 1, 1, 1)],
        [(3, 1, 1, 0), (2, 2, 1, 0), (3, 1, 1, 0), (2, 2, 1, 0)],
        [(3, 1, 1, 1), (3, 1, 2, 2), (3, 1, 4, 4)],
        [(5, 2, 1, 2), (3, 3, 2, 0), (1, 2, 1, 1)],
        [(2, 3, 3, 4), (4, 1, 1, 3)],
    ];

    [Test]
    public void The_field_of_an_input_is_itself() =>
        Assert.That((ReceptiveField.OfInput.Size, ReceptiveField.OfInput.Stride, ReceptiveField.OfInput.Start), Is.EqualTo((1, 1, 0)));

    [Test]
    public void Convolution_and_pooling_in_turn_see_3_4_8_10_inputs()
    {
        ReceptiveField field = ReceptiveField.OfInput;
        var sizes = new List<int>();
        foreach ((int kernel, int stride, _, _) in Stacks[2])
            sizes.Add((field = field.Then(kernel, stride)).Size);
        Assert.That(sizes, Is.EqualTo(new[] { 3, 4, 8, 10 }));
    }

    [Test]
    public void Doubling_dilations_see_15_inputs_after_three_layers() =>
        Assert.That(ReceptiveField.OfInput.Then(3, dilation: 1).Then(3, dilation: 2).Then(3, dilation: 4).Size, Is.EqualTo(15));

    [Test]
    public void Start_counts_the_paddings_in_strides_of_the_input()
    {
        ReceptiveField field = ReceptiveField.OfInput.Then(5, 2, 1, 2).Then(3, 3, 1, 1);
        Assert.That((field.Size, field.Stride, field.Start), Is.EqualTo((9, 6, -4)));
    }

    [Test]
    public void Forward_and_backward_recurrences_agree([Range(0, 5)] int stack)
    {
        ReceptiveField field = Forward(Stacks[stack]);

        // Backward from one output u = v = 0: r ← s·r + (k̂ − s), u ← s·u − p₀, v ← s·v − p₀ + k̂ − 1.
        (int size, int first, int last) = (1, 0, 0);
        foreach ((int kernel, int stride, int dilation, int begin) in Stacks[stack].Reverse())
        {
            int extent = (dilation * (kernel - 1)) + 1;
            size = (stride * size) + (extent - stride);
            first = (stride * first) - begin;
            last = (stride * last) - begin + extent - 1;
        }

        Assert.That((field.Size, field.Start, field.Start + field.Size - 1), Is.EqualTo((size, first, last)));

        // The closed forms: r = 1 + Σ(k̂−1)Πs, u = −Σp₀Πs.
        (int r, int u, int product) = (1, 0, 1);
        foreach ((int kernel, int stride, int dilation, int begin) in Stacks[stack])
        {
            r += dilation * (kernel - 1) * product;
            u -= begin * product;
            product *= stride;
        }

        Assert.That((field.Size, field.Start, field.Stride), Is.EqualTo((r, u, product)));
    }

    [Test]
    public void The_field_is_what_the_relations_reach_one_after_another([Range(0, 5)] int stack, [Range(0, 2)] int output)
    {
        var reached = new SortedSet<long> { output };
        foreach ((int kernel, int stride, int dilation, int begin) in Stacks[stack].Reverse())
        {
            var axis = new Axis(1000, kernel, stride, dilation, Padding.Explicit(begin, 0));
            reached = [.. reached.SelectMany(_ => Enumerable.Range(0, kernel), (o, r) => (o * stride) - begin + ((long)r * dilation))];
            Assert.That(axis.Position(1, kernel - 1), Is.EqualTo(stride - begin + ((kernel - 1) * dilation)));
        }

        ReceptiveField field = Forward(Stacks[stack]);
        Assert.That(reached.Min, Is.EqualTo(field.Start + (output * field.Stride)));
        Assert.That(reached.Max, Is.EqualTo(field.Start + (output * field.Stride) + field.Size - 1));
    }

    [TestCase(0, 1, 1, 0, "kernel size must be ≥ 1, was 0")]
    [TestCase(1, 0, 1, 0, "stride must be ≥ 1, was 0")]
    [TestCase(1, 1, 0, 0, "dilation must be ≥ 1, was 0")]
    [TestCase(1, 1, 1, -1, "begin padding must be ≥ 0, was -1")]
    public void A_layer_refuses(int kernel, int stride, int dilation, int begin, string message) =>
        Assert.That(
            () => ReceptiveField.OfInput.Then(kernel, stride, dilation, begin), Throws.ArgumentException.With.Message.EqualTo(message));

    [Test]
    public void Results_beyond_the_largest_size_are_refused()
    {
        ReceptiveField wide = ReceptiveField.OfInput.Then(1, 1 << 16);
        Assert.That(wide.Then(32768).Size, Is.EqualTo(1 + (32767 << 16)));
        Refused(() => wide.Then(32769), "receptive field size must be in 0..2147483647, was 2147483649");
        Assert.That(wide.Then(1, 32767).Stride, Is.EqualTo(32767 << 16));
        Refused(() => wide.Then(1, 32768), "receptive field stride must be in 0..2147483647, was 2147483648");
        Assert.That(wide.Then(1, 1, 1, 32767).Start, Is.EqualTo(-(32767 << 16)));
        Refused(() => wide.Then(1, 1, 1, 32768),
            "what the padding of the stack adds before the input must be in 0..2147483647, was 2147483648");
    }

    private static ReceptiveField Forward((int Kernel, int Stride, int Dilation, int Begin)[] stack) =>
        stack.Aggregate(
            ReceptiveField.OfInput, static (field, layer) => field.Then(layer.Kernel, layer.Stride, layer.Dilation, layer.Begin));

    private static void Refused(Func<ReceptiveField> then, string message) =>
        Assert.That(then, Throws.ArgumentException.With.Message.EqualTo(message));
}
