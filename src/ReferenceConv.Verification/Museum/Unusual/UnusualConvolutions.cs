using System.Collections.Immutable;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Museum.Faults;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Unusual;

/// <summary>Convolutions that are right in a way of their own. Nobody may accuse them.</summary>
internal static class UnusualConvolutions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Right("the plain loops that the faults are planted in", "without a fault", static () => new NaiveConvolution<float>()),
        Whole(
            "the plain poolings that the faults are planted in",
            "without a fault",
            static () => new NaivePooling<float>().Answer,
            Fault.Only(ConvolutionOperators.Pooling)),
        Right("sums from the last product to the first", "any order is direct", static () => new SummedConvolution(Sums.Reversed)),
        Right("sums by halves", "any order is direct", static () => new SummedConvolution(Sums.Pairwise)),
        Right("sums in eight lanes", "any order is direct", static () => new SummedConvolution(Sums.InEightLanes)),
        Right("sums of the smallest magnitudes first", "any order is direct", static () => new SummedConvolution(Sums.Sorted)),
        Right("fused multiply-add", "fewer roundings are direct", static () => new SummedConvolution(Sums.Fused)),
        Right("compensated sums", "smaller errors are direct", static () => new SummedConvolution(Sums.Compensated)),
        Right("double accumulators that claim nothing", "smaller errors are direct", static () => new SummedConvolution(Sums.Wide)),
        Right(
            "double accumulators",
            "one rounding at the end",
            static () => new SummedConvolution(Sums.Wide),
            Capabilities.Convolution with { Exactness = Exactness.WideAccumulator }),
        Right("results in parallel", "results are independent", static () => new SummedConvolution(Sums.Reversed) { IsParallel = true }),
        Right(
            "im2col and one matrix product",
            "padding is multiplied: 0·w",
            static () => new Im2ColConvolution<float>(),
            Multiplied(ConvolutionOperator.Forward, ConvolutionOperator.WeightGradient)),
        Right("columns added back to the image", "col2im skips padding", static () => new Im2ColConvolution<float>(), Fault.DataGradient),
        .. Enum.GetValues<Tiling>().Select(static tiling => Right(
            $"{Words(tiling)} in the lanes of vectors",
            "padding is multiplied, but for whole rows of it",
            () => new FastConvolution<float>(threads: 1, tiling: tiling),
            Either)),
        Right("the fast path on two threads", "the order of a sum does not depend on them",
            static () => new FastConvolution<float>(threads: 2), Either),
        Right(
            "padding copied out and multiplied",
            "declared",
            static () => new NaiveConvolution<float> { MultipliesPadding = static _ => true },
            Multiplied(ConvolutionOperator.Forward, ConvolutionOperator.WeightGradient)),
        Whole(
            "zeros inserted into the gradient of the output",
            "the lecture's transposed convolution; all its zeros are multiplied",
            static () => ZeroInsertion.Answer,
            Multiplied(ConvolutionOperator.DataGradient)),
        Whole("Winograd's F(2,3)", "declared, κ derived", static () => new WinogradConvolution().Answer, WinogradConvolution.Claims),
        Whole("fast Fourier transform", "declared, κ derived", static () => FourierConvolution.Answer, FourierConvolution.Claims),
        Right("operands of bf16", "declared", static () => Rounded(8), Capabilities.Convolution with { Exactness = Exactness.Reduced(8) }),
        Right("operands of TF32", "declared", static () => Rounded(11),
            Capabilities.Convolution with { Exactness = Exactness.Reduced(11) }),
        Right(
            "subnormals taken for zero",
            "declared",
            static () => new NaiveConvolution<float>
            {
                Multiply = static (first, second) => Flushed(Flushed(first) * Flushed(second)),
                Add = static (sum, product) => Flushed(sum + product),
            },
            Capabilities.Convolution with { KeepsSubnormals = false }),
        Whole(
            "one group, one image and more, no volumes, no bias; everything else refused",
            "what is not claimed is not asked",
            static () => Picky,
            Capabilities.Convolution with { Ranks = [1, 2], Groups = false, Bias = false, EmptyBatch = false }),
        Whole("one scratch for all calls, behind a lock", "calls wait for each other", Locked, Capabilities.Convolution),
        Whole("one scratch for all calls, not re-entrant", "declared", Unlocked, Capabilities.Convolution with { IsReentrant = false }),
        Whole("another order of summation in every call", "any order is direct, whenever it is taken", AnotherOrder,
            Capabilities.Convolution),
        Whole("zeros come out negative", "a signed zero is not a fault", static () => NegativeZeros, Capabilities.Convolution),
        Whole(
            "the gradient of the bias summed from the last output to the first",
            "any order is direct",
            static () => BiasFromTheEnd,
            Fault.Only(ConvolutionOperator.BiasGradient)),
        Whole(
            "means by a reciprocal",
            "one rounding more is granted to a mean",
            static () => new NaivePooling<float> { Divide = static (sum, count) => sum * (1f / count) }.Answer,
            Fault.Only(ConvolutionOperator.AveragePooling, ConvolutionOperator.AveragePoolingGradient)),
    ];

    /// <summary>Those in double.</summary>
    public static ImmutableArray<Exhibit<double>> InDouble { get; } =
    [
        InDoubleBy("the plain loops in double", "without a fault", static () => new NaiveConvolution<double>(), Capabilities.Convolution),
        InDoubleBy(
            "im2col in double",
            "padding is multiplied: 0·w",
            static () => new Im2ColConvolution<double>(),
            Multiplied(ConvolutionOperator.Forward, ConvolutionOperator.WeightGradient)),
        InDoubleBy("the fast path in double", "padding is multiplied, but for whole rows of it", static () => new FastConvolution<double>(),
            Either),
    ];

    private static Capabilities Either =>
        Capabilities.Convolution with { Padding = PaddingConvention.Either, DataGradientPadding = PaddingConvention.Either };

    private static string Words(Tiling tiling) => tiling switch
    {
        Tiling.Channels => "output channels",
        Tiling.Pixels => "neighbouring outputs",
        _ => "neighbouring outputs, row after row,",
    };

    private static Exhibit<double> InDoubleBy(string name, string reason, Func<IConvolution<double>> make, Capabilities claims) =>
        new(
            name,
            null,
            reason,
            claims,
            [],
            () =>
            {
                IConvolution<double> convolution = make();
                return (operands, result) => operands.Apply(convolution, result);
            });

    private static Exhibit<float> Right(string name, string reason, Func<IConvolution<float>> make, Capabilities? claims = null) =>
        Whole(
            name,
            reason,
            () =>
            {
                IConvolution<float> convolution = make();
                return (operands, result) => operands.Apply(convolution, result);
            },
            claims ?? Capabilities.Convolution);

    private static Exhibit<float> Whole(string name, string reason, Func<Computation<float>> make, Capabilities claims) =>
        new(name, null, reason, claims, [], make);

    private static Capabilities Multiplied(params ImmutableArray<ConvolutionOperator> operators) =>
        Capabilities.Convolution with
        {
            Operators = operators,
            Borders = [Border.Zeros],
            Tiles = false,
            Padding = PaddingConvention.Multiplied,
            DataGradientPadding = PaddingConvention.Multiplied,
        };

    private static NaiveConvolution<float> Rounded(int bits) =>
        new() { Multiply = (first, second) => Significand.Round(first, bits) * Significand.Round(second, bits) };

    private static float Flushed(float number) => float.IsSubnormal(number) ? 0 : number;

    private static void Picky(Operands<float> operands, Span<float> result)
    {
        if (operands.Geometry is not { Groups: 1, Batch: > 0, Axes.Length: < 3 } || !operands.Bias.IsEmpty)
            throw new NotSupportedException("not claimed, so not to be asked");
        operands.Apply(new ScalarConvolution<float>(), result);
    }

    private static Computation<float> Locked()
    {
        var door = new Lock();
        Computation<float> inside = Unlocked();
        return (operands, result) =>
        {
            lock (door)
                inside(operands, result);
        };
    }

    private static Computation<float> Unlocked()
    {
        float[] scratch = [];
        return (operands, result) =>
        {
            if (scratch.Length < result.Length)
                scratch = new float[result.Length];
            operands.Apply(new ScalarConvolution<float>(), scratch.AsSpan(0, result.Length));
            Thread.Yield();
            scratch.AsSpan(0, result.Length).CopyTo(result);
        };
    }

    private static Computation<float> AnotherOrder()
    {
        int calls = 0;
        return (operands, result) =>
            operands.Apply(new SummedConvolution(Interlocked.Increment(ref calls) % 2 == 0 ? Sums.Reversed : Sums.InEightLanes), result);
    }

    private static void BiasFromTheEnd(Operands<float> operands, Span<float> db)
    {
        db.Clear();
        for (int e = operands.Inputs[0].Length - 1; e >= 0; e--)
            db[e / operands.Geometry.Relation.Outputs % db.Length] += operands.Inputs[0][e];
    }

    private static void NegativeZeros(Operands<float> operands, Span<float> result)
    {
        operands.Apply(new ScalarConvolution<float>(), result);
        foreach (ref float number in result)
            number = number == 0 ? -0f : number;
    }
}
