using System.Text.Json;
using System.Text.Json.Nodes;
using ReferenceConv.Verification.Files;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>
/// A geometry that cannot be, in the JSON of docs/protocol.md: that of the valid one it comes from, with the wrong numbers in their places.
/// </summary>
internal static class InvalidGeometryJson
{
    private const int MostAxes = 3;

    /// <summary>The object; null where the protocol has no word for what is wrong: it has no version and no unused axes.</summary>
    /// <param name="geometry">The numbers.</param>
    /// <param name="countsPadding">As <see cref="GeometryJson.Write"/> takes it.</param>
    public static JsonNode? Of(RawGeometry geometry, bool? countsPadding)
    {
        RawGeometry usual = RawGeometry.Of(geometry.Origin);
        int rank = usual.Rank;
        if (geometry.Version != usual.Version || geometry.Rank is < 0 or > MostAxes + 1 || HasUnusualAxes(geometry, rank))
            return null;

        JsonObject json = Written(geometry, countsPadding);
        (json["batch"], json["groups"]) = (geometry.Batch, geometry.Groups);
        (json["in_channels"], json["out_channels"]) = (geometry.InChannels, geometry.OutChannels);
        JsonArray axes = json["axes"]!.AsArray();
        for (int a = 0; a < rank; a++)
        {
            JsonNode axis = axes[a]!;
            (axis["input"], axis["kernel"], axis["output"]) = (geometry.Input[a], geometry.Kernel[a], geometry.Output[a]);
            (axis["stride"], axis["dilation"]) = (geometry.Stride[a], geometry.Dilation[a]);
            (axis["pad_begin"], axis["pad_end"]) = (geometry.PadBegin[a], geometry.PadEnd[a]);
        }

        while (axes.Count > geometry.Rank)
            axes.RemoveAt(axes.Count - 1);
        while (axes.Count < geometry.Rank)
            axes.Add(axes[0]!.DeepClone());
        return json;
    }

    private static bool HasUnusualAxes(RawGeometry g, int rank)
    {
        for (int a = rank; a < MostAxes; a++)
            if ((g.Input[a], g.Kernel[a], g.Output[a], g.Stride[a], g.Dilation[a], g.PadBegin[a], g.PadEnd[a]) != (1, 1, 1, 1, 1, 0, 0))
                return true;
        return false;
    }

    private static JsonObject Written(RawGeometry geometry, bool? countsPadding)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
            GeometryJson.Write(json, geometry.Origin, countsPadding);
        return JsonNode.Parse(written.ToArray())!.AsObject();
    }
}
