namespace ReferenceConv.Cli.Images;

/// <summary>How the sums of a filter, which may be negative or beyond 255, become shades 0..255 — and that in words.</summary>
public sealed class Shades
{
    private readonly Func<double, double> shade;

    private Shades(Func<double, double> shade, string words)
    {
        this.shade = shade;
        Words = words;
    }

    /// <summary>What is shown, for example <c>values -412..380 shown as 128 + 127·v/412, so that 0 → 128</c>.</summary>
    public string Words { get; }

    /// <summary>Chooses by a word and by the values.</summary>
    /// <param name="scale">
    /// <c>none</c>: values as they are, cut off at 0 and 255. <c>abs</c>: magnitudes, the greatest at 255 if it is beyond.
    /// <c>auto</c>: as they are if they fit or the kernel keeps brightness; else with 0 at 128 if a value is negative;
    /// else with the greatest at 255.
    /// </param>
    /// <param name="values">Every value of every channel: colours share one scale.</param>
    /// <param name="weightSum">Σw: a constant image v becomes v·Σw.</param>
    /// <exception cref="ArgumentException">The word is none of the three.</exception>
    public static Shades Choose(string scale, IReadOnlyList<double[]> values, double weightSum)
    {
        double least = values.Min(channel => channel.Min()), greatest = values.Max(channel => channel.Max());
        double magnitude = Math.Max(Math.Abs(least), Math.Abs(greatest));

        // No shade of a constant image moves by half a step or more.
        bool keepsBrightness = Math.Abs(weightSum - 1) * 255 < 0.5;
        bool inside = least > -0.5 && greatest < 255.5;

        return scale switch
        {
            "none" => AsTheyAre(),
            "auto" when inside || keepsBrightness => AsTheyAre(),
            "auto" when least < 0 => new(v => 128 + v / magnitude * 127, $"{Range()} shown as 128 + 127·v/{magnitude:G6}, so that 0 → 128"),
            "auto" => new(v => v / magnitude * 255, $"{Range()} shown as 255·v/{magnitude:G6}"),
            "abs" when magnitude < 255.5 => new(Math.Abs, $"{Range()} shown as |v|"),
            "abs" => new(v => Math.Abs(v) / magnitude * 255, $"{Range()} shown as 255·|v|/{magnitude:G6}"),
            _ => throw new ArgumentException($"scale must be auto, none or abs, was '{scale}'"),
        };

        string Range() => $"values {least:G6}..{greatest:G6}";

        Shades AsTheyAre()
        {
            long below = values.Sum(channel => channel.LongCount(v => v <= -0.5)), above =
                values.Sum(channel => channel.LongCount(v => v >= 255.5));
            string cut = inside ? "" : $", cut off: {below} below 0, {above} above 255";
            return new(v => v, $"{Range()} shown as they are{cut}");
        }
    }

    /// <summary>The shade of every value, rounded to the nearest, channel after channel.</summary>
    public byte[] Of(IReadOnlyList<double[]> values)
    {
        var shades = new byte[values.Sum(channel => channel.Length)];
        int s = 0;
        foreach (double[] channel in values)
            foreach (double value in channel)
                shades[s++] = (byte)Math.Clamp(Math.Round(shade(value)), 0, 255);

        return shades;
    }
}
