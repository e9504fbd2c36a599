using System.Globalization;
using NUnit.Framework;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.PropertyTests.Runs;

/// <summary>
/// What this run of the properties looks at. Three environment variables steer it:
/// <c>REFCONV_MAX_TEST</c> is the percentage of cases to draw (100 if not set), <c>REFCONV_SEED</c> the seed, <c>REFCONV_REPLAY</c> the
/// token of the one case that every law is to be asked.
/// </summary>
internal static class PropertyRun
{
    private const ulong SeedInCI = 1;

    /// <summary>Where the drawing of every property starts: given, fixed in CI, otherwise new in every run.</summary>
    public static ulong Seed { get; } =
        Variable("REFCONV_SEED") is { } seed ? ulong.Parse(seed, CultureInfo.InvariantCulture)
        : Variable("CI") == "true" ? SeedInCI
        : (ulong)Random.Shared.NextInt64();

    /// <summary>The one case to look at, or null.</summary>
    public static ConvolutionCase? Replay { get; } = Variable("REFCONV_REPLAY") is { } token ? ConvolutionCase.Parse(token) : null;

    private static int Percentage { get; } = int.Parse(Variable("REFCONV_MAX_TEST") ?? "100", CultureInfo.InvariantCulture);

    /// <summary>How many cases to draw where a property asks for this many: at least one.</summary>
    public static int Cases(int asked) => Math.Max(asked * Percentage / 100, 1);

    /// <summary>How to see a failure again.</summary>
    public static string HowToReplay(ConvolutionCase instance) =>
        $"REFCONV_REPLAY={instance.Token} dotnet test -c Release property-tests --filter {TestContext.CurrentContext.Test.MethodName}";

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
