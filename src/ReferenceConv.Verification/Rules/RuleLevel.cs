namespace ReferenceConv.Verification.Rules;

/// <summary>How binding a rule is.</summary>
public enum RuleLevel
{
    /// <summary>A candidate that breaks it is wrong.</summary>
    Must,

    /// <summary>A candidate may do otherwise; it is reported.</summary>
    May,

    /// <summary>Known to matter, and not looked at.</summary>
    Untested,
}
