using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Schedules;

public sealed class PairCoverageTests
{
    private const int Draws = 200_000;

    [Test]
    public void Every_pair_is_feasible_or_not([ValueSource(typeof(Claims), nameof(Claims.Names))] string claim)
    {
        var coverage = PairCoverage.Of(Claims.Of(claim));
        int[] levels = [.. CaseFactors.All.Select(static factor => factor.Levels.Length)];
        int pairs = Enumerable.Range(0, levels.Length).Sum(f => levels[f] * levels[(f + 1)..].Sum());

        Assert.That(coverage.Feasible.Concat(coverage.Infeasible.Select(static infeasible => infeasible.Pair)).Distinct().Count(),
            Is.EqualTo(pairs));
        Assert.That(coverage.Feasible.Length + coverage.Infeasible.Length, Is.EqualTo(pairs));
    }

    [Test]
    public void No_random_case_has_an_infeasible_pair([ValueSource(typeof(Claims), nameof(Claims.Names))] string claim)
    {
        Capabilities capabilities = Claims.Of(claim);
        var met = new MetPairs();
        for (int index = 0; index < Draws; index++)
            met.Add(Random(capabilities, index));

        Assert.That(PairCoverage.Of(capabilities).Infeasible.Where(infeasible => met.Has(infeasible.Pair)), Is.Empty);
    }

    [Test]
    public void Reached_is_what_the_cases_have([ValueSource(typeof(Claims), nameof(Claims.Names))] string claim)
    {
        Capabilities capabilities = Claims.Of(claim);
        var coverage = PairCoverage.Of(capabilities);
        var met = new MetPairs();
        var cases = new List<ConvolutionCase>();
        foreach (ConvolutionCase instance in new CaseSchedule(capabilities, 3).Cases().Take(40))
        {
            met.Add(instance);
            cases.Add(instance);

            Assert.That(coverage.Missing(cases), Is.EqualTo(coverage.Feasible.Where(pair => !met.Has(pair))));
        }
    }

    [Test]
    public void What_excludes_itself_is_listed() =>
        Assert.That(
            PairCoverage.Of(Capabilities.Convolution).Infeasible.Select(static infeasible => $"{infeasible}"),
            Is.EquivalentTo(new[]
            {
                "rank 1 × borders mixed: no convolution has both",
                "groups depthwise × output channels of 32: no convolution has both",
                "groups depthwise × output channels of 16: no convolution has both",
                "groups depthwise × output channels of 8: no convolution has both",
                "groups depthwise × output channels of 4: no convolution has both",
                "groups depthwise × output channels one beyond 16: no convolution has both",
                "groups depthwise × output channels one beyond 4: no convolution has both",
                "groups depthwise × output channels other: no convolution has both",
                "kernel one × stride below the extent: no axis has both",
                "kernel one × dilation above 1: no axis has both",
                "stride above the extent × output 16 or more: no axis has both",
                "border extended × input empty: no axis has both",
                "border cyclic × input empty: no axis has both",
                "border reflected × input empty: no axis has both",
                "last window ends before × output 16 or more: no axis has both",
                "input empty × output 16 or more: no axis has both",
                "input one × output 16 or more: no axis has both",
            }));

    [TestCase("a plain 2-D library", "groups depthwise × padding begin = end", "groups")]
    [TestCase("a plain 2-D library", "kernel odd × dilation above 1", "dilation")]
    [TestCase("a plain 2-D library", "batch 1 × padding begin < end", "asymmetric padding")]
    [TestCase("a plain 2-D library", "rank 3 × batch 1", "rank 3")]
    [TestCase("a plain 2-D library", "kernel even × border cyclic", "cyclic border")]
    [TestCase("a plain 2-D library", "output 16 or more × tile several", "tiles")]
    [TestCase("images without bias and without none", "bias one × kernel odd", "bias")]
    [TestCase("images without bias and without none", "batch 0 × kernel odd", "empty batch")]
    [TestCase("as little as can be", "kernel odd × last window ends before", "stride")]
    public void What_is_not_claimed_is_named(string claim, string pair, string capability) =>
        Assert.That(
            PairCoverage.Of(Claims.Of(claim)).Infeasible.Select(static infeasible => $"{infeasible}"),
            Does.Contain($"{pair}: not claimed: {capability}"));

    [Test]
    public void An_empty_batch_shows_nothing_but_itself()
    {
        ConvolutionCase[] empty =
            [.. new CaseSchedule(Capabilities.Convolution, 1).Cases().Where(static instance => instance.Geometry.Batch == 0).Take(20)];
        var coverage = PairCoverage.Of(Capabilities.Convolution);

        LevelPair[] reached = [.. coverage.Feasible.Except(coverage.Missing(empty)).Where(static pair => !HasLevel(pair, "input", 0))];

        Assert.That(reached, Is.Not.Empty);
        Assert.That(reached.Where(static pair => !HasLevel(pair, "batch", 0)), Is.Empty);
    }

    [Test]
    public void The_line_counts_them()
    {
        var coverage = PairCoverage.Of(Capabilities.Convolution);

        Assert.That(coverage.Line([]), Is.EqualTo("pairs of case features: 0 of 1,484 feasible reached, 17 infeasible"));
    }

    private static bool HasLevel(LevelPair pair, string factor, int level) =>
        (pair.First.Name == factor && pair.FirstLevel == level) || (pair.Second.Name == factor && pair.SecondLevel == level);

    /// <summary>A random case with the bytes of what is not claimed set to the plain option.</summary>
    private static ConvolutionCase Random(Capabilities capabilities, int index)
    {
        Span<byte> bytes = stackalloc byte[31];
        for (int place = 0; place < bytes.Length; place++)
            bytes[place] = (byte)Draw.Bits(99, ((ulong)index * 31) + (ulong)place);
        bytes[0] = (byte)(capabilities.Ranks[index % capabilities.Ranks.Length] - 1);
        bytes[1] = (byte)(capabilities.EmptyBatch ? bytes[1] : bytes[1] % 6);
        bytes[2] = (byte)(capabilities.Groups ? bytes[2] : 0);
        bytes[6] = (byte)(capabilities.Bias ? bytes[6] : 0);
        for (int axis = 7; axis < bytes.Length; axis += 8)
        {
            bytes[axis + 1] = (byte)(capabilities.Stride ? bytes[axis + 1] : 0);
            bytes[axis + 2] = (byte)(capabilities.Dilation ? bytes[axis + 2] : 0);
            bytes[axis + 4] = capabilities.AsymmetricPadding ? bytes[axis + 4] : bytes[axis + 3];
            bytes[axis + 5] = (byte)capabilities.Borders[bytes[axis + 5] % capabilities.Borders.Length];
            bytes[axis + 6] = (byte)(capabilities.Tiles ? bytes[axis + 6] : 0);
        }

        var instance = ConvolutionCase.From(bytes);
        Assert.That(Claims.Lacks(capabilities, instance), Is.Null, "the search looks among admitted cases");
        return instance;
    }
}
