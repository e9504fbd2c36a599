using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>A command as a candidate, for one of the number types that it claims. Whatever it does wrong comes back as a reply.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ExecCandidate<T> : ICandidate<T>, IRefuser, IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ExecConnection connection;

    /// <summary>Speaks through a connection, which several candidates may share.</summary>
    /// <param name="connection">The command.</param>
    /// <param name="claims">Changes what the command claims of itself, or null.</param>
    /// <exception cref="ArgumentException">The command does not claim this number type.</exception>
    public ExecCandidate(ExecConnection connection, Func<Capabilities, Capabilities>? claims = null)
    {
        this.connection = connection;
        Capabilities = claims is null ? connection.Hello.Capabilities : claims(connection.Hello.Capabilities);
        if (!connection.Hello.Types.Contains(NumberFormat<T>.Name))
            throw new ArgumentException(
                $"the type must be one that {Name} claims, {string.Join(", ", connection.Hello.Types)}; was {NumberFormat<T>.Name}");
    }

    /// <inheritdoc/>
    public string Name => connection.Hello.Name;

    /// <inheritdoc/>
    public Capabilities Capabilities { get; }

    /// <inheritdoc/>
    public Reply Answer(Operands<T> operands, Span<T> result) => connection.Ask(operands, result);

    /// <inheritdoc/>
    public ImmutableArray<Reply> AnswerTogether(ImmutableArray<Operands<T>> operands, ImmutableArray<T[]> results) =>
        [.. operands.Select((call, index) => Answer(call, results[index]))];

    /// <inheritdoc/>
    public Reply? AnswerInvalid(RawGeometry geometry, ConvolutionOperator op)
    {
        if (InvalidGeometryJson.Of(geometry, op.IsAverage() ? false : null) is not { } invalid)
            return null;
        Operands<T> ones = Operands.Drawn(geometry.Origin, op, flag: false, static (_, _) => T.One);
        return connection.Ask(ones, new T[ones.Signature.Result.Length], invalid);
    }

    /// <summary>Ends the connection, for all candidates on it.</summary>
    public void Dispose() => connection.Dispose();
}
