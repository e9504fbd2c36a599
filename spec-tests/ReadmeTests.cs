using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;
using ReferenceConv.Verification.Networks;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.SpecTests;

/// <summary>A page that states a number states one that a test counts.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Test]
    public void The_README_counts_what_verify_compares()
    {
        Trial[] trials = [.. NetworkRun.Trials(NetworkBook.All.SelectMany(Effort.Standard.Sized), Effort.Standard)];
        int layers = NetworkBook.All.Sum(static network => network.Layers.Length);

        Assert.That(Readme, Does.Contain(
            $"{NetworkBook.All.Length} networks, {layers} layers, {3 * layers} operators, {trials.Sum(Outputs):N0} outputs compared: 0 differences;"));
    }

    [Test]
    public void The_README_counts_the_laws() =>
        Assert.That(Readme, Does.Contain($"\n{LawBook.All.Length} laws × {Effort.Standard.CasesPerLaw} cases: 0 broken."));

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
