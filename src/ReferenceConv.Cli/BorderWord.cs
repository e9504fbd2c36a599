using ReferenceConv.Geometry;

namespace ReferenceConv.Cli;

/// <summary>The words of <c>--border</c>, the same for every verb.</summary>
internal static class BorderWord
{
    /// <summary>The word of a border.</summary>
    public static string Of(Border border) => border.ToString().ToLowerInvariant();

    /// <summary>The border of a word.</summary>
    /// <exception cref="ArgumentException">No border has this word.</exception>
    public static Border Parse(string word) => word switch
    {
        "zeros" => Border.Zeros,
        "extended" => Border.Extended,
        "cyclic" => Border.Cyclic,
        "reflected" => Border.Reflected,
        _ => throw new ArgumentException($"border must be zeros, extended, cyclic or reflected, was '{word}'"),
    };
}
