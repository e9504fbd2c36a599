using System.Buffers.Text;
using NUnit.Framework;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

public sealed class DataMaskTests
{
    [Test]
    public void A_mask_is_read_back_as_it_is_written()
    {
        for (int elements = 0; elements <= 11; elements++)
        {
            DataMask mask = DataMask.Keep(elements);
            for (int step = 0; step <= elements; step++)
            {
                DataMask again = DataMask.Parse(mask.ToString(), elements);
                Assert.That((again.ToString(), Replaced(again, elements)), Is.EqualTo((mask.ToString(), Replaced(mask, elements))));
                mask = mask.Simpler().ElementAtOrDefault(step * 7 % Math.Max(mask.Simpler().Count(), 1)) ?? mask;
            }
        }
    }

    [Test]
    public void Simpler_masks_make_one_element_0_or_1_and_one_that_is_1_a_0()
    {
        DataMask one = DataMask.Keep(2).Simpler().ElementAt(1);

        Assert.That(DataMask.Keep(2).Simpler().Select(static mask => Replaced(mask, 2)), Is.EqualTo(new[] { "0 9", "1 9", "9 0", "9 1" }));
        Assert.That(one.Simpler().Select(static mask => Replaced(mask, 2)), Is.EqualTo(new[] { "0 9", "1 0", "1 1" }));
    }

    [Test]
    public void A_mask_goes_over_all_arrays_in_their_order()
    {
        double[][] arrays = [[7], [8, 9]];
        DataMask.Keep(3).Simpler().ElementAt(2).Simplify<double>([.. arrays]);

        Assert.That(arrays, Is.EqualTo(new double[][] { [7], [0, 9] }));
    }

    [Test]
    public void A_mask_for_another_number_of_elements_is_refused() =>
        Assert.That(() => DataMask.Keep(3).Simplify<float>([[1f, 2f]]),
            Throws.ArgumentException.With.Message.EqualTo("a data mask must have one choice per element, 2, had 3"));

    [TestCase("", 1)]          // too short
    [TestCase("AAAA", 5)]      // too long: three bytes for one
    [TestCase("AA", 6)]        // one byte, six elements
    [TestCase("A", 5)]         // no whole byte
    [TestCase("A*", 5)]        // no base64url
    [TestCase("A+", 5)]        // base64, not url
    [TestCase("AA==", 5)]      // padded
    [TestCase(" AA", 5)]
    [TestCase("AA\n", 5)]
    [TestCase("AB", 5)]        // bits that nothing reads
    public void A_text_that_was_not_printed_is_refused(string text, int elements) => Assert.That(
        () => DataMask.Parse(text, elements),
        Throws.ArgumentException.With.Message.EqualTo(
            $"a data mask must be spelled as it was printed, for {elements} elements, was '{text.TrimEnd('\n')}'"));

    [TestCase(243, 5, false)]
    [TestCase(242, 5, true)]
    [TestCase(9, 2, false)]    // a third digit, and two elements
    [TestCase(8, 2, true)]
    public void A_byte_holds_no_more_than_its_elements(byte value, int elements, bool isMask)
    {
        string text = Base64Url.EncodeToString([value]);

        Assert.That(() => DataMask.Parse(text, elements), isMask ? Throws.Nothing : Throws.ArgumentException);
    }

    private static string Replaced(DataMask mask, int elements)
    {
        var numbers = new double[elements];
        Array.Fill(numbers, 9);
        mask.Simplify<double>([numbers]);
        return string.Join(' ', numbers);
    }
}
