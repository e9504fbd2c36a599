namespace ReferenceConv.Cli.Explain;

/// <summary>How positions and sizes are written.</summary>
internal static class Coordinates
{
    /// <summary>For example <c>(1,2)</c>.</summary>
    public static string Text(IEnumerable<int> coordinates) => $"({string.Join(',', coordinates)})";

    /// <summary>For example <c>5×4</c>.</summary>
    public static string Sizes(IEnumerable<int> sizes) => string.Join('×', sizes);
}
