using ReferenceConv.PropertyTests.Cases;
using ReferenceConv.PropertyTests.Signals;

namespace ReferenceConv.PropertyTests.Runs;

/// <summary>A property that draws its cases as <see cref="PropertyRun"/> says.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : FsCheck.NUnit.PropertyAttribute
{
    /// <param name="cases">How many cases to draw in a full run.</param>
    public LawAttribute(int cases = 300)
    {
        Cases = cases;
        MaxTest = PropertyRun.Replay is null ? PropertyRun.Cases(cases) : 1;
        Replay = $"{PropertyRun.Seed},1";   // FsCheck's generator wants an odd second number
        Arbitrary = [typeof(ConvolutionCases), typeof(SignalCase)];
        QuietOnSuccess = true;
    }

    public int Cases { get; }
}
