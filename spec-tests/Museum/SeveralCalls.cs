using System.Numerics;
using System.Runtime.InteropServices;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Museum;

/// <summary>Looks at more than one call of a candidate.</summary>
internal static class SeveralCalls
{
    public const string Repeats = "repeats";
    public const string Concurrent = "concurrent calls";

    private const int Threads = 4;

    /// <summary>The same call twice, with another one between them, gives the same bits.</summary>
    public static bool AreRepeatable<T>(ICandidate<T> candidate, OperatorCase instance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Asked<T>(instance, candidate.Capabilities, 0) is not { } one || Asked<T>(instance, candidate.Capabilities, 1) is not { } other)
            return true;
        T[] first = Answer(candidate, one);
        Answer(candidate, other);
        return Same(first, Answer(candidate, one));
    }

    /// <summary>Calls at the same time, with other numbers each, give what they give alone.</summary>
    public static bool AreIndependent<T>(ICandidate<T> candidate, OperatorCase instance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var vectors = new TestVector<T>[Threads];
        for (int call = 0; call < Threads; call++)
            if (Asked<T>(instance, candidate.Capabilities, (ulong)call) is { } vector)
                vectors[call] = vector;
            else
                return true;

        T[][] alone = [.. vectors.Select(vector => Answer(candidate, vector))];
        T[][] together = [.. vectors.Select(static vector => new T[vector.Expected.Length])];
        candidate.AnswerTogether([.. vectors.Select(static vector => vector.Operands)], [.. together]);
        return alone.Zip(together, Same).All(static same => same);
    }

    private static TestVector<T>? Asked<T>(OperatorCase instance, Capabilities capabilities, ulong number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RuleBook<T>.Data.Single(static rule => rule.Name == "real numbers").Vector(instance.WithSeed(instance.Seed + (1000 * number)), capabilities);

    private static T[] Answer<T>(ICandidate<T> candidate, TestVector<T> vector)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = new T[vector.Expected.Length];
        candidate.Answer(vector.Operands, result);
        return result;
    }

    private static bool Same<T>(T[] one, T[] other)
        where T : unmanaged => MemoryMarshal.AsBytes(one.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(other.AsSpan()));
}
