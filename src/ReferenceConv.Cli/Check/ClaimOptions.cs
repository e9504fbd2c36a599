using System.CommandLine;

namespace ReferenceConv.Cli.Check;

/// <summary>The options that say how a candidate computes; <see cref="Claims.Parse"/> reads their words.</summary>
internal static class ClaimOptions
{
    /// <summary>Any claims.</summary>
    public static Option<string?> Words() =>
        new("--claims") { HelpName = "WORDS", Description = "Claims in the words of refconv.h, such as forward:class=wide." };

    /// <summary>The class.</summary>
    public static Option<string?> Exactness() =>
        new("--class") { HelpName = "CLASS", Description = "How it rounds: direct, wide, reduced:BITS, transforming:FACTOR." };

    /// <summary>Forward and weight gradient.</summary>
    public static Option<string?> Padding() =>
        new("--padding") { HelpName = "HOW", Description = "Where NaN and ∞ meet it: skipped, multiplied or either." };

    /// <summary>The data gradient.</summary>
    public static Option<string?> GradientPadding() =>
        new("--gradient-padding") { HelpName = "HOW", Description = "The same, for the data gradient." };

    /// <summary>Subnormal numbers.</summary>
    public static Option<string?> Subnormals() =>
        new("--subnormals") { HelpName = "HOW", Description = "Subnormal numbers: kept or flushed." };
}
