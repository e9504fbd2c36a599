using System.Numerics;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Operators;
using ReferenceConv.PropertyTests.Runs;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.PropertyTests.Fast;

/// <summary>
/// Numbers with every bit of their significand drawn: sums are rounded, within the bound, and alike on any number of threads.
/// </summary>
[TestFixture, Parallelizable(ParallelScope.Children)]
public sealed class RealNumberProperties
{
    [Law]
    public Property Every_sum_of_forward_lies_within_its_bound(ConvolutionCase instance) => InBound(instance, ConvolutionOperator.Forward);

    [Law]
    public Property Every_sum_of_the_data_gradient_lies_within_its_bound(ConvolutionCase instance) =>
        InBound(instance, ConvolutionOperator.DataGradient);

    [Law]
    public Property Any_number_of_threads_gives_the_same_bits_of_float(ConvolutionCase instance) => SameBits<float>(instance);

    [Law]
    public Property Any_number_of_threads_gives_the_same_bits_of_double(ConvolutionCase instance) => SameBits<double>(instance);

    /// <summary>|y − Σ x·w| ≤ γ(L)·Σ|x·w| + L·τ, the exact sum stood for by one of double, which brings its own γ.</summary>
    private static Property InBound(ConvolutionCase instance, ConvolutionOperator op)
    {
        Operands<float> operands = Reals<float>(instance, op);
        Operands<double> wide = operands.ToDouble();
        double[] expected = wide.Apply(new ScalarConvolution<double>());
        double[] magnitudes = wide.Select(Math.Abs).Apply(new ScalarConvolution<double>());
        double[] tolerance = Exactness.Direct.Tolerance(
            magnitudes,
            expected,
            ExactRange.MostTerms(instance.Geometry, op),
            largest: 1,
            NumberFormat<float>.UnitRoundoff,
            NumberFormat<float>.SmallestSubnormal,
            NumberFormat<double>.UnitRoundoff);
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
            foreach (Tiling tiling in Enum.GetValues<Tiling>())
            {
                float[] actual = operands.Apply(new FastConvolution<float>(1, width, tiling));
                for (int e = 0; e < actual.Length; e++)
                    if (!(Math.Abs(actual[e] - expected[e]) <= tolerance[e]))
                        return Fails(
                            instance, $"{width}, {tiling}: element {e} must be {expected[e]:R} ± {tolerance[e]:R}, is {actual[e]:R}");
            }

        return true.ToProperty();
    }

    private static Property SameBits<T>(ConvolutionCase instance)
        where T : unmanaged, INumberBase<T>
    {
        foreach (ConvolutionOperator op in new[] { ConvolutionOperator.Forward, ConvolutionOperator.DataGradient })
        {
            Operands<T> operands = Reals<T>(instance, op);
            foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
                foreach (Tiling tiling in Enum.GetValues<Tiling>())
                {
                    T[] alone = operands.Apply(new FastConvolution<T>(1, width, tiling));
                    foreach (int threads in new[] { 2, 5 })
                        if (!Bits(operands.Apply(new FastConvolution<T>(threads, width, tiling))).SequenceEqual(Bits(alone)))
                            return Fails(instance, $"{op}, {width}, {tiling}: {threads} threads give other bits than one");
                }
        }

        return true.ToProperty();
    }

    private static Operands<T> Reals<T>(ConvolutionCase instance, ConvolutionOperator op)
        where T : INumberBase<T> => Operands.Drawn(
            instance.Geometry,
            op,
            instance.HasBias,
            (input, e) =>
                T.CreateChecked(((long)Draw.Bits((3 * (ulong)instance.Seed) + (ulong)input, (ulong)e) >> 10) / (double)(1L << 53)));

    private static ReadOnlySpan<byte> Bits<T>(T[] numbers)
        where T : unmanaged => MemoryMarshal.AsBytes(numbers.AsSpan());

    private static Property Fails(ConvolutionCase instance, string fault) =>
        false.Label($"{fault}\n{instance}\n{PropertyRun.HowToReplay(instance)}");
}
