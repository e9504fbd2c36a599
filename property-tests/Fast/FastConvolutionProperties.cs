using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Operators;
using ReferenceConv.PropertyTests.Runs;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;

namespace ReferenceConv.PropertyTests.Fast;

/// <summary>The fast path equals the scalar path to the last bit, at every width, with every tiling, on one thread and on two.</summary>
[TestFixture, Parallelizable(ParallelScope.Children)]
public sealed class FastConvolutionProperties
{
    private const int FloatBits = 24;
    private const int DoubleBits = 53;

    [Law]
    public Property Forward_equals_the_scalar_path_on_integers_that_wrap_around(ConvolutionCase instance) =>
        OnIntegers(instance, ConvolutionOperator.Forward);

    [Law]
    public Property The_data_gradient_equals_the_scalar_path_on_integers_that_wrap_around(ConvolutionCase instance) =>
        OnIntegers(instance, ConvolutionOperator.DataGradient);

    [Law(100)]
    public Property The_weight_gradient_equals_the_scalar_path_on_integers_that_wrap_around(ConvolutionCase instance) =>
        OnIntegers(instance, ConvolutionOperator.WeightGradient);

    [Law(200)]
    public Property Forward_equals_the_scalar_path_on_exact_floats(ConvolutionCase instance) =>
        OnNumbers<float>(instance, ConvolutionOperator.Forward, FloatBits);

    [Law(200)]
    public Property The_data_gradient_equals_the_scalar_path_on_exact_floats(ConvolutionCase instance) =>
        OnNumbers<float>(instance, ConvolutionOperator.DataGradient, FloatBits);

    [Law(200)]
    public Property Forward_equals_the_scalar_path_on_exact_doubles(ConvolutionCase instance) =>
        OnNumbers<double>(instance, ConvolutionOperator.Forward, DoubleBits);

    [Law(200)]
    public Property The_data_gradient_equals_the_scalar_path_on_exact_doubles(ConvolutionCase instance) =>
        OnNumbers<double>(instance, ConvolutionOperator.DataGradient, DoubleBits);

    private static Property OnIntegers(ConvolutionCase instance, ConvolutionOperator op, [CallerMemberName] string law = "") => Holds(
        instance,
        Engines<int>().Select(
            engine => Fault(engine.Name, Agreement.OnWrappingIntegers(instance, op, new ScalarConvolution<int>(), engine.Convolution))),
        law);

    private static Property OnNumbers<T>(ConvolutionCase instance, ConvolutionOperator op, int bits, [CallerMemberName] string law = "")
        where T : System.Numerics.INumberBase<T> => Holds(
        instance,
        Engines<T>().SelectMany(engine => Enum.GetValues<Fill>().Select(fill =>
            Fault($"{engine.Name}, {fill}",
                Agreement.OnExactNumbers(instance, op, fill, bits, new ScalarConvolution<T>(), engine.Convolution)))),
        law);

    private static IEnumerable<(string Name, FastConvolution<T> Convolution)> Engines<T>()
        where T : System.Numerics.INumberBase<T> =>
        from width in Enum.GetValues<VectorWidth>()
        from tiling in (Tiling?[])[null, .. Enum.GetValues<Tiling>()]
        from threads in new[] { 1, 2 }
        select ($"{width}, {tiling?.ToString() ?? "by the shape"}, {threads} threads", new FastConvolution<T>(threads, width, tiling));

    private static string? Fault(string engine, string? difference) => difference is null ? null : $"{engine}: {difference}";

    private static Property Holds(ConvolutionCase instance, IEnumerable<string?> faults, string law)
    {
        string? fault = faults.FirstOrDefault(static fault => fault is not null);
        return (fault is null).Label($"{law}: {fault}\n{instance}\n{PropertyRun.HowToReplay(instance)}");
    }
}
