using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Fast;

/// <summary>
/// The demand that every width and tiling gives the sums of the scalar path, to the last bit: with and without bias, on int that wraps
/// around, where a product that is lost or read twice always shows, and on float that holds small odd integers, where a NaN read from
/// outside does.
/// </summary>
internal static class ExactSums
{
    private const int IntPoison = 0x5EED_5EED;
    private const int FloatBits = 24;
    private const int MostFaults = 4;

    /// <summary>y[n,k,o] = b[k] + Σ x[n,c,i] · w[k,c,r].</summary>
    public static void Forward(ConvolutionGeometry geometry, int threads = 1) =>
        Assert.That(Faults(geometry, false, Engine.All(threads)).Take(MostFaults), Is.Empty);

    /// <summary>dx[n,c,i] = b[c] + Σ w[k,c,r] · y[n,k,o].</summary>
    public static void Transposed(ConvolutionGeometry geometry, int threads = 1) =>
        Assert.That(Faults(geometry, true, Engine.All(threads)).Take(MostFaults), Is.Empty);

    private static IEnumerable<string> Faults(ConvolutionGeometry geometry, bool transposed, IEnumerable<Engine> engines)
    {
        long terms = ExactRange.MostTerms(geometry, transposed ? ConvolutionOperator.DataGradient : ConvolutionOperator.Forward) + 1;
        long range = ExactRange.Widest(Fill.Structure, terms, FloatBits)!.Value.First;
        foreach (bool hasBias in new[] { true, false })
        {
            var integers = new GuardedLayer<int>(geometry, transposed, hasBias, int.MaxValue, IntPoison);
            var floats = new GuardedLayer<float>(geometry, transposed, hasBias, range, float.NaN);
            foreach (Engine engine in engines)
                foreach (string? fault in new[] { integers.Fault(engine), floats.Fault(engine) })
                    if (fault is not null)
                        yield return fault;
        }
    }
}
