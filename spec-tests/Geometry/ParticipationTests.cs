using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

/// <summary>How many outputs see each input.</summary>
public sealed class ParticipationTests
{
    [Test, Formula("S4.23")]
    public void The_centre_takes_part_most_often_and_a_corner_once()
    {
        var relation = new Relation(new Axis(5, 3), new Axis(5, 3));
        Assert.That(relation.Participation(), Is.EqualTo(new[]
        {
            1, 2, 3, 2, 1,
            2, 4, 6, 4, 2,
            3, 6, 9, 6, 3,
            2, 4, 6, 4, 2,
            1, 2, 3, 2, 1,
        }));
    }

    [Test]
    public void Full_padding_lets_every_input_take_part_equally()
    {
        var relation = new Relation(new Axis(4, 3, padding: Padding.Full), new Axis(2, 2, padding: Padding.Full));
        Assert.That(relation.Participation(), Is.EqualTo(Enumerable.Repeat(6, 8)));
    }

    [Test]
    public void Same_padding_is_between_them() =>
        Assert.That(new Relation(new Axis(5, 3, padding: Padding.Half)).Participation(), Is.EqualTo(new[] { 2, 3, 3, 3, 2 }));

    [Test]
    public void A_stride_beyond_the_kernel_leaves_inputs_unseen() =>
        Assert.That(new Relation(new Axis(7, 2, 3)).Participation(), Is.EqualTo(new[] { 1, 1, 0, 1, 1, 0, 0 }));

    [Test]
    public void An_output_that_meets_an_input_twice_counts_once()
    {
        var relation = new Relation(new Axis(2, 3, padding: Padding.Half, border: Border.Extended));
        Assert.That(relation.Participation(), Is.EqualTo(new[] { 2, 2 }));
    }

    [Test]
    public void An_empty_input_has_no_counts() =>
        Assert.That(new Relation(new Axis(0, 1, padding: Padding.Explicit(1, 0))).Participation(), Is.Empty);

    /// <summary>
    /// A transposed convolution paints a checkerboard unless its stride divides its kernel (Odena, Dumoulin, Olah, Distill 2016).
    /// </summary>
    [Test]
    public void The_overlap_of_a_transposed_convolution_is_uniform_inside_exactly_if_the_stride_divides_the_kernel(
        [Range(1, 7)] int kernel,
        [Range(1, 5)] int stride)
    {
        // Inside, no window is missing on either side: positions k−1 … s(i′−1).
        const int Input = 12;
        int[] overlap = new Relation(Axis.Transposed(Input, kernel, stride)).Participation();
        int[] inside = overlap[(kernel - 1)..((stride * (Input - 1)) + 1)];
        Assert.That(inside.Distinct().Count() == 1, Is.EqualTo(kernel % stride == 0), string.Join(" ", overlap));
    }

    [Test]
    public void The_overlap_of_kernel_3_and_stride_2_alternates() =>
        Assert.That(new Relation(Axis.Transposed(4, 3, 2)).Participation(), Is.EqualTo(new[] { 1, 1, 2, 1, 2, 1, 2, 1, 1 }));
}
