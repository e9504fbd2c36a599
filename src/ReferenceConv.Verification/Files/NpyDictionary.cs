using System.Collections.Immutable;
using System.Globalization;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Files;

/// <summary>
/// Reads the Python dictionary in an .npy header: strings, True or False, and a tuple of whole numbers; nothing else can stand there.
/// </summary>
internal ref struct NpyDictionary
{
    private ReadOnlySpan<char> rest;

    private NpyDictionary(string text) => rest = text;

    /// <summary>The three entries, in any order.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static NpyHeader Parse(string text)
    {
        var reader = new NpyDictionary(text);
        (string? descr, bool? fortranOrder, ImmutableArray<long>? shape) = (null, null, null);
        reader.Expect('{');
        while (!reader.Skip('}'))
        {
            string key = reader.String();
            reader.Expect(':');
            if (key == "descr" && descr is null)
                descr = reader.String();
            else if (key == "fortran_order" && fortranOrder is null)
                fortranOrder = reader.Truth();
            else if (key == "shape" && shape is null)
                shape = reader.Sizes();
            else
                throw new FormatException($"the key {Quote.Of(key)} must not be there, or not twice");
            if (!reader.Skip(','))
            {
                reader.Expect('}');
                break;
            }
        }

        if (!reader.rest.Trim().IsEmpty)
            throw new FormatException("nothing may stand behind the '}'");
        if (descr is null || fortranOrder is null || shape is null)
            throw new FormatException(
                $"the key '{(descr is null ? "descr" : fortranOrder is null ? "fortran_order" : "shape")}' must be there");
        return new NpyHeader(descr, fortranOrder.Value, shape.Value);
    }

    private string String()
    {
        char quote = Skip('"') ? '"' : '\'';
        if (quote == '\'')
            Expect('\'');
        int end = rest.IndexOf(quote);
        if (end < 0)
            throw new FormatException("a string must end");
        string text = rest[..end].ToString();
        rest = rest[(end + 1)..];
        return text;
    }

    private bool Truth()
    {
        rest = rest.TrimStart();
        bool truth = rest.StartsWith("True");
        if (!truth && !rest.StartsWith("False"))
            throw new FormatException("fortran_order must be True or False");
        rest = rest[(truth ? "True" : "False").Length..];
        return truth;
    }

    private ImmutableArray<long> Sizes()
    {
        ImmutableArray<long>.Builder sizes = ImmutableArray.CreateBuilder<long>();
        Expect('(');
        while (!Skip(')'))
        {
            rest = rest.TrimStart();
            int end = rest.IndexOfAny(',', ')');
            if (end < 0)
                throw new FormatException("a tuple must end");
            ReadOnlySpan<char> digits = rest[..end].TrimEnd();
            if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long size))
                throw new FormatException($"sizes must be whole numbers in 0..2⁶³−1, one was {Quote.Of(digits.ToString())}");
            sizes.Add(size);
            rest = rest[end..];
            if (!Skip(','))
            {
                Expect(')');
                break;
            }
        }

        return sizes.ToImmutable();
    }

    private bool Skip(char expected)
    {
        rest = rest.TrimStart();
        bool isThere = rest.StartsWith(expected);
        rest = isThere ? rest[1..] : rest;
        return isThere;
    }

    private void Expect(char expected)
    {
        if (!Skip(expected))
            throw new FormatException($"a {expected} must stand before {Quote.Of(rest.ToString())}");
    }
}
