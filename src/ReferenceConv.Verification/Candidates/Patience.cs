using System.Globalization;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates;

/// <summary>
/// How long to wait for an answer: at full length until an operator has once let that pass, then briefly, because whoever hangs on one path
/// is asked down that path by every rule. Briefly is a tenth, but never less than half a second, which a machine with other things to do
/// may take over nothing, and never less than 20 times what the slowest answer in time would have needed for this size: then a call that
/// is only slow is not taken for one that hangs.
/// </summary>
public sealed class Patience
{
    private const double BriefPart = 0.1;
    private const double Slower = 20;
    private const double SecondsPerMultiplyAdd = 250e-9;   // a naive loop needs 1 to 50 ns, and the machine may be busy
    private const double SecondsPerByte = 10e-9;
    private const double SecondsPerCall = 0.05;   // so that a hiccup in a tiny call says little about large ones

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);

    private readonly Dictionary<ConvolutionOperator, double> slowest = [];   // seconds taken for each second of Size and SecondsPerCall
    private readonly Dictionary<ConvolutionOperator, TimeSpan> passed = [];

    /// <summary>Seconds that a call may well take for its size.</summary>
    public static double Size(double multiplyAdds, double bytes) => (multiplyAdds * SecondsPerMultiplyAdd) + (bytes * SecondsPerByte);

    /// <summary>For the next answer.</summary>
    /// <param name="op">What is asked.</param>
    /// <param name="full">The length of the first wait.</param>
    /// <param name="size">As <see cref="Size"/> counts it.</param>
    public TimeSpan For(ConvolutionOperator op, TimeSpan full, double size)
    {
        if (!passed.ContainsKey(op))
            return full;
        double expected = slowest.GetValueOrDefault(op) * (size + SecondsPerCall);
        double brief = Math.Max(Shortest.TotalSeconds, Math.Max(BriefPart * full.TotalSeconds, Slower * expected));
        return TimeSpan.FromSeconds(Math.Min(full.TotalSeconds, brief));
    }

    /// <summary>An answer came.</summary>
    public void Answered(ConvolutionOperator op, TimeSpan taken, double size) =>
        slowest[op] = Math.Max(slowest.GetValueOrDefault(op), taken.TotalSeconds / (size + SecondsPerCall));

    /// <summary>No answer came in time.</summary>
    /// <returns>What to say of it beside how long was waited.</returns>
    public string Passed(ConvolutionOperator op, TimeSpan waited)
    {
        if (passed.TryAdd(op, waited))
            return "";
        string earlier = passed[op].TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
        return $"; waited for only briefly, as an earlier call did not return within {earlier} s";
    }
}
