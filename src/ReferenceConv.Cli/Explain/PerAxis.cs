namespace ReferenceConv.Cli.Explain;

/// <summary>Values given axis by axis: <c>5x4</c>, <c>1,2x0,1</c>; a single value stands for every axis.</summary>
internal static class PerAxis
{
    /// <summary>One text per axis.</summary>
    /// <exception cref="ArgumentException">There is neither one value nor one per axis.</exception>
    public static string[] Split(string option, string text, int axes)
    {
        string[] values = text.Split('x', '×');
        if (values.Length == 1)
            return [.. Enumerable.Repeat(values[0], axes)];
        if (values.Length != axes)
            throw new ArgumentException(
                $"{option} must have 1 value or one for each of the {axes} axes of --input, had {values.Length}: '{text}'");
        return values;
    }

    /// <summary>One integer per axis.</summary>
    /// <exception cref="ArgumentException">A value is no integer, or there is neither one nor one per axis.</exception>
    public static int[] Integers(string option, string text, int axes) =>
        [.. Split(option, text, axes).Select(value => Integer(option, value, "5 or 5x4"))];

    /// <summary>An integer that fits; its range is checked by who knows it.</summary>
    /// <exception cref="ArgumentException">The text is no integer of 32 bits.</exception>
    public static int Integer(string option, string text, string example) =>
        int.TryParse(text, out int value)
            ? value
            : throw new ArgumentException($"{option} must be made of 32-bit integers, such as {example}; had '{text}'");
}
