using System.Buffers.Text;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

public sealed class ConvolutionCaseTests
{
    /// <summary>What makes a convolution ugly, each of which must meet each other one in some case.</summary>
    private static readonly (string Name, Func<ConvolutionCase, bool> Holds)[] Uglinesses =
    [
        ("one axis", static c => c.Geometry.Axes.Length == 1),
        ("two axes", static c => c.Geometry.Axes.Length == 2),
        ("three axes", static c => c.Geometry.Axes.Length == 3),
        ("empty batch", static c => c.Geometry.Batch == 0),
        ("several images", static c => c.Geometry.Batch > 1),
        ("groups", static c => c.Geometry.Groups > 1),
        ("depthwise", static c => c.Geometry.Groups == c.Geometry.InChannels && c.Geometry.Groups > 1),
        ("channel multiplier", static c => c.Geometry.Groups == c.Geometry.InChannels && c.Geometry.GroupOutChannels > 1),
        ("several channels in a group", static c => c.Geometry.Groups > 1 && c.Geometry.GroupInChannels > 1),
        ("channels beyond a multiple of 4", static c => c.Geometry.InChannels % 4 == 1 && c.Geometry.InChannels > 4),
        ("channels short of a multiple of 4", static c => c.Geometry.OutChannels % 4 == 3),
        ("bias", static c => c.HasBias),
        ("even kernel", static c => Any(c, static axis => axis.Kernel % 2 == 0)),
        ("kernel of one", static c => Any(c, static axis => axis.Kernel == 1)),
        ("stride above the kernel", static c => Any(c, static axis => axis.Stride > axis.Kernel)),
        ("stride that does not divide",
            static c => Any(c, static axis => (axis.Input + axis.Begin + axis.End - axis.Extent) % axis.Stride != 0)),
        ("dilation", static c => Any(c, static axis => axis.Dilation > 1 && axis.Kernel > 1)),
        ("more padding at the beginning", static c => Any(c, static axis => axis.Begin > axis.End)),
        ("more padding at the end", static c => Any(c, static axis => axis.Begin < axis.End)),
        ("padding as wide as the kernel", static c => Any(c, static axis => axis.Begin >= axis.Extent)),
        ("padding wider than the input", static c => Any(c, static axis => axis.Begin > axis.Input)),
        ("empty input", static c => Any(c, static axis => axis.Input == 0)),
        ("zeros", static c => Any(c, static axis => axis.Border == Border.Zeros)),
        ("extended", static c => Any(c, static axis => axis.Border == Border.Extended)),
        ("cyclic", static c => Any(c, static axis => axis.Border == Border.Cyclic)),
        ("reflected", static c => Any(c, static axis => axis.Border == Border.Reflected)),
        ("tiled", static c => Any(c, static axis => axis.Tile > 1)),
        ("axes of different size", static c => Differ(c, static axis => axis.Input)),
        ("kernels of different size", static c => Differ(c, static axis => axis.Kernel)),
        ("different strides", static c => Differ(c, static axis => axis.Stride)),
        ("different dilations", static c => Differ(c, static axis => axis.Dilation)),
        ("different borders", static c => Differ(c, static axis => (int)axis.Border)),
        ("different tiles", static c => Differ(c, static axis => axis.Tile)),
    ];

    /// <summary>Pairs that exclude each other.</summary>
    private static readonly string[] Impossible =
    [
        "one axis & two axes", "one axis & three axes", "two axes & three axes", "empty batch & several images",
        "depthwise & several channels in a group", "channel multiplier & several channels in a group",
        .. Uglinesses.Where(static ugliness => ugliness.Name.Contains("differ", StringComparison.Ordinal)).Select(
            static ugliness => $"one axis & {ugliness.Name}"),
    ];

    [Test]
    public void Every_list_of_bytes_is_a_case()
    {
        var random = new Random(1);
        for (int trial = 0; trial < 5000; trial++)
        {
            var bytes = new byte[trial % 60];
            random.NextBytes(bytes);

            Assert.That(() => ConvolutionCase.From(bytes), Throws.Nothing, Convert.ToHexString(bytes));
        }
    }

    [Test]
    public void Every_value_at_every_place_is_a_case()
    {
        for (int place = 0; place < 31; place++)
            for (int value = 0; value < 256; value++)
            {
                var bytes = new byte[31];
                bytes[0] = 2;   // three axes, so that every place is read
                bytes[place] = (byte)value;

                Assert.That(() => ConvolutionCase.From(bytes), Throws.Nothing, $"{value} at {place}");
            }
    }

