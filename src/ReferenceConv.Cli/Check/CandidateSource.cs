using System.Numerics;
using ReferenceConv.Fast;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Exec;
using ReferenceConv.Verification.Candidates.Native;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Cli.Check;

/// <summary>Where the candidate of a command line comes from.</summary>
internal static class CandidateSource
{
    /// <summary>Opens the one candidate that is named.</summary>
    /// <exception cref="ArgumentException">None or several are named, or one that there is not.</exception>
    /// <exception cref="InvalidDataException">The library or the command is no candidate.</exception>
    public static CandidateByType Open(FileInfo? native, string? exec, string? rung, Claims claims, TimeSpan time, long memory)
    {
        int named = (native is null ? 0 : 1) + (exec is null ? 0 : 1) + (rung is null ? 0 : 1);
        if (named != 1)
            throw new ArgumentException($"a check needs one of --native, --exec, --rung; there were {named}");

        if (native is not null)
        {
            var library = new HostedLibrary(native.FullName, HostVerb.Command, new ChildLimits(time, memory));
            Capabilities claimed = claims.Over(library.Claims);
            return new CandidateByType(
                library.Name,
                Claimed<float>(claims, () => new NativeLibraryCandidate<float>(library, claimed)),
                Claimed<double>(claims, () => new NativeLibraryCandidate<double>(library, claimed)),
                library);
        }

        if (exec is not null)
        {
            var connection = new ExecConnection(exec, new ChildLimits(time, memory));
            return new CandidateByType(
                connection.Hello.Name,
                connection.Hello.Types.Contains(NumberFormat<float>.Name)
                    ? Claimed<float>(claims, () => new ExecCandidate<float>(connection, claims.Over))
                    : null,
                connection.Hello.Types.Contains(NumberFormat<double>.Name)
                    ? Claimed<double>(claims, () => new ExecCandidate<double>(connection, claims.Over))
                    : null,
                connection);
        }

        return new CandidateByType(rung!, Rung<float>(rung!, claims), Rung<double>(rung!, claims));
    }

    /// <summary>Null if another number type, or no operator of this one, is asked for.</summary>
    private static ICandidate<T>? Claimed<T>(Claims claims, Func<ICandidate<T>> make)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (claims.NumberType is { } type && type != NumberFormat<T>.Name)
            return null;
        ICandidate<T> candidate = make();
        return candidate.Capabilities.Operators.IsEmpty ? null : candidate;
    }

    /// <summary>
    /// im2col multiplies the zeros of the padding; its data gradient, col2im, skips them. The fast path multiplies some and leaves out
    /// whole rows.
    /// </summary>
    private static ICandidate<T>? Rung<T>(string name, Claims claims)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => name switch
        {
            "scalar" =>
                Claimed(claims, () => new InProcessCandidate<T>(name, new ScalarConvolution<T>(), claims.Over(Capabilities.Convolution))),
            "im2col" => Claimed(
                claims,
                () => new InProcessCandidate<T>(name, new Im2ColConvolution<T>(),
                    claims.Over(Capabilities.Convolution with { Padding = PaddingConvention.Multiplied }))),
            "fast" => Claimed(
                claims,
                () => new InProcessCandidate<T>(
                    name,
                    new FastConvolution<T>(),
                    claims.Over(Capabilities.Convolution with
                    {
                        Padding = PaddingConvention.Either,
                        DataGradientPadding = PaddingConvention.Either
                    }))),
            _ => throw new ArgumentException($"rung must be one of scalar, im2col, fast; was '{name}'"),
        };
}
