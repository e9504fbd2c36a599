using System.Buffers.Text;
using System.Collections.Immutable;

namespace ReferenceConv.Verification.Cases;

/// <summary>
/// Makes drawn numbers simpler without drawing others: each element, over all input arrays in their order, is kept, becomes 1, or becomes
/// 0.
/// </summary>
public sealed class DataMask
{
    private const int PerByte = 5;   // 3⁵ = 243 ≤ 256

    private readonly ImmutableArray<byte> choices;

    private DataMask(ImmutableArray<byte> choices) => this.choices = choices;

    /// <summary>Keeps every one of so many elements.</summary>
    public static DataMask Keep(int elements) => new([.. new byte[elements]]);

    /// <summary>The masks that make one element simpler still: 0 first, then 1.</summary>
    public IEnumerable<DataMask> Simpler()
    {
        for (int e = 0; e < choices.Length; e++)
            for (byte simpler = 2; simpler > choices[e]; simpler--)
                yield return new DataMask(choices.SetItem(e, simpler));
    }

    /// <summary>Replaces the elements in place.</summary>
    /// <exception cref="ArgumentException">The arrays have another number of elements.</exception>
    public void Simplify<T>(ImmutableArray<T[]> inputs)
    {
        int elements = inputs.Sum(static input => input.Length);
        if (elements != choices.Length)
            throw new ArgumentException($"a data mask must have one choice per element, {elements}, had {choices.Length}");

        int e = 0;
        foreach (T[] input in inputs)
            for (int i = 0; i < input.Length; i++, e++)
                if (choices[e] > 0)
                    input[i] = (T)Convert.ChangeType(2 - choices[e], typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Base64url, five elements a byte.</summary>
    public override string ToString()
    {
        var bytes = new byte[(choices.Length + PerByte - 1) / PerByte];
        for (int e = choices.Length - 1; e >= 0; e--)
            bytes[e / PerByte] = (byte)((bytes[e / PerByte] * 3) + choices[e]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is not a mask for so many elements.</exception>
    public static DataMask Parse(string text, int elements)
    {
        if (Base64Url.IsValid(text))
        {
            byte[] bytes = Base64Url.DecodeFromChars(text);
            var choices = new byte[elements];
            for (int e = 0; e < elements && bytes.Length == (elements + PerByte - 1) / PerByte; e++)
            {
                choices[e] = (byte)(bytes[e / PerByte] % 3);
                bytes[e / PerByte] /= 3;
            }

            var mask = new DataMask([.. choices]);
            if (mask.ToString() == text)
                return mask;
        }

        throw new ArgumentException($"a data mask must be spelled as it was printed, for {elements} elements, was {Quote.Of(text)}");
    }
}
