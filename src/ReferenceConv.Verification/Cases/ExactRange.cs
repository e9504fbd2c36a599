using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>
/// The exactness rule. Sums of integers are exact in floating point, in any order, with or without fused operations, as long as the sum of
/// the magnitudes of the products stays ≤ 2^p with p the bits of the significand (24 for float, 53 for double). With at most L products in
/// a result and operands within ±a and ±b that sum is ≤ L·a·b, so the widest odd a and b with L·a·b ≤ 2^p are taken; equality is then
/// demanded to the last bit.
/// </summary>
/// <param name="First">Greatest magnitude in the first operand (x, w, x for forward, data gradient, weight gradient).</param>
/// <param name="Second">Greatest magnitude in the second operand (w, dy, dy).</param>
public readonly record struct ExactRange(long First, long Second)
{
    private const long WidestStructure = 31;

    /// <summary>
    /// The widest provably exact fill. Null if not even ±1 is provable, or if a precision fill would not be wider than the significand of
    /// the next shorter format (11 bits of half and TF32 below float, 24 of float below double): it could not see that shortcut, and is not
    /// silently weakened.
    /// </summary>
    /// <param name="fill">Which operand is to be wide.</param>
    /// <param name="terms">L: the most products in one result, the bias counted as one; see <see cref="MostTerms"/>.</param>
    /// <param name="significandBits">p: 24 for float, 53 for double.</param>
    public static ExactRange? Widest(Fill fill, long terms, int significandBits)
    {
        long room = (1L << significandBits) / Math.Max(terms, 1);
        if (room < 1)
            return null;

        if (fill == Fill.Structure)
        {
            long range = WidestStructure;
            while (range * range > room)
                range -= 2;
            return new ExactRange(range, range);
        }

        long wide = room % 2 == 1 ? room : room - 1;
        int shorterBits = significandBits > 24 ? 24 : 11;
        if (wide < 1L << shorterBits)
            return null;

        return fill == Fill.PrecisionOfFirst ? new ExactRange(wide, 1) : new ExactRange(1, wide);
    }

    /// <summary>The most products that meet in one result of an operator.</summary>
    public static long MostTerms(ConvolutionGeometry geometry, ConvolutionOperator op) => op switch
    {
        ConvolutionOperator.Forward => (long)geometry.GroupInChannels * geometry.Relation.Taps + 1,
        ConvolutionOperator.DataGradient => (long)geometry.GroupOutChannels * MostMeetings(geometry.Relation),
        ConvolutionOperator.WeightGradient or ConvolutionOperator.BiasGradient => (long)geometry.Batch * geometry.Relation.Outputs,   // a tap meets at most one input in a window
        ConvolutionOperator.MaxPooling => 1,   // chosen, not summed
        ConvolutionOperator.AveragePooling => geometry.Relation.Taps,
        _ => MostMeetings(geometry.Relation),
    };

    /// <summary>The most pairs (o, r) that any input takes part in.</summary>
    private static int MostMeetings(Relation relation)
    {
        var meetings = new int[Math.Max(relation.Inputs, 1)];
        foreach (Window window in relation.Windows)
            foreach (Pair pair in window.Pairs)
                meetings[pair.Input]++;
        return meetings.Max();
    }
}
