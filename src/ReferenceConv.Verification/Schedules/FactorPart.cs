namespace ReferenceConv.Verification.Schedules;

/// <summary>
/// What a factor looks at. Decisions about different parts of a case are free of each other, so any two levels that belong to different
/// parts can meet.
/// </summary>
public enum FactorPart
{
    /// <summary>Rank, batch, bias, and whether the axes have one border or several.</summary>
    Frame,

    /// <summary>Groups and channels.</summary>
    Channels,

    /// <summary>A single axis: a case has as many levels of such a factor as its axes have, and two of them meet on one axis.</summary>
    Axis,
}
