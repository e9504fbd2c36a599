using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.PropertyTests.Cases;
using ReferenceConv.PropertyTests.Runs;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;

namespace ReferenceConv.PropertyTests.Shrinking;

/// <summary>A planted fault is found, and what is left of the case fits into a person's head.</summary>
[TestFixture]
public sealed class ShrinkingTests
{
    private static readonly TestCaseData[] Faults =
    [
        .. from fault in new PlantedFaults.Faulty[] { new PlantedFaults.ExchangedPadding(), new PlantedFaults.ForgottenBorder(),
            new PlantedFaults.DroppedTap() }
           from op in ConvolutionOperators.Trilinear
           select new TestCaseData(fault, op).SetArgDisplayNames(fault.GetType().Name, $"{op}"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void A_planted_fault_shrinks_to_a_case_a_person_can_hold_in_mind(IConvolution<int> faulty, ConvolutionOperator op)
    {
        ConvolutionCase shrunk = Smallest(faulty, op);

        TestContext.Out.WriteLine(shrunk);
        Assert.That(Fault(shrunk, faulty, op), Is.Not.Null, "what is shown still fails");
        Assert.That(shrunk.Geometry.Axes, Has.Length.EqualTo(1));
        Assert.That(shrunk.Geometry.InputShape.Concat(shrunk.Geometry.WeightShape).Concat(shrunk.Geometry.OutputShape),
            Is.All.LessThanOrEqualTo(4));
        Assert.That(shrunk.Simpler().Select(simpler => Fault(simpler, faulty, op)), Is.All.Null, "and nothing simpler does");
    }

    [Test]
    public void A_dropped_tap_shrinks_to_one_product_of_one_number()
    {
        Axis axis = Smallest(new PlantedFaults.DroppedTap(), ConvolutionOperator.Forward).Geometry.Axes.Single();

        Assert.That((axis.Input, axis.Kernel, axis.Output), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public void The_line_printed_for_a_failure_replays_it()
    {
        ConvolutionCase shrunk = Smallest(new PlantedFaults.ExchangedPadding(), ConvolutionOperator.Forward);
        string line = PropertyRun.HowToReplay(shrunk);

        string token = line.Split(' ')[0]["REFCONV_REPLAY=".Length..];

        Assert.That(Fault(ConvolutionCase.Parse(token), new PlantedFaults.ExchangedPadding(), ConvolutionOperator.Forward), Is.Not.Null);
        Assert.That(line, Does.EndWith(nameof(The_line_printed_for_a_failure_replays_it)));
    }

    /// <summary>FsCheck's own last word on a property that this fault breaks.</summary>
    private static ConvolutionCase Smallest(IConvolution<int> faulty, ConvolutionOperator op)
    {
        ConvolutionCase? last = null;
        Property property = Prop.ForAll(Drawn(), instance =>
        {
            bool holds = Fault(instance, faulty, op) is null;
            last = holds ? last : instance;   // shrinking only ever goes from a failing case to a simpler failing one
            return holds;
        });

        Assert.That(() => property.Check(Config.QuickThrowOnFailure.WithReplay(PropertyRun.Seed, 1)),
            Throws.Exception.With.Message.Contains("Falsifiable"));
        return last!;
    }

    private static Arbitrary<ConvolutionCase> Drawn() =>
        PropertyRun.Replay is null ? ConvolutionCases.Cases() : throw new IgnoreException("a replay draws no cases");

    private static string? Fault(ConvolutionCase instance, IConvolution<int> faulty, ConvolutionOperator op) =>
        Agreement.OnWrappingIntegers(instance, op, new ScalarConvolution<int>(), faulty);
}
