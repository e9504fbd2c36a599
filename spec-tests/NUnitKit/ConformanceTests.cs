using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.NUnit;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.NUnitKit;

/// <summary>The kit accuses who is wrong, of what they do wrong, and counts what it does not look at.</summary>
public sealed class ConformanceTests
{
    private static readonly CheckPlan Short = new(Cases: 60, LayerMultiplyAdds: 0);

    private static readonly Capabilities LittleClaims =
        new() { Operators = [ConvolutionOperator.Forward], Ranks = [1], Borders = [Border.Zeros], Tiles = false, Bias = false };

    private static readonly string[] Untested =
    [
        "Untested_arrays_with_gaps_or_in_other_layouts",
        "Untested_memory_that_is_lost_call_by_call",
        "Untested_sizes_beyond_2³¹_elements",
        "Untested_the_floating-point_environment_that_a_library_leaves_behind",
        "Untested_speed",
    ];

    private static readonly string[] Pooling =
        ["Claims_average_pooling", "Claims_average_pooling_gradient", "Claims_max_pooling", "Claims_max_pooling_gradient"];

    [Test]
    public void A_right_convolution_passes_and_what_is_not_looked_at_is_skipped()
    {
        var run = KitRun.Of<Of<ScalarConvolution<float>>>();

        Assert.That(run.Named(TestStatus.Failed), Is.Empty);
        Assert.That(run.Named(TestStatus.Warning), Is.Empty);
        Assert.That(run.Named(TestStatus.Skipped),
            Is.EquivalentTo([.. Untested, .. Pooling, "Claims_bias_gradient", "Must_invalid_geometry", "Must_direct_shapes", "Must_empty_windows"]));
        Assert.That(
            run.Named(TestStatus.Passed),
            Is.SupersetOf(
                (string[])["The_claims_fit_the_candidate", "Must_structure", "May_same_bits_again", "Claims_groups", "Claims_rank_3"]));
        Assert.That(run.Message("Claims_max_pooling"), Is.EqualTo("not claimed: max pooling"));
        Assert.That(run.Message("Untested_speed"), Is.EqualTo("untested: speed"));
        Assert.That(run.Output("Must_structure"), Does.Contain("forward: held in 60 of 60 cases"));
        Assert.That(run.Output("Claims_rank_1"), Does.Match(@"^asked by [1-5]\d cases: rank 1"));
    }

    [Test]
    public void Every_rule_is_a_test_named_by_its_level() =>
        Assert.That(
            ConvolutionConformance<double>.Rules.Select(static test => test.TestName),
            Is.EqualTo(RuleBook<double>.All.Select(static rule => $"{rule.Level}_{rule.Name.Replace(' ', '_')}")));

    [Test]
    public void Padding_that_is_multiplied_passes_where_it_is_claimed_and_not_where_it_is_not()
    {
        Assert.That(KitRun.Of<Multiplied<Im2ColConvolution<float>>>().Named(TestStatus.Failed), Is.Empty);

        Assert.That(KitRun.Of<Of<Im2ColConvolution<float>>>().Named(TestStatus.Failed), Is.EqualTo(["Must_special_values"]));
    }

    [Test]
    public void A_lost_tap_is_told_with_the_rule_the_operator_the_fault_and_the_smallest_case()
    {
        var run = KitRun.Of<Of<Subject.LosesATap>>();

        Assert.That(run.Named(TestStatus.Failed), Is.SupersetOf((string[])["Must_adjoint", "Must_structure", "Must_impulses"]));
        Assert.That(run.Named(TestStatus.Failed), Has.All.StartsWith("Must_"));
        string[] lines = run.Message("Must_structure").Split('\n');
        Assert.That(lines[0], Is.EqualTo("must: On odd integers that add exactly, every result is equal."));
        Assert.That(lines[1], Does.Match(@"^forward: broken in \d+ of 60 cases, first in case \d+ of seed 1$"));
        Assert.That(lines[2], Does.Match(@"^  fault:    y\[.*\] "));
        Assert.That(lines[3], Does.Match(@"^  smallest: forward, N1 C1 K1 g1 \| \d k1 s1 d2 p0,0 → 1$"));
        Assert.That(lines[4], Is.EqualTo("look at: which tap, channel, image or border the first wrong result meets"));
        Assert.That(lines[6..], Has.Some.Contains("expected y[0,:,:]").And.Some.StartsWith("y[0,0,0] = "));
    }

