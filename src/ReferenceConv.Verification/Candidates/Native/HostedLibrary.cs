using System.Diagnostics;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>
/// A shared library that exports functions of <c>refconv.h</c>, in a child process: whatever it does, this process goes on. A child that
/// ends, or is ended because it took too long or too much, is started again for the next question. One question at a time; any thread may
/// ask.
/// </summary>
public sealed class HostedLibrary : IDisposable
{
    private const long RuntimeBytes = 128 << 20;   // of the child before it has loaded anything, generously

    private readonly Lock asking = new();
    private readonly Patience patience = new();
    private readonly ChildCommand command;
    private readonly ChildLimits limits;
    private readonly string path;
    private volatile ChildProcess? child;
    private volatile bool isDisposed;

    /// <summary>Starts a child and loads the library.</summary>
    /// <param name="path">The library.</param>
    /// <param name="command">How to start a child.</param>
    /// <param name="limits">What it may take; <see cref="ChildLimits.Usual"/> unless said otherwise.</param>
    /// <exception cref="ArgumentException">This is not Linux, or the path is not a file's.</exception>
    /// <exception cref="InvalidDataException">It cannot be loaded, exports none of the functions, or claims what there is not.</exception>
    public HostedLibrary(string path, ChildCommand command, ChildLimits? limits = null)
    {
        this.path = LibraryFile.Require(path);
        this.command = command;
        this.limits = limits ?? ChildLimits.Usual;
        Name = Path.GetFileName(path);
        ChildLimits loading = this.limits with { Bytes = this.limits.Bytes + RuntimeBytes };
        child = ChildProcess.Start(command, this.path, loading, out Greeting greeting, out string? refusal);
        if (child is null)
            throw new InvalidDataException($"'{path}' {refusal}");
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        Greeting = greeting;
        try
        {
            Claims = Claimed(greeting);
        }
        catch (InvalidDataException e)
        {
            Dispose();
            throw new InvalidDataException($"'{path}' {e.Message}", e);
        }
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>
    /// What it claims by <c>refconv_claims</c>; without one everything a convolution can have, but to refuse what is invalid.
    /// </summary>
    public Capabilities Claims { get; }

    internal Greeting Greeting { get; }

    /// <summary>Ends the child at once, also while it is asked.</summary>
    public void Dispose()
    {
        isDisposed = true;
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        child?.Kill();   // whoever asks holds the lock until the child answers or ends
        lock (asking)
        {
            child?.Dispose();
            child = null;
        }
    }

    /// <summary>Asks, starting a child if there is none.</summary>
    /// <returns>How the child ended instead of answering; null if the answer is there.</returns>
    /// <exception cref="ObjectDisposedException">It is disposed of.</exception>
    internal Death? Ask(Question question, out byte[] answer)
    {
        double size = Patience.Size(question.MultiplyAdds, question.ArrayBytes);
        long bytes = limits.Bytes + RuntimeBytes + (3 * question.ArrayBytes);
        ChildLimits full = limits.Longer(TimeSpan.FromSeconds(size)) with { Bytes = bytes };
        lock (asking)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            answer = [];
            string? refusal = null;
            child ??= ChildProcess.Start(command, path, full, out _, out refusal);
            if (child is null)
                return new Death(Conduct.Returns, refusal!);
            ObjectDisposedException.ThrowIf(isDisposed, this);   // since the child was started
            ChildLimits waited = full.Within(patience.For(question.Operator, full.Time, size));
            long start = Stopwatch.GetTimestamp();
            Death? death = child.Ask(question, waited, out answer);
            if (death is null)
            {
                if (!child.IsNew)
                    patience.Answered(question.Operator, Stopwatch.GetElapsedTime(start), size);
                return null;
            }

            child.Dispose();
            child = null;
            return death.Conduct == Conduct.ReturnsInTime
                ? death with { Text = death.Text + patience.Passed(question.Operator, waited.Time) }
                : death;
        }
    }

    private static Capabilities Claimed(Greeting greeting)
    {
        if (!greeting.HasFunctions)
            throw new InvalidDataException(
                $"exports none of the functions of refconv.h, for example {Greeting.Symbol(default, sizeof(float))}");
        if (greeting.Claims.Length == Greeting.MostClaims)
            throw new InvalidDataException($"must return less than {Greeting.MostClaims:N0} bytes from {Greeting.ClaimsFunction}");
        try
        {
            return ClaimWords.Over(Capabilities.Convolution with { RefusesInvalid = false }, greeting.Claims);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"returned from {Greeting.ClaimsFunction}: {e.Message}", e);
        }
    }

    private void OnExit(object? sender, EventArgs e) => Dispose();
}
