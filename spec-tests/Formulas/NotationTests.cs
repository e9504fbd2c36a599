using System.Reflection;
using System.Text.RegularExpressions;
using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

/// <summary>The lectures use one star for opposite things and one letter for several; the code has one word for each.</summary>
public sealed class NotationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Test, Erratum("E14")]
    public void No_public_name_is_a_star()
    {
        IEnumerable<Type> types =
            typeof(Correlation<>).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(Correlation<>).Namespace);
        IEnumerable<string> names = types.SelectMany(t => t.GetMembers(Declared).Select(m => m.Name).Append(t.Name));

        Assert.That(names, Has.Some.EqualTo("Convolution`1").And.Some.EqualTo("Correlation`1"));
        Assert.That(names.SelectMany(Words), Has.None.EqualTo("Star").IgnoreCase.And.None.EqualTo("Asterisk").IgnoreCase);

        static IEnumerable<string> Words(string name) => Regex.Matches(name, "[A-Z]?[a-z]+").Select(word => word.Value);
    }

    [Test, Erratum("E14")]
    public void Same_star_means_convolution_in_one_lecture_and_correlation_in_another()
    {
        int[] convolution = Convolution<int>.Full(Digits.Signal, Digits.Kernel), correlation =
            Correlation<int>.Full(Digits.Signal, Digits.Kernel);

        Assert.That(convolution, Is.Not.EqualTo(correlation));
        Assert.That(
            CircularConvolution<int>.Convolve([.. Digits.Signal, 0, 0], Digits.Kernel), Is.EqualTo(convolution), "lecture 3's star");
        Assert.That(
            CentredCorrelation<int>.Correlate([0, .. Digits.Signal, 0], Digits.Kernel), Is.EqualTo(correlation), "lecture 4's star");
    }

    [Test, Erratum("E20", "E44")]
    public void Letters_that_mean_several_things_in_the_lectures_have_words_in_the_general_rule() =>
        Assert.That(
            typeof(OutputSize).GetMethod(nameof(OutputSize.Of))!.GetParameters().Select(p => p.Name),
            Is.EqualTo(new[] { "D", "K", "padBefore", "padAfter", "stride", "dilation" }));

    [Test, Erratum("E15")]
    public void Signal_comes_first_and_kernel_second()
    {
        // Lecture 4 writes w ⋆ x for Σ w[k]·x[d+k]; here the same sum has the signal first, whatever the lengths.
        int[] x = [5, 4, 2, 3, 7], w = [1, 10];
        for (int d = 0; d <= 3; d++)
            Assert.That(Correlation<int>.At(x, w, d), Is.EqualTo((w[0] * x[d]) + (w[1] * x[d + 1])));
    }
}
