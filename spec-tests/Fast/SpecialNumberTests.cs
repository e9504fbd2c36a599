using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// NaN and ∞ reach the outputs whose windows hold them, and no others: what a tile computes beyond the end of a row, and the weights of
/// channels and taps that are not there, touch nothing.
/// </summary>
public sealed class SpecialNumberTests
{
    /// <summary>No padding: every product of the scalar path is one of the fast path's.</summary>
    private static readonly ConvolutionGeometry[] Valid =
    [
        new(1, 3, 5, 1, new Axis(6, 3), new Axis(21, 3)),
        new(2, 17, 9, 1, new Axis(4, 1), new Axis(19, 1)),
        new(1, 4, 6, 2, new Axis(9, 3, 2), new Axis(40, 3, 2)),
        new(1, 3, 3, 3, new Axis(9, 3), new Axis(21, 3)),
        new(1, 3, 6, 3, new Axis(12, 3, 2), new Axis(43, 3, 2)),
        new(1, 2, 2, 2, new Axis(19, 8, 3), new Axis(9, 2, 4)),
        new(1, 3, 2, 1, new Axis(9, 2, 1, 3), new Axis(40, 3, 1, 2)),
        new(1, 2, 18, 1, new Axis(3, 2), new Axis(4, 2), new Axis(17, 2)),
    ];

    [Test]
    public void NaN_and_infinity_go_where_the_scalar_path_lets_them([ValueSource(nameof(Valid))] ConvolutionGeometry layer)
    {
        float[] x = Numbers(1, layer.InputLength);
        float[] w = Numbers(2, layer.WeightLength);
        for (int e = 0; e < x.Length; e++)
            if (Draw.Bits(9, (ulong)e) % 97 < 3)
                x[e] = (Draw.Bits(9, (ulong)e) % 97) switch { 0 => float.NaN, 1 => float.PositiveInfinity, _ => float.NegativeInfinity };
        var expected = new float[layer.OutputLength];
        new ScalarConvolution<float>().Forward(layer, x, w, [], expected);

        foreach (Engine engine in Engine.All())
        {
            var y = new float[layer.OutputLength];
            engine.Convolution<float>().Prepare(layer, w).Run(x, y);
            Assert.That(Difference.Between<float>(expected, y), Is.Null, $"{engine}");
        }
    }

    [Test]
    public void One_infinity_is_in_the_outputs_whose_windows_hold_it(
        [Range(1, 3)] int stride, [Values(1, 3)] int groups, [Values(0, 2)] int padding)
    {
        Axis row = new(11, 3, stride, padding: Padding.Explicit(padding, 1));
        Axis height = new(7, 3, stride, padding: Padding.Explicit(1, padding));
        var layer = new ConvolutionGeometry(1, 3, 3, groups, height, row);
        float[] w = Numbers(2, layer.WeightLength);
        foreach (Engine engine in Engine.All())
        {
            PreparedConvolution<float> prepared = engine.Convolution<float>().Prepare(layer, w);
            for (int at = 0; at < layer.InputLength; at++)
            {
                float[] x = Numbers(1, layer.InputLength);
                x[at] = float.PositiveInfinity;
                var y = new float[layer.OutputLength];
                prepared.Run(x, y);
                Assert.That(y.Select(static sum => !float.IsFinite(sum)), Is.EqualTo(Sees(layer, at)), $"{engine}, infinity at {at}");
                Assert.That(y, Has.None.NaN, $"{engine}, infinity at {at}");
            }
        }
    }

    /// <summary>Which outputs have input <paramref name="at"/> in their window.</summary>
    private static bool[] Sees(ConvolutionGeometry layer, int at)
    {
        (int channel, int input) = (at / layer.Relation.Inputs, at % layer.Relation.Inputs);
        var sees = new bool[layer.OutputLength];
        foreach (Window window in layer.Windows)
            foreach ((int _, int i) in window.Pairs)
                for (int k = 0; k < layer.OutChannels; k++)
                    if (i == input && k / layer.GroupOutChannels == channel / layer.GroupInChannels)
                        sees[(k * layer.Relation.Outputs) + window.Output] = true;
        return sees;
    }

    private static float[] Numbers(ulong seed, int length) =>
        [.. Enumerable.Range(0, length).Select(e => (float)Draw.Odd(seed, (ulong)e, 31))];
}
