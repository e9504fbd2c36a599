using System.Numerics;
using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;

namespace ReferenceConv.SpecTests.Verification.Checking;

/// <summary>What <c>check --rung fast</c> asks of the widest vectors and the tiling that suits, asked of all of them.</summary>
public sealed class FastRungTests
{
    private static readonly CheckPlan Plan = new(Seed: 5, Cases: 24, LayerMultiplyAdds: 100_000);

    [Test]
    public void Every_rule_holds_in_float([Values] VectorWidth width, [Values] Tiling tiling) => Holds<float>(width, tiling);

    [Test]
    public void Every_rule_holds_in_double([Values] VectorWidth width, [Values] Tiling tiling) => Holds<double>(width, tiling);

    private static void Holds<T>(VectorWidth width, Tiling tiling)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Capabilities claims = Capabilities.Convolution with
        {
            Operators = [ConvolutionOperator.Forward, ConvolutionOperator.DataGradient],
            Padding = PaddingConvention.Either,
            DataGradientPadding = PaddingConvention.Either,
        };
        var candidate = new InProcessCandidate<T>($"{width} {tiling}", new FastConvolution<T>(threads: 1, width, tiling), claims);

        CheckResult result = CheckRun<T>.Of(candidate, Plan);

        Assert.That(result.Breaks.Select(static broken => $"{broken.Rule}: {broken.Smallest}, {broken.Finding.Fault}"), Is.Empty);
        Assert.That((result.Holds, result.IsEmpty, result.NeverDone.Any()), Is.EqualTo((true, false, false)));
    }
}
