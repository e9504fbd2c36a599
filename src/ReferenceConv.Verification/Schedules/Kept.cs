namespace ReferenceConv.Verification.Schedules;

/// <summary>Sizes that a case was drawn for, and that do not give way where it would take too long.</summary>
[Flags]
internal enum Kept
{
    /// <summary>None.</summary>
    Nothing = 0,

    /// <summary>Images.</summary>
    Batch = 1,

    /// <summary>Groups.</summary>
    Groups = 2,

    /// <summary>Input channels of a group.</summary>
    InChannels = 4,

    /// <summary>Output channels of a group.</summary>
    OutChannels = 8,

    /// <summary>The size of the last axis, and those that are equal to it.</summary>
    Size = 16,

    /// <summary>The sizes of all axes.</summary>
    Sizes = 32,
}
