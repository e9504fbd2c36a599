using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

/// <summary>What each byte of a list of decisions decides, and what gives way where a case would be too large.</summary>
public sealed class DecisionTests
{
    private const int AxisAt = 7;   // seven decisions about the whole, then eight per axis
    private const int PerAxis = 8;

    [TestCase(0, 1, 2, 3)]
    [TestCase(1, 1, 1, 1, 2, 2, 3, 0)]
    [TestCase(3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33)]
    [TestCase(4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33)]
    [TestCase(6, 0, 1)]
    public void A_byte_about_the_whole_counts_through_its_options(int place, params int[] options)
    {
        ConvolutionCase Decided(int value) => With((place, value));
        int Value(ConvolutionCase instance) => place switch
        {
            0 => instance.Geometry.Axes.Length,
            1 => instance.Geometry.Batch,
            3 => instance.Geometry.InChannels,
            4 => instance.Geometry.OutChannels,
            _ => instance.HasBias ? 1 : 0,
        };

        Assert.That(Enumerable.Range(0, 2 * options.Length).Select(value => Value(Decided(value))), Is.EqualTo(options.Concat(options)));
    }

    [TestCase(1, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33 })]
    [TestCase(2, new[] { 1, 1, 2, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 31, 32, 33 })]
    [TestCase(3, new[] { 1, 1, 1, 2, 2, 3, 3, 4, 5, 8, 9, 15, 16, 17, 31, 32, 33 })]
    public void Channels_are_fewer_where_there_are_more_axes(int rank, int[] channels) =>
        Assert.That(Enumerable.Range(0, 17).Select(value => With((0, rank - 1), (3, value)).Geometry.InChannels), Is.EqualTo(channels));

    [TestCase(0, 1, 4, 5)]
    [TestCase(1, 2, 8, 10)]
    [TestCase(2, 3, 12, 15)]
    [TestCase(3, 4, 4, 4)]
    [TestCase(4, 4, 4, 20)]
    public void Groups_are_counted_then_a_channel_each_then_several_results_of_each(int value, int groups, int inputs, int outputs)
    {
        ConvolutionGeometry geometry = With((2, value), (3, 3), (4, 4)).Geometry;

        Assert.That((geometry.Groups, geometry.InChannels, geometry.OutChannels), Is.EqualTo((groups, inputs, outputs)));
    }

    [TestCase(0, 1, 2, 3, 4, 5)]
    [TestCase(1, 1, 2, 3, 4)]
    [TestCase(2, 1, 2, 3)]
    [TestCase(3, 0, 1, 2, 3, 4, 5)]
    [TestCase(4, 0, 1, 2, 3, 4, 5)]
    [TestCase(5, 0, 1, 2, 3)]
    [TestCase(6, 1, 1, 2, 3)]
    [TestCase(7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17)]
    public void A_byte_about_an_axis_counts_through_its_options(int decision, params int[] options)
    {
        int Value(Axis axis) => decision switch
        {
            0 => axis.Kernel,
            1 => axis.Stride,
            2 => axis.Dilation,
            3 => axis.Begin,
            4 => axis.End,
            5 => (int)axis.Border,
            6 => axis.Tile,
            _ => axis.Input,
        };
        for (int a = 0; a < 3; a++)
        {
            int place = AxisAt + (PerAxis * a) + decision;
            Assert.That(
                Enumerable.Range(0, 2 * options.Length).Select(value => Value(With((0, 2), (place, value)).Geometry.Axes[a])),
                Is.EqualTo(options.Concat(options)), $"axis {a}");
        }
    }

    /// <summary>(k − 1)·d + 1 − begin − end, but not below none, or below one where a border copies.</summary>
    [TestCase(4, 1, 1, 2, 0, 6)]
    [TestCase(4, 1, 4, 5, 0, 0)]
    [TestCase(4, 1, 4, 5, 2, 1)]
    public void Inputs_are_counted_beyond_what_the_padding_leaves_to_a_window(
        int kernel, int dilation, int begin, int end, int border, int input)
    {
        ConvolutionCase instance =
            With((AxisAt, kernel), (AxisAt + 2, dilation), (AxisAt + 3, begin), (AxisAt + 4, end), (AxisAt + 5, border));

        Assert.That(instance.Geometry.Axes[0].Input, Is.EqualTo(input));
    }

    /// <summary>16 channels, and 5 taps at 5 outputs on either axis: exactly what a case may take.</summary>
    [Test]
    public void Ten_thousand_multiply_adds_are_not_too_many()
    {
        ConvolutionGeometry geometry =
            With((0, 1), (3, 12), (AxisAt, 4), (AxisAt + 7, 4), (AxisAt + PerAxis, 4), (AxisAt + PerAxis + 7, 4)).Geometry;

        Assert.That(geometry.MultiplyAdds, Is.EqualTo(10_000));
        Assert.That(geometry.Axes.Select(static axis => $"{axis}"), Is.All.EqualTo("9 k5 s1 d1 p0,0 → 5"));
    }

    /// <summary>33 channels in and out leave an axis 9 products of a tap and an output.</summary>
    [TestCase("inputs first, as long as they are the most, then taps", 4, 0, 0, 10, "5 k3 s1 d1 p0,0 → 3")]
    [TestCase("both ends of the padding", 1, 5, 4, 0, "0 k2 s1 d1 p2,2 → 3")]
    public void Where_a_case_is_too_large_what_is_most_is_halved(string what, int kernel, int begin, int end, int input, string axis) =>
        Assert.That(
            $"{With((3, 16), (4, 16), (AxisAt, kernel), (AxisAt + 3, begin), (AxisAt + 4, end), (AxisAt + 7, input)).Geometry.Axes[0]}",
            Is.EqualTo(axis), what);

    [TestCase("the larger", 5, 6, "10 k5 s1 d1 p0,0 → 6 | 8 k5 s1 d1 p0,0 → 4")]
    [TestCase("of two alike the first", 5, 5, "7 k5 s1 d1 p0,0 → 3 | 10 k5 s1 d1 p0,0 → 6")]
    public void Of_the_axes_the_largest_gives_way(string what, int first, int second, string axes)
    {
        ConvolutionGeometry geometry = With(
            (0, 1), (3, 10), (AxisAt, 4), (AxisAt + 7, first), (AxisAt + PerAxis, 4), (AxisAt + PerAxis + 7, second)).Geometry;

        Assert.That(geometry.InChannels, Is.EqualTo(12));
        Assert.That(string.Join(" | ", geometry.Axes), Is.EqualTo(axes), what);
    }

    private static ConvolutionCase With(params (int Place, int Value)[] decisions)
    {
        var bytes = new byte[AxisAt + (3 * PerAxis)];
        foreach ((int place, int value) in decisions)
            bytes[place] = (byte)value;
        return ConvolutionCase.From(bytes);
    }
}
