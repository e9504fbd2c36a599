namespace ReferenceConv.Verification.Judging;

/// <summary>Whether a result is further from what it must be than is legal.</summary>
public static class Deviation
{
    /// <summary>
    /// Equal means IEEE equal or both NaN; a signed zero is never a fault, because a legal accumulator may start from 0·(−3) = −0.
    /// Otherwise both must be finite and no further apart than is legal.
    /// </summary>
    public static bool IsWrong(double expected, double actual, double tolerance) =>
        expected != actual
        && !(double.IsNaN(expected) && double.IsNaN(actual))
        && !(Math.Abs(expected - actual) <= tolerance && double.IsFinite(expected));
}
