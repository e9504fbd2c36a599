using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Power;

/// <summary>How another harness judges a float result: which numbers it asks with, and which error it accepts.</summary>
/// <param name="Name">The harness.</param>
/// <param name="Numbers">What it draws, in words.</param>
/// <param name="Accepts">What it accepts, in words.</param>
/// <param name="Draw">Element <c>index</c> of array <c>input</c> of a case.</param>
/// <param name="IsAccepted">Whether a result passes.</param>
/// <remarks>The reference is computed in double for all of them, which flatters those that sum theirs in float.</remarks>
public sealed record Policy(
    string Name,
    string Numbers,
    string Accepts,
    Func<OperatorCase, int, int, float> Draw,
    Func<PolicyEvidence, bool> IsAccepted);
