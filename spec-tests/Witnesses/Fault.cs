namespace ReferenceConv.SpecTests.Witnesses;

/// <summary>One line of the library, and the same line gone wrong.</summary>
/// <param name="Name">What is wrong, for example "the begin padding is added".</param>
/// <param name="File">Path below src/ReferenceConv, its first folder is the room.</param>
/// <param name="Right">The text as it stands, exactly once, in that file.</param>
/// <param name="Wrong">The text planted in its place.</param>
internal sealed record Fault(string Name, string File, string Right, string Wrong)
{
    /// <summary>Geometry, Operators, Fast or Formulas.</summary>
    public string Room => File[..File.IndexOf('/')];

    /// <summary>The source with the fault in it.</summary>
    /// <exception cref="InvalidOperationException">The right text does not stand in the source exactly once.</exception>
    public string PlantIn(string source)
    {
        int first = source.IndexOf(Right, StringComparison.Ordinal);
        if (first < 0 || source.IndexOf(Right, first + 1, StringComparison.Ordinal) >= 0)
            throw new InvalidOperationException($"{File} must contain '{Right}' exactly once");
        return source.Replace(Right, Wrong, StringComparison.Ordinal);
    }
}
