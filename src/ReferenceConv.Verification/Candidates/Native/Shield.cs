namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>How an array is protected during a call.</summary>
/// <param name="Before">The pages before it.</param>
/// <param name="Behind">The pages behind it.</param>
/// <param name="IsSealed">Whether a write to the array itself ends the process.</param>
internal readonly record struct Shield(GuardAccess Before, GuardAccess Behind, bool IsSealed)
{
    public const int Size = 3;   // bytes in a question

    /// <summary>Nothing is protected.</summary>
    public static Shield Open { get; } = new(GuardAccess.Everything, GuardAccess.Everything, IsSealed: false);

    /// <summary>What a result is allowed.</summary>
    public static Shield Result { get; } = new(GuardAccess.Nothing, GuardAccess.Nothing, IsSealed: false);

    /// <summary>What an input is allowed.</summary>
    public static Shield Input { get; } = new(GuardAccess.Nothing, GuardAccess.Nothing, IsSealed: true);
}
