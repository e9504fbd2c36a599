using NUnit.Framework;
using ReferenceConv.Verification.Checking;

namespace ReferenceConv.SpecTests.Verification.Checking;

public sealed class SizePatternTests
{
    [TestCase("≥ 5", 5, 6, 7, 8, 9, 10, 11, 12)]
    [TestCase("≥ 12", 12)]
    [TestCase("≤ 5", 1, 2, 3, 4, 5)]
    [TestCase("≤ 1", 1)]
    [TestCase("mod 2 = 1 (1, 3, 5, 7, …)", 1, 3, 5, 7, 9, 11)]
    [TestCase("mod 2 = 0 (6, 8, 10, 12)", 6, 8, 10, 12)]
    [TestCase("mod 3 = 2 (2, 5, 8, 11)", 2, 5, 8, 11)]
    [TestCase("mod 6 = 5 (5, 11)", 5, 11)]
    [TestCase("mod 3 ≠ 0 (1, 2, 4, 5, …)", 1, 2, 4, 5, 7, 8, 10, 11)]
    [TestCase("mod 4 ≠ 0 (5, 6, 7, 9, …)", 5, 6, 7, 9, 10, 11)]
    [TestCase("mod 4 ≠ 1 (2, 3, 4, 6, …)", 2, 3, 4, 6, 7, 8, 10, 11, 12)]
    [TestCase("7", 7)]
    [TestCase("11", 11)]
    [TestCase("2, 3, 5, 9", 2, 3, 5, 9)]
    [TestCase(null, 2, 3, 5, 9, 10)]
    [TestCase(null)]
    [TestCase(null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)]
    public void Of_twelve_sizes_those_that_broke_are_told_by_what_they_have_in_common(string? pattern, params int[] broken) =>
        Assert.That(SizePattern.Of([.. Enumerable.Range(1, 12)], broken), Is.EqualTo(pattern));

    /// <summary>An odd width was not asked: that it did not break says nothing.</summary>
    [Test]
    public void Only_sizes_that_were_asked_count() => Assert.That(SizePattern.Of([2, 4, 6, 8, 10], [6, 8, 10]), Is.EqualTo("≥ 6"));
}
