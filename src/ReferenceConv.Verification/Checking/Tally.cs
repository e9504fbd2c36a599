using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>What came of one rule for one operator over all cases.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Level">How binding it is.</param>
/// <param name="Operator">The operator.</param>
public sealed record Tally(string Rule, RuleLevel Level, ConvolutionOperator Operator)
{
    /// <summary>Cases on which the rule holds.</summary>
    public int Held { get; init; }

    /// <summary>Cases on which it is broken.</summary>
    public int Broken { get; init; }

    /// <summary>Cases about which it says nothing.</summary>
    public int NotApplicable { get; init; }

    /// <summary>Cases that the candidate said it does not do.</summary>
    public int Unsupported { get; init; }

    /// <summary>Cases, of those looked at, in which a lost product could have stayed unseen.</summary>
    public int Weak { get; init; }

    /// <summary>Results looked at.</summary>
    public long Outputs { get; init; }

    /// <summary>The greatest |error|/bound.</summary>
    public double Margin { get; init; }

    /// <summary>The change of a result that every case was sure to see.</summary>
    public double SmallestFault { get; init; }

    /// <summary>Cases looked at.</summary>
    public int Checked => Held + Broken;

    /// <summary>One more finding.</summary>
    public Tally With(Finding finding) => finding.Standing switch
    {
        Standing.NotApplicable => this with { NotApplicable = NotApplicable + 1 },
        Standing.Unsupported => this with { Unsupported = Unsupported + 1 },
        _ => this with
        {
            Held = Held + (finding.Standing == Standing.Holds ? 1 : 0),
            Broken = Broken + (finding.Standing == Standing.Broken ? 1 : 0),
            Weak = Weak + (finding.IsWeak ? 1 : 0),
            Outputs = Outputs + finding.Outputs,
            Margin = Math.Max(Margin, finding.Margin),
            SmallestFault = Math.Max(SmallestFault, finding.SmallestFault),
        },
    };
}
