namespace ReferenceConv.Cli.Explain;

/// <summary>The letters of the three places of the relation: what stands at an input i, at a tap r and at an output o.</summary>
/// <param name="AtInput">x, or dx where it is the gradient that is asked for.</param>
/// <param name="AtTap">w, or dw.</param>
/// <param name="AtOutput">y, or dy where the gradient comes in.</param>
internal sealed record Letters(string AtInput, string AtTap, string AtOutput)
{
    /// <summary>
    /// The letters of an operation, given those of input, kernel and output: a transposed convolution reads its input where the relation
    /// has its outputs.
    /// </summary>
    public static Letters Of(Operation operation, string x, string w, string y) => operation switch
    {
        Operation.DataGradient or Operation.MaxPoolingGradient or Operation.AveragePoolingGradient => new($"d{x}", w, $"d{y}"),
        Operation.WeightGradient => new(x, $"d{w}", $"d{y}"),
        Operation.BiasGradient => new(x, w, $"d{y}"),
        Operation.Transposed => new(y, w, x),
        Operation.Im2Col or Operation.Col2Im => new(x, "r", "column"),
        _ => new(x, w, y),
    };

    /// <summary>Reads <c>I,K</c> or <c>I,K,S</c>: input, kernel, output.</summary>
    /// <exception cref="ArgumentException">
    /// There are not two or three names, one is no letter-and-digits word, or two are the same.
    /// </exception>
    public static Letters Parse(Operation operation, string text)
    {
        string[] names = text.Split(',');
        if (names.Length is < 2 or > 3 || !names.All(IsName))
            throw new ArgumentException(
                $"names must be input,kernel or input,kernel,output in letters and digits, such as I,K; was '{text}'");

        string output = names.Length == 3 ? names[2] : "y";
        if (names[0] == names[1] || names[0] == output || names[1] == output)
            throw new ArgumentException($"names must differ, were {names[0]}, {names[1]}, {output}");
        return Of(operation, names[0], names[1], output);
    }

    private static bool IsName(string name) => name.Length is >= 1 and <= 8 && char.IsLetter(name[0]) && name.All(char.IsLetterOrDigit);
}
