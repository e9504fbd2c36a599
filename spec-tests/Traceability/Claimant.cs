namespace ReferenceConv.SpecTests.Traceability;

/// <summary>What a labelled member is.</summary>
internal enum Claimant
{
    /// <summary>A member of the library: it computes the entry.</summary>
    Code,

    /// <summary>A test that runs: it checks the entry.</summary>
    Test,

    /// <summary>Something in the test assembly that does not run as a test: it shows nothing.</summary>
    Neither,
}
