using FsCheck;
using FsCheck.Fluent;
using ReferenceConv.PropertyTests.Runs;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.PropertyTests.Cases;

/// <summary>Every list of bytes is a case: generating never filters, and a simpler list is a simpler case.</summary>
public static class ConvolutionCases
{
    public static Arbitrary<ConvolutionCase> Cases() =>
        PropertyRun.Replay is { } instance
            ? Arb.From(Gen.Constant(instance))
            : Arb.From(
                Gen.Choose(0, 255).ArrayOf(31).Select(
                    static choices => ConvolutionCase.From(Array.ConvertAll(choices, static choice => (byte)choice))),
                static instance => instance.Simpler());
}
