using System.Text.Json;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Files;

/// <summary>A geometry in JSON, as docs/protocol.md describes it.</summary>
internal static class GeometryJson
{
    /// <summary>Writes the object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="geometry">What.</param>
    /// <param name="countsPadding">
    /// Whether an average counts the padding of its window; null, and left out, for every other operator.
    /// </param>
    public static void Write(Utf8JsonWriter json, ConvolutionGeometry geometry, bool? countsPadding)
    {
        json.WriteStartObject();
        json.WriteNumber("batch", geometry.Batch);
        json.WriteNumber("in_channels", geometry.InChannels);
        json.WriteNumber("out_channels", geometry.OutChannels);
        json.WriteNumber("groups", geometry.Groups);
        if (countsPadding is { } counts)
            json.WriteBoolean("counts_padding", counts);
        json.WriteStartArray("axes");
        foreach (Axis axis in geometry.Axes)
        {
            json.WriteStartObject();
            json.WriteNumber("input", axis.Input);
            json.WriteNumber("kernel", axis.Kernel);
            json.WriteNumber("output", axis.Output);
            json.WriteNumber("stride", axis.Stride);
            json.WriteNumber("dilation", axis.Dilation);
            json.WriteNumber("pad_begin", axis.Begin);
            json.WriteNumber("pad_end", axis.End);
            json.WriteString("border", Word(axis.Border));
            json.WriteNumber("tile", axis.Tile);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads the object; border and tile may be left out.</summary>
    /// <exception cref="InvalidDataException">A member is missing or of the wrong kind.</exception>
    /// <exception cref="ArgumentException">A value is out of its range, or the output is not what the other values give.</exception>
    public static ConvolutionGeometry Read(Members json) =>
        new(json.Int("batch"), json.Int("in_channels"), json.Int("out_channels"), json.Int("groups"),
            json.Objects("axes").Select(ReadAxis));

    /// <summary>The word of a border.</summary>
    public static string Word(Border border) => border.ToString().ToLowerInvariant();

    /// <summary>The border of a word.</summary>
    /// <exception cref="ArgumentException">No border has this word.</exception>
    public static Border ParseBorder(string word)
    {
        foreach (Border border in Enum.GetValues<Border>())
            if (Word(border) == word)
                return border;
        throw new ArgumentException(
            $"border must be one of {string.Join(", ", Enum.GetValues<Border>().Select(Word))}; was {Quote.Of(word)}");
    }

    private static Axis ReadAxis(Members json)
    {
        Border border = ParseBorder(json.Text("border", "zeros"));
        var padding = Padding.Explicit(json.Int("pad_begin"), json.Int("pad_end"));
        var axis = new Axis(
            json.Int("input"), json.Int("kernel"), json.Int("stride"), json.Int("dilation"), padding, border, json.Has("tile")
                ? json.Int("tile")
                : 1);
        int output = json.Int("output");
        return axis.Output == output ? axis : throw new ArgumentException($"output size must be {axis.Output}, was {output}");
    }
}
