using System.CommandLine.Parsing;

namespace ReferenceConv.Cli;

/// <summary>Whole numbers on the command line, refused by name, value and range.</summary>
internal static class NumberOption
{
    /// <summary>Reads a number of a range.</summary>
    public static Func<ArgumentResult, int> Within(string name, int least, int most) => result =>
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, out int number) && number >= least && number <= most)
            return number;
        result.AddError($"{name} must be a whole number in {least}..{most}, was '{text}'");
        return least;
    };

    /// <summary>Reads a seed.</summary>
    public static ulong Seed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (ulong.TryParse(text, out ulong seed))
            return seed;
        result.AddError($"seed must be a whole number in 0..2⁶⁴−1, was '{text}'");
        return 0;
    }
}
