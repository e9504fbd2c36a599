using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class EchoTests
{
    [Test, Formula("S1.08")]
    public void An_echo_is_the_sound_again_later_and_quieter() =>
        Assert.That(Echo<decimal>.Heard([1, 2, 3], [1, 0, 0, 0.5m]), Is.EqualTo(new[] { 1, 2, 3, 0.5m, 1, 1.5m }));

    [Test, Formula("S1.08")]
    public void Echoes_that_overlap_add_up() =>
        Assert.That(Echo<int>.Heard([1, 2, 3, 4], [1, 10]), Is.EqualTo(new[] { 1, 12, 23, 34, 40 }));

    [Test, Formula("S1.08")]
    public void A_click_is_heard_as_the_response_itself() =>
        Assert.That(Echo<int>.Heard([1], [3, 0, 2]), Is.EqualTo(new[] { 3, 0, 2 }));

    [Test]
    public void No_sound_and_no_response_are_refused()
    {
        Assert.That(() => Echo<int>.Heard([], [1]), Throws.ArgumentException.With.Message.EqualTo("signal size D must be ≥ 1, was 0"));
        Assert.That(() => Echo<int>.Heard([1], []), Throws.ArgumentException);
    }

    [Test]
    public void Sums_start_from_the_additive_identity_and_not_from_an_empty_array() =>
        Assert.That(
            BiasedNumber.Values(Echo<BiasedNumber>.Heard(BiasedNumber.From([1, 2, 3, 4]), BiasedNumber.From([1, 10]))),
            Is.EqualTo(new[] { 1, 12, 23, 34, 40 }));
}
