using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.Cli.Verify;

/// <summary>One small case: every operator with every fill, and every law.</summary>
internal static class VerifyReplay
{
    /// <summary>Runs and prints.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(Terminal terminal, IConvolution<float> candidate, ImmutableArray<Law> laws, ConvolutionCase instance)
    {
        terminal.Line($"{instance}");
        var faults = new List<string>();
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
            foreach (Fill fill in Enum.GetValues<Fill>())
                if (Fault(candidate, instance, new Kind(op, fill)) is { } fault)
                    faults.Add($"{op.Name()}, {Words.Of(fill)}: {fault}");
        foreach (Law law in laws)
            if (Counterexample.Of(law.Check, () => instance) is { } broken)
                faults.Add($"law '{law.Name}': {broken.Fault}");

        foreach (string fault in faults)
            terminal.Fault(fault);
        terminal.Line($"3 operators × 3 fills, {Words.Count(laws.Length, "law")}: {faults.Count} broken.");
        return faults.Count == 0 ? Program.Holds : Program.Differs;
    }

    /// <summary>What is wrong with an operator of a case, or null.</summary>
    public static string? Fault(IConvolution<float> candidate, ConvolutionCase instance, Kind kind) =>
        Comparison.Of(candidate, instance.Geometry, kind.Operator, kind.Fill, (ulong)instance.Seed, instance.HasBias)
            .Fault(instance.Geometry, kind.Operator);
}
