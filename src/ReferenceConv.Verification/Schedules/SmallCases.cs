using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// Cases that laws can be checked on by hundreds: in turn one drawn axis by axis and one of a special path, of at most 10,000 multiply-adds
/// and so small that the matrix of a channel, a row for each output and a column for each input, and every window over the whole padded
/// channel, have few elements.
/// </summary>
public static class SmallCases
{
    private const int Turn = 2;
    private const long MostMultiplyAdds = 10_000;
    private const long MostElements = 1 << 11;
    private const double MostPlaces = 1 << 12;    // padded inputs times taps, of a channel

    /// <summary>The first cases of a seed.</summary>
    /// <param name="seed">Selects them.</param>
    /// <param name="count">How many.</param>
    public static ImmutableArray<ConvolutionCase> Of(ulong seed, int count)
    {
        IEnumerator<ConvolutionCase> paths = new CheckSchedule(Capabilities.Convolution, seed).Paths().Select(static group => group[0].Case)
            .Where(static instance => IsSmall(instance.Geometry))
            .GetEnumerator();
        return [.. Enumerable.Range(0, count).Select(index => index % Turn == Turn - 1 && paths.MoveNext()
            ? paths.Current
            : ConvolutionCase.Random(seed, index))];
    }

    private static bool IsSmall(ConvolutionGeometry geometry) =>
        geometry.MultiplyAdds <= MostMultiplyAdds
        && (long)geometry.InputLength * geometry.OutputLength <= MostElements
        && geometry.Axes.Aggregate(
            1.0, static (product, axis) => product * (axis.Begin + axis.Input + axis.End) * axis.Kernel) <= MostPlaces;
}
