using System.CommandLine;
using System.CommandLine.Parsing;
using ReferenceConv.Cli.Images;
using ReferenceConv.Geometry;

namespace ReferenceConv.Cli;

/// <summary>
/// <c>refconv filter</c>: a photograph through a kernel of the lectures, or any other, to a picture a person can look at.
/// </summary>
public static class FilterVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var picture = new Argument<string>("picture") { Description = "PNG, PGM or PPM, grey or colour; colours are filtered each alone." };
        var kernel = new Option<string>("--kernel", "-k")
        {
            Description = $"A file with a line of numbers for each row, or a name:\n{Kernel.Names}",
            HelpName = "name|file",
            Required = true,
        };
        var output = new Option<string>("--output", "-o") { Description = "The PNG to write.", HelpName = "file.png", Required = true };
        Option<string> border = Word("--border", "extended", "What stands beyond the picture: zeros, extended, cyclic or reflected.");
        Option<string> padding = Word("--padding", "same", "same, same-upper, same-lower, half, valid, full, a number, or begin,end.");
        Option<string> scale =
            Word("--scale", "auto", "auto (negative values around 128), none (cut off at 0 and 255) or abs (magnitudes).");
        var stride = new Option<int>(
            "--stride")
        { Description = "Distance between windows, on both axes.", DefaultValueFactory = _ => 1, CustomParser = Integer };
        var grey = new Option<bool>("--grey") { Description = "Turn a colour picture grey first." };

        var verb = new Command("filter", "A photograph through a kernel: PNG, PGM or PPM in, PNG out.")
        {
            picture, kernel, output, border, padding, stride, scale, grey,
        };
        verb.SetAction(parsed => Run(
            parsed.InvocationConfiguration.Output,
            parsed.GetRequiredValue(picture),
            parsed.GetRequiredValue(kernel),
            parsed.GetRequiredValue(output),
            (size, taps) => new Axis(
                size,
                taps,
                parsed.GetValue(stride),
                padding: Padding.Parse(parsed.GetRequiredValue(padding)),
                border: BorderWord.Parse(parsed.GetRequiredValue(border))),
            parsed.GetRequiredValue(scale),
            parsed.GetValue(grey)));
        return verb;
    }

    private static int Run(
        TextWriter say, string input, string kernelName, string output, Func<int, int, Axis> axis, string scale, bool grey)
    {
        bool isNamed = Path.GetFileNameWithoutExtension(output).Length > 0;
        if (!isNamed || !output.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"output must be a file named …png, was '{output}'");

        double[,] kernel = Named(kernelName, Kernel.Find);
        Picture read = Named(input, PictureFile.Read);
        Picture picture = grey ? read.ToGrey() : read;
        double weightSum = kernel.Cast<double>().Sum();
        Axis[] axes = [axis(picture.Height, kernel.GetLength(0)), axis(picture.Width, kernel.GetLength(1))];
        double[][] sums = Filter.Apply(picture, kernel, axes);
        Shades shades = Shades.Choose(scale, sums, weightSum);
        var filtered = new Picture(picture.Channels, axes[0].Output, axes[1].Output, shades.Of(sums));
        PictureFile.Write(output, filtered);

        // Nothing is said before nothing can be refused any more.
        string size = $"{kernel.GetLength(0)} × {kernel.GetLength(1)}";
        say.WriteLine($"{input}: {Describe(read)}{(read.AlphaDropped ? ", transparency dropped" : "")}{(grey ? ", made grey" : "")}");
        say.WriteLine($"kernel {kernelName}: {size}, weights sum to {Math.Round(weightSum, 6) + 0.0}, not flipped");
        say.WriteLine($"rows {axes[0]}, columns {axes[1]}");
        say.WriteLine(shades.Words);
        say.WriteLine($"{output}: {Describe(filtered)}");
        return 0;
    }

    private static int Integer(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, out int number))
            return number;
        result.AddError($"--stride must be a 32-bit integer, was '{text}'");
        return 0;
    }

    /// <summary>What is wrong with a file is said with the file's name.</summary>
    private static T Named<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    private static string Describe(Picture picture) => $"{picture.Height} × {picture.Width}, {(picture.Channels == 1 ? "grey" : "colour")}";

    private static Option<string> Word(string name, string usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "word" };
}
