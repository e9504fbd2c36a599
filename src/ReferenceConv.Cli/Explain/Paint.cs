using System.Text.RegularExpressions;
using Spectre.Console;

namespace ReferenceConv.Cli.Explain;

/// <summary>Colour for a terminal: headings and the taps of a window. The text stays the same to the letter.</summary>
internal static partial class Paint
{
    /// <summary>Writes the lines to the terminal.</summary>
    public static void Write(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            string text = Markup.Escape(line);
            bool isHeading = line.Length > 0 && line[0] != ' ';
            AnsiConsole.Console.Profile.Width = Math.Max(AnsiConsole.Console.Profile.Width, line.Length + 1);
            AnsiConsole.MarkupLine(isHeading ? Heading().Replace(text, "[bold]$0[/]", 1) : Taps().Replace(text, "[yellow]$0[/]"));
        }
    }

    [GeneratedRegex(@"^\S+")]
    private static partial Regex Heading();

    [GeneratedRegex("■")]
    private static partial Regex Taps();
}
