namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>What a library may take before its process is ended.</summary>
/// <param name="Time">For one question, whatever its size; 250 ns per multiply-add and 10 ns per byte of its arrays come on top.</param>
/// <param name="Bytes">Resident memory of the child, besides the arrays of a question.</param>
public sealed record ChildLimits(TimeSpan Time, long Bytes)
{
    /// <summary>10 s and 2 GiB.</summary>
    public static ChildLimits Usual { get; } = new(TimeSpan.FromSeconds(10), 2L << 30);
}
