namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>What may be done in the pages beside an array.</summary>
internal enum GuardAccess : byte
{
    /// <summary>Nothing: a read or write ends the process.</summary>
    Nothing,

    /// <summary>Reading: a write ends the process.</summary>
    Reading,

    /// <summary>Everything.</summary>
    Everything,
}
