using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>Where a library touched what it must not: found by asking again with one protection at a time.</summary>
internal sealed class FaultSite
{
    private readonly HostedLibrary library;
    private readonly Question question;
    private readonly ImmutableArray<string> names;

    private FaultSite(HostedLibrary library, Question question, Signature signature) =>
        (this.library, this.question, names) =
            (library, question, [.. signature.Inputs.Append(signature.Result).Select(static array => array.Name)]);

    /// <summary>Says more about a child that died of a memory fault.</summary>
    /// <param name="library">Whose it was.</param>
    /// <param name="question">The single call at which it died.</param>
    /// <param name="signature">Names the arrays.</param>
    /// <param name="death">All that is known so far.</param>
    public static Death Find(HostedLibrary library, Question question, Signature signature, Death death) =>
        new FaultSite(library, question, signature).Find(death);

    private Death Find(Death death)
    {
        foreach (Flush flush in new[] { Flush.Right, Flush.Left })
        {
            question.Flush = flush;
            if (Dies())
                return Find(death, flush);
        }

        return death with { Text = $"{death.Text}, and not when it was asked again" };
    }

    private Death Find(Death death, Flush flush)
    {
        int result = names.Length - 1;
        for (int array = 0; array <= result; array++)
            question.SetShield(array, Shield.Open);
        Death? open = library.Ask(question, out _);
        if (open == Autopsy.StackOverflow)
            return open;
        if (open is { IsMemoryFault: true })
        {
            question.Flush = Flush.Left;
            bool isAligned = flush == Flush.Right && !Dies();
            return isAligned
                ? death with { Text = $"{death.Text}; not with arrays that begin at a page: they are aligned to their elements only" }
                : death;
        }

        for (int input = 0; input < result; input++)
            if (DiesWith(input, Shield.Open with { IsSealed = true }))
                return new Death(Conduct.LeavesItsInputs, $"wrote to its input {names[input]}");

        bool[] sides = flush == Flush.Right ? [true, false] : [false, true];
        foreach (bool isBehind in sides)
            for (int array = 0; array <= result; array++)
                if (DiesWith(array, Beside(isBehind, GuardAccess.Nothing)))
                {
                    string verb = DiesWith(array, Beside(isBehind, GuardAccess.Reading)) ? "wrote" : "read";
                    string place = isBehind ? "behind the end" : "before the start";
                    return new Death(Conduct.StaysInItsArrays, $"{verb} {place} of {names[array]}");
                }

        return death;
    }

    private static Shield Beside(bool isBehind, GuardAccess access) =>
        isBehind ? Shield.Open with { Behind = access } : Shield.Open with { Before = access };

    private bool DiesWith(int array, Shield shield)
    {
        question.SetShield(array, shield);
        bool dies = Dies();
        question.SetShield(array, Shield.Open);
        return dies;
    }

    private bool Dies() => library.Ask(question, out _) is { IsMemoryFault: true };
}
