using NUnit.Framework;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

public sealed class DrawTests
{
    /// <summary>
    /// The first outputs of SplitMix64 from state 0, as published with the xoshiro generators that are seeded by it (Blackman and Vigna).
    /// </summary>
    [TestCase(0UL, 0xE220A8397B1DCDAFUL)]
    [TestCase(1UL, 0x6E789E6AA1B965F4UL)]
    [TestCase(2UL, 0x06C45D188009454FUL)]
    public void Seed_zero_gives_the_published_sequence(ulong index, ulong bits) => Assert.That(Draw.Bits(0, index), Is.EqualTo(bits));

    [Test]
    public void A_place_of_a_seed_has_the_same_number_for_ever() =>
        Assert.That(
            Enumerable.Range(0, 8).Select(static index => Draw.Odd(7, (ulong)index, 31)),
            Is.EqualTo(new long[] { -27, -23, -27, 9, -19, 1, -23, 19 }));

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(31)]
    public void Numbers_are_odd_and_reach_every_value_of_the_range(long range)
    {
        long[] drawn = [.. Enumerable.Range(0, 4000).Select(index => Draw.Odd(1, (ulong)index, range)).Distinct().Order()];

        Assert.That(drawn, Is.EqualTo(Enumerable.Range(0, (int)range + 1).Select(step => (2 * step) - range)));
    }

    [TestCase(int.MaxValue)]
    [TestCase((1L << 53) - 1)]
    [TestCase(long.MaxValue)]
    public void Wide_numbers_are_odd_and_stay_within_the_range(long range)
    {
        long[] drawn = [.. Enumerable.Range(0, 1000).Select(index => Draw.Odd(2, (ulong)index, range))];

        Assert.That(drawn.Select(static number => number % 2), Is.All.Not.Zero);
        Assert.That(drawn, Is.All.InRange(-range, range));
        Assert.That(drawn.Max(), Is.GreaterThan(range / 100 * 98), "the range is used");
        Assert.That(drawn.Min(), Is.LessThan(-(range / 100 * 98)));
    }

    [Test]
    public void Half_of_the_numbers_are_negative()
    {
        int negative = Enumerable.Range(0, 10_000).Count(static index => Draw.Odd(3, (ulong)index, 31) < 0);

        Assert.That(negative, Is.InRange(4800, 5200), "four standard deviations of a fair coin");
    }

    [Test]
    public void Two_seeds_have_nothing_to_do_with_each_other() =>
        Assert.That(Enumerable.Range(0, 1000).Count(static index => Draw.Bits(1, (ulong)index) == Draw.Bits(2, (ulong)index)), Is.Zero);
}
