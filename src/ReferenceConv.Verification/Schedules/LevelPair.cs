namespace ReferenceConv.Verification.Schedules;

/// <summary>Levels of two factors that a case has both, on one axis where both are factors of axes.</summary>
/// <param name="First">A factor.</param>
/// <param name="FirstLevel">Index of its level.</param>
/// <param name="Second">A later factor of <see cref="CaseFactors.All"/>.</param>
/// <param name="SecondLevel">Index of its level.</param>
public sealed record LevelPair(CaseFactor First, int FirstLevel, CaseFactor Second, int SecondLevel)
{
    /// <summary>For example <c>kernel one × dilation above 1</c>.</summary>
    public override string ToString() => $"{First.Name} {First.Levels[FirstLevel]} × {Second.Name} {Second.Levels[SecondLevel]}";
}
