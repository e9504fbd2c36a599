using System.Text.Json;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Files;

/// <summary>
/// Reads the members of a JSON object that somebody else wrote; what is wrong is said with the member's name, the rule and the value.
/// </summary>
/// <param name="element">The object.</param>
/// <param name="owner">What the object is, for messages.</param>
internal readonly struct Members(JsonElement element, string owner)
{
    /// <summary>The object in a text.</summary>
    /// <exception cref="InvalidDataException">The text is no JSON object.</exception>
    public static Members Parse(string text, string owner)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new Members(document.RootElement.Clone(), owner)
                : throw new InvalidDataException($"{owner} must be a JSON object, was {Quote.Of(text)}");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{owner} must be a JSON object, was {Quote.Of(text)}", e);
        }
    }

    /// <summary>Refuses members that nobody reads.</summary>
    /// <exception cref="InvalidDataException">There is one with another name.</exception>
    public void RequireOnly(params ReadOnlySpan<string> names)
    {
        foreach (JsonProperty member in element.EnumerateObject())
            if (!names.Contains(member.Name))
                throw new InvalidDataException(
                    $"members of {owner} must be of {string.Join(", ", names!)}; one was {Quote.Of(member.Name)}");
    }

    /// <summary>Whether the object has this member.</summary>
    public bool Has(string name) => element.TryGetProperty(name, out _);

    /// <summary>A text, or the usual one where it is left out; without a usual one it must be there.</summary>
    public string Text(string name, string? usual = null) =>
        !Has(name) && usual is not null
            ? usual
            : Get(name, "a text", static value => value.ValueKind == JsonValueKind.String ? value.GetString() : null);

    /// <summary>A whole number of 32 bits.</summary>
    public int Int(string name) => Get<int?>(name, "a whole number in −2³¹..2³¹−1", Number)!.Value;

    /// <summary>true or false, or the usual one where it is left out.</summary>
    public bool Flag(string name, bool usual) => !Has(name) ? usual : Get<bool?>(name, "true or false", Truth)!.Value;

    /// <summary>A list of texts, or the usual one where it is left out; without a usual one it must be there.</summary>
    public string[] Texts(string name, string[]? usual = null)
    {
        if (!Has(name) && usual is not null)
            return usual;
        return Get(name, "a list of texts", static value =>
            value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(static text => text.ValueKind == JsonValueKind.String)
                ? value.EnumerateArray().Select(static text => text.GetString()!).ToArray()
                : null);
    }

    /// <summary>A list of whole numbers, or the usual one where it is left out.</summary>
    public int[] Ints(string name, int[] usual) => !Has(name) ? usual : Get(name, "a list of whole numbers", static value =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(static number => Number(number) is not null)
            ? value.EnumerateArray().Select(static number => number.GetInt32()).ToArray()
            : null);

    /// <summary>An object.</summary>
    public Members Object(string name)
    {
        JsonElement inner =
            Get<JsonElement?>(name, "an object", static value => value.ValueKind == JsonValueKind.Object ? value : null)!.Value;
        return new Members(inner, $"{name} of {owner}");
    }

    /// <summary>A list of objects.</summary>
    public Members[] Objects(string name)
    {
        string inner = $"an element of {name} of {owner}";
        return Get(name, "a list of objects", value =>
            value.ValueKind == JsonValueKind.Array
                && value.EnumerateArray().All(static element => element.ValueKind == JsonValueKind.Object)
                ? value.EnumerateArray().Select(element => new Members(element, inner)).ToArray()
                : null);
    }

    private static int? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null;

    private static bool? Truth(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private T Get<T>(string name, string rule, Func<JsonElement, T?> read)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
            throw new InvalidDataException($"{owner} must have the member '{name}', {rule}");
        return read(value) ?? throw new InvalidDataException($"{name} of {owner} must be {rule}, was {Quote.Of(value.GetRawText())}");
    }
}
