using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Exchange;

/// <summary>
/// Which vectors are written: operators, rules and ranks in turn, each on a case of its own, with zeros borders and without tiles.
/// </summary>
/// <param name="Seed">Selects the cases.</param>
/// <param name="Count">How many vectors, 1 … 9999.</param>
/// <param name="Operators">Of these operators.</param>
/// <param name="Ranks">With so many axes.</param>
public sealed record CaseChoice(ulong Seed, int Count, ImmutableArray<ConvolutionOperator> Operators, ImmutableArray<int> Ranks)
{
    /// <summary>The most vectors.</summary>
    public const int Most = 9999;

    /// <summary>Of these operators.</summary>
    public ImmutableArray<ConvolutionOperator> Operators { get; } =
        Operators.IsEmpty ? throw new ArgumentException("operators must be at least one, were none") : [.. Operators.Distinct()];

    /// <summary>With so many axes.</summary>
    public ImmutableArray<int> Ranks { get; } =
        !Ranks.IsEmpty && Ranks.All(static rank => rank is >= 1 and <= 3)
            ? [.. Ranks.Distinct()]
            : throw new ArgumentException($"ranks must be of 1, 2, 3; were {string.Join(", ", Ranks)}");

    /// <summary>How many vectors.</summary>
    public int Count { get; } = Count is >= 1 and <= Most ? Count : throw new ArgumentException($"count must be in 1..{Most}, was {Count}");

    /// <summary>The vectors; the same for the same choice.</summary>
    public IEnumerable<FileVector> Vectors()
    {
        int written = 0;
        int turn = 0;
        for (int index = 0; written < Count; index++)
        {
            ConvolutionCase instance = ConvolutionCase.Random(Seed, index);
            if (!Ranks.Contains(instance.Geometry.Axes.Length))
                continue;
            ConvolutionOperator op = Operators[turn % Operators.Length];
            string rule = RuleBook<double>.Data[turn / Operators.Length % RuleBook<double>.Data.Length].Name;
            turn++;

            var vector = new FileVector($"{written + 1:0000}", op, rule, PlainCase.Of(instance));
            if (!vector.Says)
                continue;
            written++;
            yield return vector;
        }
    }
}
