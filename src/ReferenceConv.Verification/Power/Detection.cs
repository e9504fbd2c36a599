namespace ReferenceConv.Verification.Power;

/// <summary>What one judge made of one exhibit.</summary>
/// <param name="CaseNumber">The case that convicted it, counted from 1; null if none did.</param>
/// <param name="By">The rule that was broken; null if none was.</param>
/// <param name="LargestExtent">The largest size in the smallest case; 0 where nothing was shrunk.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record Detection(int? CaseNumber, string? By, int LargestExtent, double Seconds)
{
    /// <summary>Whether the exhibit was found wrong.</summary>
    public bool IsCaught => CaseNumber is not null;
}
