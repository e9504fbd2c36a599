using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Formulas;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>The 6×6 example of lecture 3: filter, feature map, pooled map.</summary>
public sealed class Lecture3Tests
{
    private const string Image = "3 3 2 1 0 0 / 3 3 2 1 0 0 / 3 3 2 1 0 0 / 3 3 3 2 0 0 / 3 3 2 1 0 0 / 3 2 1 1 0 0";
    private const string Filter = "1 0 1 / 0 1 0 / 1 0 1";
    private const string Map = "6 8 6 3 1 0 / 9 13 10 5 2 0 / 9 14 11 6 3 0 / 9 13 11 6 2 0 / 8 13 10 5 3 0 / 6 7 5 3 1 0";

    private static readonly Relation TwoByTwo = new(new Axis(6, 2, 2), new Axis(6, 2, 2));

    [TestCase("half", Map)]
    [TestCase("valid", "13 10 5 2 / 14 11 6 3 / 13 11 6 2 / 13 10 5 3")]
    [TestCase("full", "3 3 5 4 2 1 0 0 / 3 6 8 6 3 1 0 0 / 6 9 13 10 5 2 0 0 / 6 9 14 11 6 3 0 0 / 6 9 13 11 6 2 0 0 / 6 8 13 10 5 3 0 0 / 3 6 7 5 3 1 0 0 / 3 2 4 3 1 1 0 0")]
    [Formula("S3.35")]
    public void The_feature_map_is_printed_right(string padding, string figure)
    {
        var axis = new Axis(6, 3, padding: Padding.Parse(padding));
        var geometry = ConvolutionGeometry.SingleChannel(axis, axis);
        foreach (IConvolution<int> convolution in new IConvolution<int>[] { new ScalarConvolution<int>(), new Im2ColConvolution<int>() })
        {
            Assert.That(Figure.Write(convolution.Forward(geometry, Figure.Read(Image), Figure.Read(Filter))), Is.EqualTo(figure));
            Assert.That(
                Figure.Write(convolution.Forward(geometry, Figure.Read(Image), Figure.Rotated(Figure.Read(Filter)))),
                Is.EqualTo(figure),
                "the filter is point-symmetric");
        }
    }

    [Test, Formula("S3.36")]
    public void The_pooled_map_is_printed_right() =>
        Assert.That(Figure.Write(MaxPooling<int>.Forward(TwoByTwo, Figure.Read(Map))), Is.EqualTo("13 10 2 / 14 11 3 / 13 10 3"));

    [Test, Formula("S2.30")]
    public void The_mean_of_each_two_by_two_block() =>
        Assert.That(
            Figure.Elements(AveragePooling<double>.Forward(TwoByTwo, Doubles(Map))),
            Is.EqualTo(new[] { 9, 6, 0.75, 11.25, 8.5, 1.25, 8.5, 5.75, 1 }));

    private static Tensor<double> Doubles(string figure) =>
        Tensor.Create([.. Figure.Elements(Figure.Read(figure)).Select(static number => (double)number)], [1, 1, 6, 6]);
}