    [Test]
    public void The_empty_list_is_the_simplest_case()
    {
        ConvolutionCase simplest = ConvolutionCase.From([]);

        Assert.That($"{simplest}", Is.EqualTo("N1 C1 K1 g1 | 1 k1 s1 d1 p0,0 → 1 seed 0 (case 0)"));
        Assert.That(simplest.Simpler(), Is.Empty);
    }

    [Test]
    public void A_token_spells_its_case()
    {
        for (int index = 0; index < 500; index++)
        {
            ConvolutionCase instance = ConvolutionCase.Random(7, index);
            ConvolutionCase replayed = ConvolutionCase.Parse(instance.Token);

            Assert.That($"{replayed}", Is.EqualTo($"{instance}"));
            Assert.That((replayed.Seed, replayed.HasBias), Is.EqualTo((instance.Seed, instance.HasBias)));
        }

        Assert.That(ConvolutionCase.Parse("0").Token, Is.EqualTo("0"));
    }

    [TestCase("1")]
    [TestCase("not a token!")]
    [TestCase("AAA+")]
    public void What_is_no_token_is_refused(string text) =>
        Assert.That(() => ConvolutionCase.Parse(text),
            Throws.ArgumentException.With.Message.EqualTo($"a case token must be base64url text, was '{text}'"));

    [TestCase("@")]
    [TestCase("A")]
    public void A_long_text_is_not_repeated_whole(string letter) =>
        Assert.That(
            () => ConvolutionCase.Parse(string.Concat(Enumerable.Repeat(letter, 4_000_000))),
            Throws.ArgumentException.With.Message.Matches($"^a case token must be .{{1,60}}, was '{letter}{{100}}…'$"));

    [Test]
    public void Only_the_spelling_that_was_printed_is_a_token()
    {
        string token = ConvolutionCase.Random(7, 0).Token;
        foreach (string other in new[] { "", " ", $"{token} ", $" {token}", $"{token}AAAA", token.Insert(4, "\n"), "AB" })
            Assert.That(() => ConvolutionCase.Parse(other), Throws.ArgumentException.With.Message.StartsWith("a case token must be "),
                $"'{other}'");
        foreach (string other in new[] { "A A=", "AA==" })
            Assert.That(() => ConvolutionCase.Parse(other),
                Throws.ArgumentException.With.Message.EqualTo($"a case token must be spelled as it was printed, '0', was '{other}'"));
    }

    [Test]
    public void The_same_seed_and_index_give_the_same_case_and_others_give_others()
    {
        string[] again = [ConvolutionCase.Random(1, 0).Token, ConvolutionCase.Random(1, 0).Token];
        string[] tokens = [.. Enumerable.Range(0, 200).SelectMany(
            static index => new[] { ConvolutionCase.Random(1, index).Token, ConvolutionCase.Random(2, index).Token })];

        Assert.That(again.Distinct().Count(), Is.EqualTo(1));
        Assert.That(tokens, Is.Unique);
    }

    [Test]
    public void A_simpler_case_has_smaller_choices_so_that_simplifying_ends()
    {
        for (int index = 0; index < 200; index++)
        {
            ConvolutionCase instance = ConvolutionCase.Random(3, index);

            Assert.That(instance.Simpler().Select(Choices), Is.All.LessThan(Choices(instance)), $"{instance}");
        }
    }

    [Test]
    public void Among_the_simpler_cases_each_axis_is_missing_once()
    {
        ConvolutionCase instance = Enumerable.Range(0, 100).Select(static index => ConvolutionCase.Random(3, index)).First(
            static c => c.Geometry.Axes.Length == 3);
        string[] axes = [.. instance.Geometry.Axes.Select(static axis => $"{axis}")];

        Assert.That(
            instance.Simpler().Take(3).Select(static simpler => string.Join(" | ", simpler.Geometry.Axes)),
            Is.EqualTo(new[] { $"{axes[1]} | {axes[2]}", $"{axes[0]} | {axes[2]}", $"{axes[0]} | {axes[1]}" }));
    }

    [Test]
    public void Simplifying_without_end_ends_at_the_simplest_case()
    {
        ConvolutionCase instance = ConvolutionCase.Random(3, 0);
        while (instance.Simpler().LastOrDefault() is { } simpler)   // the most timid step each time
            instance = simpler;

        Assert.That(instance.Token, Is.EqualTo("0"));
    }

