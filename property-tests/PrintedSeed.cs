using NUnit.Framework;
using ReferenceConv.PropertyTests.Runs;

namespace ReferenceConv.PropertyTests;

/// <summary>Runs once before all properties of this namespace and those below.</summary>
[SetUpFixture]
public sealed class PrintedSeed
{
    [OneTimeSetUp]
    public void Print() =>
        TestContext.Progress.WriteLine(PropertyRun.Replay is { } instance
            ? $"properties: only {instance}"
            : $"properties: REFCONV_SEED={PropertyRun.Seed}");
}
