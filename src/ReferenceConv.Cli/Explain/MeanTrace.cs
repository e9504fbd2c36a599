using System.Numerics;
using ReferenceConv.Numbers;

namespace ReferenceConv.Cli.Explain;

/// <summary>
/// What average pooling computes with, written down: a sum of symbols, a count of ones, and what the sum was divided by.
/// </summary>
/// <param name="Sum">The summands.</param>
/// <param name="Ones">How many ones were added up.</param>
/// <param name="Divisor">What the sum is divided by; 0 before it is.</param>
internal readonly record struct MeanTrace(Trace Sum, int Ones, int Divisor) :
    IAdditionOperators<MeanTrace, MeanTrace, MeanTrace>,
    IDivisionOperators<MeanTrace, MeanTrace, MeanTrace>,
    IAdditiveIdentity<MeanTrace, MeanTrace>,
    IMultiplicativeIdentity<MeanTrace, MeanTrace>
{
    /// <summary>The empty sum.</summary>
    public static MeanTrace AdditiveIdentity => default;

    /// <summary>One, to be counted.</summary>
    public static MeanTrace MultiplicativeIdentity => new(default, 1, 0);

    /// <summary>The summands of both, the ones of both.</summary>
    public static MeanTrace operator +(MeanTrace a, MeanTrace b) => new(a.Summand + b.Summand, a.Ones + b.Ones, 0);

    /// <summary>The sum over the count.</summary>
    public static MeanTrace operator /(MeanTrace a, MeanTrace b) => new(a.Sum, 0, b.Ones);

    /// <summary>The sum if it was not divided yet, or the one symbol over its divisor.</summary>
    public Trace Summand => Divisor == 0 ? Sum : Trace.Symbol($"{Sum}/{Divisor}");
}