    [Test]
    public void Every_two_uglinesses_meet_in_some_case()
    {
        ConvolutionCase[] cases = [.. Enumerable.Range(0, 5000).Select(static index => ConvolutionCase.Random(1, index))];
        bool[][] holds = [.. cases.Select(static instance => Uglinesses.Select(ugliness => ugliness.Holds(instance)).ToArray())];

        var missing = new List<string>();
        int pairs = 0;
        for (int a = 0; a < Uglinesses.Length; a++)
            for (int b = a + 1; b < Uglinesses.Length; b++)
            {
                pairs++;
                if (!holds.Any(held => held[a] && held[b]))
                    missing.Add($"{Uglinesses[a].Name} & {Uglinesses[b].Name}");
            }

        TestContext.Out.WriteLine(
            $"pairs of uglinesses met in {cases.Length} cases: {pairs - missing.Count} of {pairs}; {missing.Count} exclude each other");
        Assert.That(missing, Is.EquivalentTo(Impossible));
    }

    [Test]
    public void No_case_takes_more_than_ten_thousand_multiply_adds()
    {
        long[] sizes =
            [.. Enumerable.Range(0, 20_000).Select(static index => ConvolutionCase.Random(4, index).Geometry.MultiplyAdds).Order()];

        TestContext.Out.WriteLine($"multiply-adds: average {sizes.Average():N0}, 99th percentile {sizes[sizes.Length * 99 / 100]:N0}");
        Assert.That(sizes[^1], Is.InRange(9_000, 10_000), "the bound is reached and kept");
    }

    [Test]
    public void The_largest_choices_everywhere_are_bounded_too()
    {
        var largest = new byte[31];
        for (int value = 0; value < 256; value++)
        {
            largest.AsSpan().Fill((byte)value);
            for (int rank = 0; rank < 3; rank++)
            {
                largest[0] = (byte)rank;
                (largest[1], largest[2], largest[3], largest[4]) = (5, 2, 16, 16);   // three images, three groups, 33 channels in and out of each

                Assert.That(ConvolutionCase.From(largest).Geometry.MultiplyAdds, Is.LessThanOrEqualTo(10_000), $"{value} everywhere");
                Assert.That(ConvolutionCase.From(largest).Geometry.GroupInChannels, Is.EqualTo(33), "channels are not what gives way");
            }
        }
    }

    [Test]
    public void Equal_paddings_stay_equal_where_a_case_is_made_smaller()
    {
        for (int index = 0; index < 2000; index++)
        {
            byte[] bytes = [.. Enumerable.Range(0, 31).Select(place => (byte)Draw.Bits(8, (ulong)((index * 31) + place)))];
            foreach (int axis in new[] { 7, 15, 23 })
                bytes[axis + 4] = bytes[axis + 3];
            var instance = ConvolutionCase.From(bytes);

            Assert.That(instance.Geometry.Axes.Select(static axis => axis.End - axis.Begin), Is.All.Zero, $"{instance}");
        }
    }

    [Test]
    public void An_equal_padding_can_shrink_and_stay_equal()
    {
        var instance = ConvolutionCase.From([1, 0, 0, 0, 0, 0, 0, .. new byte[8], 2, 0, 0, 4, 4, 0, 0, 1]);

        Assert.That(
            instance.Simpler().Select(static simpler => simpler.Geometry.Axes[^1]).Where(static axis => axis.Begin == axis.End).Select(
                static axis => axis.Begin),
            Is.SupersetOf(new[] { 0, 2, 3 }));
    }

    [Test]
    public void Channels_beside_every_vector_width_occur_at_every_rank([Values(1, 2, 3)] int rank)
    {
        ConvolutionGeometry[] cases =
        [
            .. Enumerable.Range(0, 6000).Select(static index => ConvolutionCase.Random(5, index).Geometry).Where(
                geometry => geometry.Axes.Length == rank),
        ];

        foreach (int channels in new[] { 1, 3, 4, 5, 8, 9, 15, 16, 17, 31, 32, 33 })
        {
            Assert.That(cases.Count(geometry => geometry.GroupInChannels == channels), Is.GreaterThan(20), $"{channels} in");
            Assert.That(cases.Count(geometry => geometry.GroupOutChannels == channels), Is.GreaterThan(20), $"{channels} out");
        }
    }

    private static bool Any(ConvolutionCase instance, Func<Axis, bool> holds) => instance.Geometry.Axes.Any(holds);

    private static bool Differ(ConvolutionCase instance, Func<Axis, int> value) =>
        instance.Geometry.Axes.Select(value).Distinct().Count() > 1;

    private static int Choices(ConvolutionCase instance) =>
        instance.Token == "0" ? 0 : Base64Url.DecodeFromChars(instance.Token).Sum(static choice => choice);
}
