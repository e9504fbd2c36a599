using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates;

/// <summary>
/// A convolution in this process. It gets copies of its inputs, which must come back unchanged, and a result between canaries, which must
/// too. A managed implementation can hang or end the process; what must survive that is brought as a library or a command.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class InProcessCandidate<T> : ICandidate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Slack = 64;   // elements before and after the result

    private readonly Computation<T> compute;

    /// <summary>Any implementation, as one function.</summary>
    public InProcessCandidate(string name, Computation<T> compute, Capabilities capabilities) =>
        (Name, this.compute, Capabilities) = (name, compute, capabilities);

    /// <summary>A convolution: forward, data gradient and weight gradient, or those of them that the capabilities name.</summary>
    public InProcessCandidate(string name, IConvolution<T> convolution, Capabilities? capabilities = null)
        : this(name, (operands, result) => operands.Apply(convolution, result), capabilities ?? Capabilities.Convolution)
    {
    }

    /// <summary>A pooling.</summary>
    public InProcessCandidate(string name, IPooling<T> pooling, Capabilities? capabilities = null)
        : this(name, (operands, result) => operands.Apply(pooling, result),
            (capabilities ?? new Capabilities()) with { Operators = ConvolutionOperators.Pooling })
    {
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Capabilities Capabilities { get; }

    /// <inheritdoc/>
    public Reply Answer(Operands<T> operands, Span<T> result)
    {
        Operands<T> given = operands.Copy();
        var slack = new T[result.Length + (2 * Slack)];
        Array.Fill(slack, NumberFormat<T>.Unwritten);
        try
        {
            compute(given, slack.AsSpan(Slack, result.Length));
        }
        catch (Exception exception)
        {
            Conduct conduct = exception is OutOfMemoryException ? Conduct.StaysInMemory : Conduct.Returns;
            return Reply.Misconduct(conduct, $"threw {exception.GetType().Name}: {Said.Whole(exception.Message.ReplaceLineEndings(" "))}");
        }

        slack.AsSpan(Slack, result.Length).CopyTo(result);
        for (int input = 0; input < given.Inputs.Length; input++)
            if (!Same(given.Inputs[input], operands.Inputs[input]))
                return Reply.Misconduct(Conduct.LeavesItsInputs, $"changed its input {operands.Signature.Inputs[input].Name}");
        if (!IsUntouched(slack.AsSpan(0, Slack)) || !IsUntouched(slack.AsSpan(Slack + result.Length)))
            return Reply.Misconduct(Conduct.StaysInItsArrays, $"wrote outside its result {operands.Signature.Result.Name}");
        return Reply.Done;
    }

    /// <inheritdoc/>
    public ImmutableArray<Reply> AnswerTogether(ImmutableArray<Operands<T>> operands, ImmutableArray<T[]> results)
    {
        var replies = new Reply[operands.Length];
        if (!Capabilities.IsReentrant)
        {
            for (int call = 0; call < operands.Length; call++)
                replies[call] = Answer(operands[call], results[call]);
            return [.. replies];
        }

        using var start = new Barrier(operands.Length);
        Thread[] threads =
        [
            .. Enumerable.Range(0, operands.Length).Select(call => new Thread(() =>
            {
                start.SignalAndWait();
                replies[call] = Answer(operands[call], results[call]);
            })),
        ];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        return [.. replies];
    }

    private static bool IsUntouched(ReadOnlySpan<T> canaries)
    {
        foreach (T canary in canaries)
            if (!NumberFormat<T>.IsUnwritten(canary))
                return false;
        return true;
    }

    private static bool Same(ReadOnlySpan<T> one, ReadOnlySpan<T> other) =>
        MemoryMarshal.AsBytes(one).SequenceEqual(MemoryMarshal.AsBytes(other));
}