    [Test]
    public void The_page_of_the_kit_says_what_the_kit_does() =>
        Page.Check("kit.md", KitPage.Text(KitRun.Of<Of<Subject.LosesATap>>().Message("Must_structure")));

    [Test]
    public void A_fault_that_one_rule_sees_fails_that_rule_alone() =>
        Assert.That(KitRun.Of<Of<Subject.FlushesSubnormals>>().Named(TestStatus.Failed), Is.EqualTo(["Must_subnormals"]));

    [Test]
    public void What_a_convolution_may_do_is_a_warning()
    {
        var run = KitRun.Of<Of<Subject.Wavers>>();

        Assert.That(run.Named(TestStatus.Failed), Is.Empty);
        Assert.That(run.Named(TestStatus.Warning), Is.EqualTo(["May_same_bits_again"]));
        Assert.That(run.Message("May_same_bits_again"),
            Does.StartWith("may: The same call on real numbers gives the same bits again.\nforward: broken in "));
    }

    [Test]
    public void An_exception_is_told_as_conduct_and_not_where_it_is_not_claimed()
    {
        Assert.That(
            KitRun.Of<Of<Subject.ThrowsOnGroups>>().Message("Must_structure"),
            Does.Contain("  fault:    threw NotSupportedException: no groups here (rule of conduct: returns)\n"));

        var run = KitRun.Of<WithoutGroups<Subject.ThrowsOnGroups>>();
        Assert.That(run.Named(TestStatus.Failed), Is.Empty);
        Assert.That(run.Message("Claims_groups"), Is.EqualTo("not claimed: groups"));
    }

    [Test]
    public void A_rule_that_only_looks_at_what_is_not_claimed_is_skipped_with_that_reason()
    {
        var run = KitRun.Of<Modest<Subject.FlushesSubnormals>>();

        Assert.That(run.Named(TestStatus.Failed), Is.Empty);
        Assert.That(run.Message("Must_subnormals"), Is.EqualTo("not claimed: subnormals"));
        Assert.That(run.Message("Must_concurrent_calls"), Is.EqualTo("not claimed: concurrent calls"));
    }

    [Test]
    public void Everything_that_can_be_left_unclaimed_is_a_test()
    {
        Capabilities none = new()
        {
            Operators = [],
            Ranks = [],
            Borders = [],
            Groups = false,
            Dilation = false,
            Stride = false,
            AsymmetricPadding = false,
            Tiles = false,
            Bias = false,
            EmptyBatch = false,
            IsReentrant = false,
            KeepsSubnormals = false,
            KeepsInfinities = false,
        };

        Assert.That(ConvolutionConformance<float>.Claimable.Select(static test => test.Arguments[0]), Is.EqualTo(none.NotClaimed()));
    }

    [Test]
    public void What_is_not_claimed_is_skipped_with_the_reason()
    {
        var run = KitRun.Of<Little<ScalarConvolution<float>>>();

        foreach (string name in LittleClaims.NotClaimed())
            Assert.That(run.Message($"Claims_{name.Replace(' ', '_')}"), Is.EqualTo($"not claimed: {name}"));
        Assert.That(
            run.Named(TestStatus.Passed).Where(static name => name.StartsWith("Claims_", StringComparison.Ordinal)),
            Is.EquivalentTo(
                from name in ConvolutionConformance<float>.Claimable.Select(static test => (string)test.Arguments[0]!).Except(
                    LittleClaims.NotClaimed())
                select $"Claims_{name.Replace(' ', '_')}"));
    }

