using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Rules;

/// <summary>The numbers behind a broken rule.</summary>
/// <param name="Operands">What went in.</param>
/// <param name="Expected">What should have come out.</param>
/// <param name="Actual">What came out.</param>
/// <param name="Tolerance">The legal error of each result; null where results must be equal.</param>
/// <param name="First">Flat index of the first wrong result; of the one with the greatest error where none is wrong by itself.</param>
/// <param name="Wrong">How many results are wrong; 0 where every error is legal, and only all together are not.</param>
public sealed record Evidence(Operands<double> Operands, double[] Expected, double[] Actual, double[]? Tolerance, int First, int Wrong)
{
    /// <summary>Whether a result is wrong: not both NaN, not equal, and further apart than is legal.</summary>
    public bool IsWrong(int e) => Judging.Deviation.IsWrong(Expected[e], Actual[e], Tolerance?[e] ?? 0);
}
