namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>Against which guard an array lies.</summary>
[Flags]
internal enum Flush
{
    /// <summary>It ends where a page without access begins.</summary>
    Right = 1,

    /// <summary>It begins where a page without access ends.</summary>
    Left = 2,

    /// <summary>Two calls, one of either kind.</summary>
    Both = Right | Left,
}
