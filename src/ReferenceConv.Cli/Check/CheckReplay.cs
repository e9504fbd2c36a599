using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Cli.Check;

/// <summary>One rule on one case, as a token spells them.</summary>
internal static class CheckReplay
{
    /// <summary>Runs and prints.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="ArgumentException">The text is no token, or the candidate does not do what it asks.</exception>
    public static int Run(Terminal terminal, CandidateByType candidate, string text, string command)
    {
        var token = ReplayToken.Parse(text);
        return token.NumberType == NumberFormat<float>.Name
            ? Run(terminal, candidate.Single, token, command)
            : Run(terminal, candidate.Double, token, command);
    }

    private static int Run<T>(Terminal terminal, ICandidate<T>? candidate, ReplayToken token, string command)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (candidate is null)
            throw new ArgumentException($"the candidate must do the token's number type, {token.NumberType}, and does not");
        if (candidate.Capabilities.Lacks(token.Case.Geometry, token.Case.Operator, token.Case.Flag) is { } lack)
            throw new ArgumentException($"the candidate must claim what the token's case needs, and does not claim: {lack}");

        Rule<T> rule = RuleBook<T>.All.Single(rule => rule.Name == token.Rule);
        Finding finding = rule.Check(candidate, token.Case);
        if (finding.Standing != Standing.Broken)
        {
            terminal.Line($"'{rule.Name}' {Said(finding.Standing)}: {token.Case}");
            return Program.Holds;
        }

        var broken = new Break(rule.Name, rule.LevelOf(finding), rule.Hint, CaseNumber: 1, token.Case, token.Case, finding, IsRepeatable: true);
        CheckReport.Tell(terminal, broken, token.NumberType, command, withTest: true);
        return broken.Level == RuleLevel.Must ? Program.Differs : Program.Holds;
    }

    private static string Said(Standing standing) => standing switch
    {
        Standing.Holds => "holds",
        Standing.Unsupported => "was not asked, as the candidate does not support the geometry",
        _ => "says nothing about this case",
    };
}
