namespace ReferenceConv.Verification.Schedules;

/// <summary>How the channels of a special path are grouped.</summary>
internal enum PathKind
{
    /// <summary>One group, or any number where the path is varied.</summary>
    Dense,

    /// <summary>Several groups.</summary>
    Grouped,

    /// <summary>One channel in and out of each group.</summary>
    Depthwise,

    /// <summary>One channel in and several out of each group.</summary>
    Multiplied,
}
