using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;
using ReferenceConv.Verification.Museum;
using ReferenceConv.Verification.Networks;
using ReferenceConv.Verification.Runs;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests;

/// <summary>A page that states a number states one that a test counts.</summary>
public sealed class ReadmeTests
{
    private static readonly string Words = string.Join(' ', File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split());

    [Test]
    public void The_README_counts_what_verify_compares()
    {
        Trial[] trials = [.. NetworkRun.Trials(NetworkBook.All.SelectMany(Effort.Standard.Sized), Effort.Standard)];
        int layers = NetworkBook.All.Sum(static network => network.Layers.Length);

        Trial[] applicable = [.. trials.Where(IsApplicable)];

        Assert.That(Words, Does.Contain(
            $"{NetworkBook.All.Length} networks, {layers} layers, {3 * layers} operators, {applicable.Sum(Outputs):N0} outputs compared, "
            + $"{trials.Length - applicable.Length} comparisons not applicable: 0 differences;"));
    }

    [Test]
    public void The_README_counts_the_laws() =>
        Assert.That(Words, Does.Contain($" {LawBook.All.Length} laws × {Effort.Standard.CasesPerLaw} cases: 0 broken."));

    [Test]
    public void The_README_counts_what_a_check_asks_and_what_the_judge_is_measured_on()
    {
        int wrong = MuseumBook.Wrong.Length + MuseumBook.WrongInDouble.Length;
        int right = MuseumBook.Unusual.Length + MuseumBook.UnusualInDouble.Length;

        Assert.That(Words,
            Does.Contain($"asks {CheckSchedule.DefaultCount:N0} small cases ").And.Contain($" {LayerSchedule.Names.Length} real layers"));
        Assert.That(Words, Does.Contain($" {wrong} wrong convolutions and {right} right ones "));
    }

    private static bool IsApplicable(Trial trial) =>
        ExactRange.Widest(trial.Fill, ExactRange.MostTerms(trial.Geometry, trial.Operator), significandBits: 24) is not null;

    private static long Outputs(Trial trial)
    {
        ConvolutionGeometry geometry = trial.Geometry;
        return trial.Operator switch
        {
            ConvolutionOperator.Forward => geometry.OutputLength,
            ConvolutionOperator.DataGradient => geometry.InputLength,
            _ => geometry.WeightLength,
        };
    }
}
