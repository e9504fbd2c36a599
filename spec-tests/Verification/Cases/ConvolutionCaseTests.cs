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

    /// <summary>Sizes beyond what memory holds, or beyond an int, are no case: nothing that large is made to find out.</summary>
    [TestCase("2 images of 2²⁶ numbers", 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (1 << 26) - 1)]
    [TestCase("2²⁶ + 1 results", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 << 26)]
    [TestCase("2²⁶ + 1 taps", 0, 0, 0, 0, 0, 0, 0, 1 << 26, 0, 0, 1 << 26)]
    [TestCase("2³¹ groups", 0, 0, int.MaxValue)]
    [TestCase("2³¹ channels in", 0, 0, 1, (1 << 30) - 1)]
    [TestCase("2³¹ channels out", 0, 0, 1, 0, (1 << 30) - 1)]
    [TestCase("2³² + 4 channels in", 0, 0, 3, 1 << 30)]
    [TestCase("2³² + 4 channels out", 0, 0, 3, 0, 1 << 30)]
    [TestCase("2³¹ taps", 0, 0, 0, 0, 0, 0, 0, int.MaxValue)]
    [TestCase("a stride of 2³¹", 0, 0, 0, 0, 0, 0, 0, 0, int.MaxValue)]
    [TestCase("a dilation of 2³¹", 0, 0, 0, 0, 0, 0, 0, 0, 0, int.MaxValue)]
    [TestCase("more padding than an int counts", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, int.MaxValue, int.MaxValue)]
    [TestCase("a border that there is not", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4)]
    [TestCase("2³¹ tiles", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, int.MaxValue)]
    [TestCase("2³¹ inputs", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, int.MaxValue)]
    public void A_case_too_large_to_be_made_is_refused(string what, params int[] numbers)
    {
        string token = Spelled(numbers);

        Assert.That(() => ConvolutionCase.Parse(token), Throws.ArgumentException.With.Message.EqualTo(
            $"a case token must be a case with arrays of ≤ 2²⁶ elements, was '{token}'"), what);
    }

    [TestCase("input", 0, 0, 0, 0, 0, 0, 0, 0, (1 << 26) - 1, 0, 0, 0, 0, 0, (1 << 26) - 1)]
    [TestCase("result", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (1 << 26) - 1)]
    [TestCase("taps", 0, 0, 0, 0, 0, 0, 0, (1 << 26) - 1, 0, 0, 1 << 25, (1 << 25) - 1)]
    public void A_case_as_large_as_can_be_made_is_read(string what, params int[] numbers) =>
        Assert.That(ConvolutionCase.Parse(Spelled(numbers)).Token, Is.EqualTo(Spelled(numbers)), what);

    [TestCase("four axes", 3)]
    [TestCase("a number beyond the last axis", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)]
    public void What_spells_no_case_is_refused(string what, params int[] numbers) => IsNoCase(Spelled(numbers), what);

    [TestCase("a number that does not end", "80")]
    [TestCase("a number beyond an int", "00 00 00 00 00 80 80 80 80 08")]
    public void Bytes_that_spell_no_numbers_are_refused(string what, string bytes) =>
        IsNoCase(Base64Url.EncodeToString(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))), what);

    [Test]
    public void The_largest_seed_is_read_back() =>
        Assert.That(ConvolutionCase.Parse(ConvolutionCase.From([]).WithSeed(int.MaxValue).Token).Seed, Is.EqualTo(int.MaxValue));

    [TestCase(100, "")]
    [TestCase(101, "…")]
    public void A_text_is_cut_after_a_hundred_letters(int letters, string sign) =>
        Assert.That(
            () => ConvolutionCase.Parse(new string('@', letters)),
            Throws.ArgumentException.With.Message.EndsWith($"'{new string('@', 100)}{sign}'"));

    [TestCase("a\tb", "a·b")]
    [TestCase("a😀b", "a··b")]
    public void What_would_spoil_a_line_is_a_dot(string text, string quoted) =>
        Assert.That(() => ConvolutionCase.Parse(text), Throws.ArgumentException.With.Message.EndsWith($"'{quoted}'"));

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
    public void A_bias_is_told() =>
        Assert.That($"{ConvolutionCase.From([0, 0, 0, 0, 0, 9, 1])}", Does.EndWith("→ 1 bias seed 9 (case AAAAAAAJAQ)"));

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

    private static void IsNoCase(string token, string what) =>
        Assert.That(() => ConvolutionCase.Parse(token),
            Throws.ArgumentException.With.Message.EqualTo($"a case token must be 1 to 31 numbers of a case, was '{token}'"), what);

    /// <summary>As a token is printed: base64url, seven bits of a number in a byte, the lowest first.</summary>
    private static string Spelled(params int[] numbers)
    {
        var bytes = new List<byte>();
        foreach (int number in numbers)
        {
            int rest = number;
            for (; rest > 127; rest /= 128)
                bytes.Add((byte)(128 + (rest % 128)));
            bytes.Add((byte)rest);
        }

        return Base64Url.EncodeToString(bytes.ToArray());
    }

    private static bool Any(ConvolutionCase instance, Func<Axis, bool> holds) => instance.Geometry.Axes.Any(holds);

    private static bool Differ(ConvolutionCase instance, Func<Axis, int> value) =>
        instance.Geometry.Axes.Select(value).Distinct().Count() > 1;
}
