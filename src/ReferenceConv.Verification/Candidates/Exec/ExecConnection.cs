using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>
/// A command that speaks docs/protocol.md: it lives as long as it behaves, is ended with all that it started when it does not, and started
/// again for the next call. Arrays go through a private temporary folder, which is removed at the end.
/// </summary>
public sealed class ExecConnection : IDisposable
{
    private static readonly ReadOnlyMemory<byte> Greeting = "{\"ask\":\"hello\",\"protocol\":1}\n"u8.ToArray();

    private readonly Lock gate = new();
    private readonly Patience patience = new();
    private readonly string command;
    private readonly ChildLimits limits;
    private readonly string folder;
    private volatile ExecChild? child;
    private volatile bool isEnding;
    private int calls;
    private bool isDisposed;

    /// <summary>Starts the command and greets it.</summary>
    /// <param name="command">Goes to <c>/bin/sh -c</c>, on Windows to <c>cmd /c</c>.</param>
    /// <param name="limits">Time and memory; those of <see cref="ChildLimits.Usual"/> if left out.</param>
    /// <exception cref="ArgumentException">The command is empty.</exception>
    /// <exception cref="InvalidDataException">It does not start, ends, keeps silent, or answers with anything but the protocol.</exception>
    public ExecConnection(string command, ChildLimits? limits = null)
    {
        if (string.IsNullOrWhiteSpace(command))
            throw new ArgumentException("a command must not be empty");
        this.command = command;
        this.limits = limits ?? ChildLimits.Usual;
        folder = Directory.CreateTempSubdirectory("refconv-").FullName;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        try
        {
            (child, Hello) = Start();
        }
        catch (Exception e)
        {
            Dispose();
            if (e is ExecMisconduct or InvalidDataException)
                throw new InvalidDataException($"command {Quote.Of(command)}: {(e is ExecMisconduct ? "no hello: " : "")}{e.Message}", e);
            throw;
        }
    }

    /// <summary>How the command introduced itself.</summary>
    public ExecHello Hello { get; }

    /// <summary>Ends the command, at once if it is being asked, and removes the folder.</summary>
    public void Dispose()
    {
        isEnding = true;
        if (gate.TryEnter())
            gate.Exit();
        else
            child?.Interrupt();   // whoever asks holds the gate until it answers or ends
        lock (gate)
        {
            if (isDisposed)
                return;
            isDisposed = true;
            AppDomain.CurrentDomain.ProcessExit -= OnExit;
            child?.Dispose();
            child = null;
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // the command took it away, or its rights
            }
        }
    }

    /// <summary>One call.</summary>
    /// <param name="operands">What goes in.</param>
    /// <param name="result">Receives what comes out.</param>
    /// <param name="invalid">A geometry that is sent instead of the operands' own, and no result is read.</param>
    internal Reply Ask<T>(Operands<T> operands, Span<T> result, JsonNode? invalid = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isEnding, this);
            result.Fill(NumberFormat<T>.Unwritten);
            using var call = new ExecCall<T>(folder, ++calls, operands, invalid);
            double elements = operands.Signature.Inputs.Append(operands.Signature.Result).Sum(static array => (double)array.Length);
            double size = Patience.Size(operands.Geometry.MultiplyAdds, elements * Marshal.SizeOf<T>());
            TimeSpan time = patience.For(operands.Operator, limits.Time, size);
            try
            {
                child ??= Restart();
                long start = Stopwatch.GetTimestamp();
                string answer = child.Ask(call.Question(), time);
                patience.Answered(operands.Operator, Stopwatch.GetElapsedTime(start), size);
                return call.Collect(call.Reply(answer), result);
            }
            catch (ExecMisconduct e)
            {
                child?.Kill();
                child = null;
                return Reply.Misconduct(
                    e.Conduct, e.Message + (e.Conduct == Conduct.ReturnsInTime ? patience.Passed(operands.Operator, time) : ""));
            }
        }
    }

    private (ExecChild Child, ExecHello Hello) Start()
    {
        var started = new ExecChild(command, limits);
        try
        {
            return (started, ExecHello.Parse(started.Ask(Greeting, limits.Time)));
        }
        catch
        {
            started.Kill();
            throw;
        }
    }

    private ExecChild Restart()
    {
        try
        {
            return Start().Child;
        }
        catch (InvalidDataException e)
        {
            throw new ExecMisconduct(Conduct.SpeaksTheProtocol, $"started again: {e.Message}");
        }
        catch (ExecMisconduct e)
        {
            throw new ExecMisconduct(e.Conduct, $"started again: {e.Message}");
        }
    }

    private void OnExit(object? sender, EventArgs e) => Dispose();
}
