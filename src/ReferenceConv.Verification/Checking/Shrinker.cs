using System.Diagnostics;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Checking;

/// <summary>
/// Makes a broken case as small as it gets: first its geometry, decision by decision, then its numbers, element by element.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Shrinker<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostNumbers = 500;   // beyond them nobody looks at the arrays

    private readonly Rule<T> rule;
    private readonly ICandidate<T> candidate;
    private readonly TimeSpan time;
    private readonly Stopwatch watch = Stopwatch.StartNew();

    private Shrinker(Rule<T> rule, ICandidate<T> candidate, TimeSpan time) =>
        (this.rule, this.candidate, this.time) = (rule, candidate, time);

    /// <summary>The smallest case that breaks the rule in the same way, and what is wrong in it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="candidate">Who is asked, often.</param>
    /// <param name="found">A case that broke the rule.</param>
    /// <param name="finding">What was wrong in it.</param>
    /// <param name="time">The longest the search may take; whatever is smallest then is returned.</param>
    /// <returns>The case and finding that were given, and false, if the case does not break when asked again by itself.</returns>
    public static (OperatorCase Smallest, Finding Finding, bool IsRepeatable) Smallest(
        Rule<T> rule,
        ICandidate<T> candidate,
        OperatorCase found,
        Finding finding,
        TimeSpan time)
    {
        var shrinker = new Shrinker<T>(rule, candidate, time);
        if (shrinker.Broken(found, finding) is not { } again)
            return (found, finding, false);

        (OperatorCase, Finding) smallest = shrinker.Descend((found, again), Geometries);
        smallest = shrinker.Descend(smallest, Numbers);
        return (smallest.Item1, smallest.Item2, true);
    }

    /// <summary>What is wrong with a case if it breaks the rule in the same way, or null.</summary>
    public static Finding? SameBreak(Rule<T> rule, ICandidate<T> candidate, OperatorCase instance, Finding finding) =>
        new Shrinker<T>(rule, candidate, TimeSpan.Zero).Broken(instance, finding);

    /// <summary>
    /// Simpler geometries; none without any input if this one has some: what breaks there is another fault, and shows nothing.
    /// </summary>
    private static IEnumerable<OperatorCase> Geometries(OperatorCase instance)
    {
        if (instance.Origin is not { } origin)
            yield break;
        foreach (ConvolutionCase simpler in origin.Simpler())
            if (OperatorCase.Of(simpler, instance.Operator) is { } smaller
                && (smaller.Geometry.InputLength > 0 || instance.Geometry.InputLength == 0))
                yield return smaller;
    }

    /// <summary>Only rules that ask once with drawn numbers know masks.</summary>
    private static IEnumerable<OperatorCase> Numbers(OperatorCase instance)
    {
        int elements = Signature.Of(instance.Geometry, instance.Operator, instance.Flag).Inputs.Sum(static input => input.Length);
        return elements > MostNumbers ? [] : (instance.Mask ?? DataMask.Keep(elements)).Simpler().Select(instance.WithMask);
    }

    /// <summary>
    /// Takes any simpler case that is broken too, going round the simplifications until none of them helps or the time is over; after a
    /// success the round goes on where it is, because what did not help before seldom helps right after.
    /// </summary>
    private (OperatorCase, Finding) Descend(
        (OperatorCase Instance, Finding Finding) found, Func<OperatorCase, IEnumerable<OperatorCase>> simpler)
    {
        if (simpler == Numbers && rule is not DataRule<T>)
            return found;

        OperatorCase[] smaller = [.. simpler(found.Instance)];
        int next = 0;
        for (int failures = 0; failures < smaller.Length && watch.Elapsed < time; next++)
            if (Broken(smaller[next % smaller.Length], found.Finding) is { } finding)
            {
                found = (smaller[next % smaller.Length], finding);
                smaller = [.. simpler(found.Instance)];
                failures = 0;
            }
            else
            {
                failures++;
            }

        return found;
    }

    /// <summary>What is wrong with a case, if it is the same rule of conduct or as well a wrong number.</summary>
    private Finding? Broken(OperatorCase instance, Finding before)
    {
        if (candidate.Capabilities.Lacks(instance.Geometry, instance.Operator, instance.Flag) is not null)
            return null;
        Finding finding = rule.Check(candidate, instance);
        return finding.Standing == Standing.Broken && finding.Conduct == before.Conduct ? finding : null;
    }
}
