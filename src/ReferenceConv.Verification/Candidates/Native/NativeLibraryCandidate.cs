using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>
/// The float or the double functions of a library. Every call is made twice: with all arrays ending where pages without access begin, and
/// with all arrays beginning where such pages end; inputs are sealed.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class NativeLibraryCandidate<T> : ICandidate<T>, IRefuser
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int NotSupported = 1;

    private readonly HostedLibrary library;

    /// <summary>Brings what a library exports for T.</summary>
    /// <param name="library">Not disposed with the candidate: the other number type may need it too.</param>
    /// <param name="claims">
    /// What is claimed beyond what symbols tell; what the library says of itself if left out. Operators are those that are claimed and
    /// exported; borders, tiles and re-entrance are not the caller's to claim.
    /// </param>
    public NativeLibraryCandidate(HostedLibrary library, Capabilities? claims = null)
    {
        this.library = library;
        claims ??= library.Claims;
        Capabilities = claims with
        {
            Operators = [.. library.Greeting.Operators(Marshal.SizeOf<T>()).Where(claims.Operators.Contains)],
            Borders = [Border.Zeros],
            Tiles = false,
            IsReentrant = library.Greeting.IsReentrant,
            RefusesInvalid = claims.RefusesInvalid ?? false,
        };
    }

    /// <inheritdoc/>
    public string Name => library.Name;

    /// <inheritdoc/>
    public Capabilities Capabilities { get; }

    /// <inheritdoc/>
    public Reply Answer(Operands<T> operands, Span<T> result)
    {
        Question question = Question.Of([operands], [RawGeometry.Of(operands.Geometry)], Flush.Both);
        if (library.Ask(question, out byte[] answer) is { } death)
            return (death.IsMemoryFault ? FaultSite.Find(library, question, operands.Signature, death) : death).Reply;

        ReadOnlySpan<byte> right = answer.AsSpan(0, answer.Length / 2);
        ReadOnlySpan<byte> left = answer.AsSpan(answer.Length / 2);
        if ((Misplaced(Run.Parse(right), operands.Signature) ?? Misplaced(Run.Parse(left), operands.Signature)) is { } misplaced)
            return misplaced;
        if (new TwoPlaces<T>(library, operands, Capabilities.For(operands.Operator).Exactness).Misconduct(right, left) is { } misconduct)
            return misconduct;
        int code = Run.Parse(right).Code;
        if (code != Run.Done)
            return Declined(code);
        Run.Result<T>(right).CopyTo(result);
        return Reply.Done;
    }

    /// <inheritdoc/>
    public ImmutableArray<Reply> AnswerTogether(ImmutableArray<Operands<T>> operands, ImmutableArray<T[]> results)
    {
        if (!Capabilities.IsReentrant || operands.Length < 2)
            return [.. operands.Select((call, index) => Answer(call, results[index]))];

        Question question = Question.Of(operands, [.. operands.Select(static call => RawGeometry.Of(call.Geometry))], Flush.Right);
        if (library.Ask(question, out byte[] answer) is { } death)
        {
            Reply reply = Reply.Misconduct(death.Conduct, $"{death.Text}, called from {operands.Length} threads at once");
            return [.. operands.Select(_ => reply)];
        }

        var replies = new Reply[operands.Length];
        int at = 0;
        for (int call = 0; call < replies.Length; call++)
        {
            Run run = Run.Parse(answer.AsSpan(at));
            int length = results[call].Length * Marshal.SizeOf<T>();
            Run.Result<T>(answer.AsSpan(at, Run.HeaderSize + length)).CopyTo(results[call]);
            replies[call] = Misplaced(run, operands[call].Signature) ?? (run.Code == Run.Done ? Reply.Done : Declined(run.Code));
            at += Run.HeaderSize + length;
        }

        return [.. replies];
    }

    /// <inheritdoc/>
    public Reply? AnswerInvalid(RawGeometry geometry, ConvolutionOperator op)
    {
        Operands<T> ones = Operands.Drawn(geometry.Origin, op, flag: false, static (_, _) => T.One);
        Question question = Question.Of([ones], [geometry], Flush.Left);
        for (int array = 0; array < question.Arrays; array++)
            question.SetShield(array, Shield.Open);   // one that accepts may well look further than its arrays reach
        if (library.Ask(question, out byte[] answer) is { } death)
            return Reply.Misconduct(death.Conduct, $"{death.Text} on an invalid geometry");

        Run run = Run.Parse(answer);
        if (run.Code == Run.Done)
            return Reply.Done;
        bool isUntouched = run.Touched == Touched.Nothing;
        foreach (T number in Run.Result<T>(answer))
            isUntouched &= Judging.NumberFormat<T>.IsUnwritten(number);
        return isUntouched
            ? Declined(run.Code)
            : Reply.Misconduct(Conduct.StaysInItsArrays, $"refused an invalid geometry, but wrote to {ones.Signature.Result.Name}");
    }

    private static Reply? Misplaced(Run run, Signature signature) => run.Touched switch
    {
        Touched.Nothing => null,
        Touched.Before => Reply.Misconduct(Conduct.StaysInItsArrays, $"wrote before the start of {signature.Result.Name}"),
        _ => Reply.Misconduct(Conduct.StaysInItsArrays, $"wrote behind the end of {signature.Result.Name}"),
    };

    private static Reply Declined(int code) =>
        code == NotSupported ? Reply.Unsupported : new Reply(ReplyKind.Refused, Text: $"refused the geometry with code {code}");
}
