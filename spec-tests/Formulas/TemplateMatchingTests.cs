using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class TemplateMatchingTests
{
    /// <summary>The template stands at offset 1; a brighter plateau follows.</summary>
    private static readonly double[] Signal = [0, 1, 2, 1, 0, 9, 9, 9, 0];
    private static readonly double[] Template = [1, 2, 1];

    [Test, Formula("S1.17"), Erratum("E41")]
    public void Raw_correlation_peaks_at_the_brightest_window_and_not_at_the_template()
    {
        double[] scores = TemplateMatching.Correlation(Signal, Template);

        Assert.That(scores, Is.EqualTo(new double[] { 4, 6, 4, 10, 27, 36, 27 }));
        Assert.That(Array.IndexOf(scores, scores.Max()), Is.EqualTo(5));
    }

    [Test, Formula("S1.17"), Erratum("E41")]
    public void Taking_the_mean_out_of_the_template_does_not_save_raw_correlation()
    {
        // The template minus its mean 4/3, times 3 to stay in whole numbers: 9 and 2 stand for 3 and 2/3.
        double[] scores = TemplateMatching.Correlation(Signal, [-1, 2, -1]);

        Assert.That(scores[4], Is.EqualTo(9));
        Assert.That(scores[6], Is.EqualTo(9));
        Assert.That(scores.Max(), Is.EqualTo(9));
        Assert.That(scores[1], Is.EqualTo(2));
    }

    [Test, Formula("S1.17"), Erratum("E41")]
    public void Squared_differences_vanish_at_the_template_and_nowhere_else()
    {
        double[] scores = TemplateMatching.SquaredDifferences(Signal, Template);

        Assert.That(scores, Is.EqualTo(new double[] { 3, 0, 3, 68, 114, 177, 114 }));
        Assert.That(scores.Count(s => s == 0), Is.EqualTo(1));
    }

    [Test, Formula("S1.17"), Erratum("E41")]
    public void Normalised_correlation_is_one_at_the_template_and_below_one_elsewhere()
    {
        double[] scores = TemplateMatching.NormalisedCorrelation(Signal, Template);

        Assert.That(scores[1], Is.EqualTo(1), "6 / √(6·6), every step exact");
        Assert.That(scores.Where((_, i) => i != 1), Is.All.LessThan(1));

        // 36 / √(243·6): the product and the sums are exact, the root and the quotient round once each.
        Assert.That(scores[5], Is.EqualTo(36 / Math.Sqrt(1458)));
    }

    [Test, Formula("S1.17")]
    public void Normalised_correlation_does_not_care_how_bright_the_match_is() =>
        Assert.That(TemplateMatching.NormalisedCorrelation([4, 8, 4], Template), Is.EqualTo(new double[] { 1 }));

    [Test]
    public void A_window_of_zeros_scores_zero() =>
        Assert.That(TemplateMatching.NormalisedCorrelation([0, 0, 3], [2, 2]), Is.EqualTo(new[] { 0, 6 / Math.Sqrt(72) }));

    [Test]
    public void A_template_that_does_not_fit_is_refused_and_one_that_just_fits_is_not()
    {
        Assert.That(() => TemplateMatching.Correlation([1, 2], Template),
            Throws.ArgumentException.With.Message.EqualTo("kernel size K must be in 1..D = 1..2, was 3"));
        Assert.That(() => TemplateMatching.SquaredDifferences([1], []), Throws.ArgumentException);
        Assert.That(() => TemplateMatching.NormalisedCorrelation([], [1]), Throws.ArgumentException);
        Assert.That(TemplateMatching.Correlation(Template, Template), Is.EqualTo(new double[] { 6 }));
    }
}
