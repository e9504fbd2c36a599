using System.Numerics;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// A layer whose sums are exact in any order, with what the scalar path makes of it. Input, weights and bias lie between poison, the result
/// between guards and over garbage, so that a number read from outside, written outside or not written shows.
/// </summary>
internal sealed class GuardedLayer<T>
    where T : INumberBase<T>
{
    private readonly ConvolutionGeometry geometry;
    private readonly bool transposed;
    private readonly T poison;
    private readonly T[] x;
    private readonly T[] w;
    private readonly T[] bias;
    private readonly T[] expected;

    /// <summary>Draws odd integers within the range and computes them by the scalar path.</summary>
    /// <param name="geometry">What meets what.</param>
    /// <param name="transposed">Whether the layer is the transposed convolution.</param>
    /// <param name="hasBias">Whether there is a bias.</param>
    /// <param name="range">Greatest magnitude.</param>
    /// <param name="poison">Stands where nothing may be read.</param>
    public GuardedLayer(ConvolutionGeometry geometry, bool transposed, bool hasBias, long range, T poison)
    {
        (this.geometry, this.transposed, this.poison) = (geometry, transposed, poison);
        x = Numbers(1, transposed ? geometry.OutputLength : geometry.InputLength, range);
        w = Numbers(2, geometry.WeightLength, range);
        bias = Numbers(3, hasBias ? transposed ? geometry.InChannels : geometry.OutChannels : 0, range);
        expected = new T[transposed ? geometry.InputLength : geometry.OutputLength];
        if (!transposed)
            new ScalarConvolution<T>().Forward(geometry, x, w, bias, expected);
        else
        {
            new ScalarConvolution<T>().DataGradient(geometry, w, x, expected);
            for (int e = 0; hasBias && e < expected.Length; e++)
                expected[e] += bias[e / geometry.Relation.Inputs % geometry.InChannels];
        }
    }

    /// <summary>What the engine does wrong, in one line; null if nothing.</summary>
    public string? Fault(Engine engine)
    {
        (Guarded<T> gx, Guarded<T> gw, Guarded<T> gb) = (new(x, poison), new(w, poison), new(bias, poison));
        var y = new Guarded<T>(expected, poison);
        y.Span.Fill(poison);
        FastConvolution<T> convolution = engine.Convolution<T>();
        PreparedConvolution<T> prepared = transposed
            ? convolution.PrepareTransposed(geometry, gw.Span, gb.Span)
            : convolution.Prepare(geometry, gw.Span, gb.Span);
        prepared.Run(gx.Span, y.Span);

        string? fault = Difference.Between<T>(expected, y.Span) is { } difference
            ? $"element {difference.Index} must be {difference.Expected}, is {difference.Actual}; {difference.Count} of {difference.Total} differ"
            : !y.IsIntact ? "wrote outside the output"
            : !gx.Span.SequenceEqual(x) || !gx.IsIntact ? "wrote to the input"
            : null;
        return fault is null ? null
            : $"{typeof(T).Name}, {engine}, {(transposed ? "transposed, " : "")}{geometry}{(bias.Length == 0 ? "" : ", bias")}: {fault}";
    }

    private static T[] Numbers(ulong seed, int length, long range) =>
        [.. Enumerable.Range(0, length).Select(e => T.CreateChecked(Draw.Odd(seed, (ulong)e, range)))];
}
