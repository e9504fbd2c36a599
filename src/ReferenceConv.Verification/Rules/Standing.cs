namespace ReferenceConv.Verification.Rules;

/// <summary>What came of a rule on one case.</summary>
public enum Standing
{
    /// <summary>The rule holds.</summary>
    Holds,

    /// <summary>The rule is broken.</summary>
    Broken,

    /// <summary>The rule says nothing about this case, or could not see anything in it.</summary>
    NotApplicable,

    /// <summary>The candidate says that it does not do this geometry.</summary>
    Unsupported,
}
