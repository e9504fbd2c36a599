namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>Where canaries of a result were overwritten.</summary>
internal enum Touched
{
    /// <summary>Nowhere.</summary>
    Nothing,

    /// <summary>Between the page's begin and the array.</summary>
    Before,

    /// <summary>Between the array and the page's end.</summary>
    Behind,
}
