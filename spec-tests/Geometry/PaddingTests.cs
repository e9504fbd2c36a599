using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Geometry;

public sealed class PaddingTests
{
    [Test]
    public void The_default_padding_is_valid()
    {
        Assert.That(default(Padding), Is.EqualTo(Padding.Valid));
        Assert.That(default(Padding).Resolve(5, 3, 2), Is.EqualTo((0, 0)));
    }

    [TestCase("valid", 5, 5, 1, 0, 0)]
    [TestCase("full", 5, 5, 1, 4, 4)]
    [TestCase("full", 5, 1, 1, 0, 0)]
    [TestCase("half", 5, 5, 1, 2, 2)]
    [TestCase("half", 5, 4, 1, 2, 2)]
    [TestCase("half", 5, 1, 1, 0, 0)]
    [TestCase("same", 6, 3, 2, 0, 1)]
    [TestCase("same-upper", 6, 3, 2, 0, 1)]
    [TestCase("same-lower", 6, 3, 2, 1, 0)]
    [TestCase("same", 6, 1, 3, 0, 0)]
    [TestCase("2", 6, 3, 2, 2, 2)]
    [TestCase("0", 6, 3, 2, 0, 0)]
    [TestCase("0,1", 6, 3, 2, 0, 1)]
    [TestCase("3,0", 6, 3, 2, 3, 0)]
    public void A_word_stands_for_numbers(string word, int input, int extent, int stride, int begin, int end) =>
        Assert.That(Padding.Parse(word).Resolve(input, extent, stride), Is.EqualTo((begin, end)));

    [TestCase("valid", "0,0")]
    [TestCase("full", "full")]
    [TestCase("half", "half")]
    [TestCase("same", "same-upper")]
    [TestCase("same-upper", "same-upper")]
    [TestCase("same-lower", "same-lower")]
    [TestCase("2", "2,2")]
    [TestCase("0,1", "0,1")]
    public void The_text_of_a_padding_parses_back(string word, string text)
    {
        Assert.That(Padding.Parse(word).ToString(), Is.EqualTo(text));
        Assert.That(Padding.Parse(text), Is.EqualTo(Padding.Parse(word)));
    }

    [TestCase("SAME")]
    [TestCase("")]
    [TestCase("1,")]
    [TestCase(",1")]
    [TestCase("1,2,3")]
    [TestCase("1.5")]
    [TestCase("x,1")]
    [TestCase("1,x")]
    [TestCase("x")]
    public void Other_words_are_refused(string word) =>
        Assert.That(
            () => Padding.Parse(word),
            Throws.ArgumentException.With.Message.EqualTo(
                $"padding must be valid, full, half, same, same-upper, same-lower, a number, or begin,end; was '{word}'"));

    [TestCase(-1, 0, "begin padding must be ≥ 0, was -1")]
    [TestCase(0, -1, "end padding must be ≥ 0, was -1")]
    public void Negative_numbers_are_refused(int begin, int end, string message)
    {
        Assert.That(() => Padding.Explicit(begin, end), Throws.ArgumentException.With.Message.EqualTo(message));
        Assert.That(() => Padding.Parse($"{begin},{end}"), Throws.ArgumentException.With.Message.EqualTo(message));
    }

    [Test]
    public void A_same_padding_is_worked_out_near_the_limit_of_sizes()
    {
        Assert.That(Padding.SameUpper.Resolve(int.MaxValue, 3, int.MaxValue), Is.EqualTo((0, 0)));
        Assert.That(Padding.SameUpper.Resolve(1, int.MaxValue, 1), Is.EqualTo((int.MaxValue / 2, int.MaxValue / 2)));
        Assert.That(Padding.SameUpper.Resolve(int.MaxValue, 4, 2), Is.EqualTo((1, 2)));
    }

    [TestCase(-1, 1, 1, "input size must be ≥ 0, was -1")]
    [TestCase(0, 0, 1, "kernel extent must be ≥ 1, was 0")]
    [TestCase(0, 1, 0, "stride must be ≥ 1, was 0")]
    public void What_is_resolved_must_be_in_range(int input, int extent, int stride, string message)
    {
        foreach (Padding padding in new[] { Padding.Valid, Padding.Full, Padding.Half, Padding.SameUpper, Padding.SameLower })
            Assert.That(() => padding.Resolve(input, extent, stride), Throws.ArgumentException.With.Message.EqualTo(message));
        Assert.That(Padding.SameUpper.Resolve(0, 1, 1), Is.EqualTo((0, 0)));
    }
}
