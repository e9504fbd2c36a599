namespace ReferenceConv.Cli.Explain;

/// <summary>What the axes are called, the slowest first.</summary>
internal static class AxisNames
{
    /// <summary>The names of one to three axes; a single one needs none.</summary>
    public static string[] Of(int axes) => axes switch { 1 => [""], 2 => ["rows", "columns"], _ => ["depth", "rows", "columns"] };
}