    [Test]
    public void A_pooling_and_a_function_for_the_bias_are_checked_beside_the_convolution()
    {
        var run = KitRun.Of<Whole<float>>();

        Assert.That(run.Named(TestStatus.Failed), Is.Empty);
        Assert.That(run.Named(TestStatus.Skipped), Is.EquivalentTo([.. Untested, "Must_invalid_geometry", "Must_direct_shapes", "Must_empty_windows"]));
        Assert.That(
            run.Output("Must_structure"), Does.Contain("bias gradient: held in ").And.Contains("average pooling gradient: held in "));
    }

    [Test]
    public void One_function_is_enough()
    {
        var run = KitRun.Of<Function<float>>();

        Assert.That(run.Named(TestStatus.Failed), Is.Empty);
        Assert.That(run.Output("Must_structure"), Does.Contain("weight gradient: held in 60 of 60 cases"));
    }

    [Test]
    public void The_candidate_is_made_and_asked_once_for_all_tests()
    {
        Counted<float>.Made = 0;

        KitRun.Of<Counted<float>>();

        Assert.That(Counted<float>.Made, Is.EqualTo(1));
    }

    private class Of<TConvolution> : ConvolutionConformance<float>
        where TConvolution : IConvolution<float>, new()
    {
        protected override IConvolution<float> Convolution { get; } = new TConvolution();

        protected override CheckPlan Plan => Short;
    }

    private sealed class Multiplied<TConvolution> : Of<TConvolution>
        where TConvolution : IConvolution<float>, new()
    {
        protected override Capabilities Claims => base.Claims with { Padding = PaddingConvention.Multiplied };
    }

    private sealed class WithoutGroups<TConvolution> : Of<TConvolution>
        where TConvolution : IConvolution<float>, new()
    {
        protected override Capabilities Claims => base.Claims with { Groups = false };
    }

    private sealed class Modest<TConvolution> : Of<TConvolution>
        where TConvolution : IConvolution<float>, new()
    {
        protected override Capabilities Claims => base.Claims with { IsReentrant = false, KeepsSubnormals = false };
    }

    private sealed class Little<TConvolution> : Of<TConvolution>
        where TConvolution : IConvolution<float>, new()
    {
        protected override Capabilities Claims => LittleClaims;
    }

    private sealed class Whole<T> : ConvolutionConformance<float>
    {
        protected override IConvolution<float> Convolution { get; } = new ScalarConvolution<float>();

        protected override IPooling<float> Pooling { get; } = new PlainPooling();

        protected override Computation<float> Computation => static (operands, result) => SumOfImages(operands, result);

        protected override Capabilities Claims => base.Claims with { Operators = ConvolutionOperators.All };

        protected override CheckPlan Plan => Short;

        private static void SumOfImages(Operands<float> operands, Span<float> db)
        {
            float[] dy = operands.Inputs[0];
            db.Clear();
            int positions = operands.Geometry.Axes.Aggregate(1, static (product, axis) => product * axis.Output);
            for (int e = 0; e < dy.Length; e++)
                db[e / positions % db.Length] += dy[e];
        }
    }

    private sealed class Function<T> : ConvolutionConformance<float>
    {
        protected override Computation<float> Computation => static (operands, result) =>
            operands.Apply(new ScalarConvolution<float>(), result);

        protected override CheckPlan Plan => Short;
    }

    private sealed class Counted<T> : ConvolutionConformance<float>
    {
        public static int Made { get; set; }

        protected override Computation<float> Computation { get; } = static (operands, result) =>
            operands.Apply(new ScalarConvolution<float>(), result);

        protected override CheckPlan Plan
        {
            get
            {
                Made++;
                return Short with { Cases = 8 };
            }
        }
    }
}
