using System.Diagnostics;
using System.Globalization;

namespace ReferenceConv.Benchmarks.Peers.Hosting;

/// <summary>The other end of a <see cref="PeerHost"/>: one peer in a process of its own, asked line by line.</summary>
internal sealed class PeerProcess : IDisposable
{
    // After its last piece of work an OpenMP thread looks for more this many times, well under a millisecond; its default would outlast a
    // pause.
    private const string OpenMpSpins = "20000";

    private readonly Process process;

    /// <summary>Starts this program anew as the host of a peer.</summary>
    public PeerProcess(PeerKind kind, int threads, int? width)
    {
        Kind = kind;
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(PeerProcess).Assembly.Location);
        string[] arguments = ["peers", "--host", kind.Name, "--threads", $"{threads}", .. width is int bits
            ? ["--width", $"{bits}"]
            : Array.Empty<string>()];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["OMP_NUM_THREADS"] = $"{threads}";
        start.Environment["GOMP_SPINCOUNT"] = OpenMpSpins;
        process = Process.Start(start)!;
    }

    /// <summary>Who is asked.</summary>
    public PeerKind Kind { get; }

    /// <summary>Waits until it has loaded its library.</summary>
    /// <exception cref="NotSupportedException">It cannot.</exception>
    public void Greet() => Ask("hello");

    /// <summary>Gives it a layer.</summary>
    /// <returns>Bytes of scratch, if it tells.</returns>
    /// <exception cref="NotSupportedException">It does not do this layer.</exception>
    public long? Load(int layer) => long.TryParse(Ask($"layer {layer}")["ready ".Length..], out long bytes) ? bytes : null;

    /// <summary>Lets it convolve for some milliseconds, once at least.</summary>
    public Timing Time(int milliseconds) => new(Numbers($"time {milliseconds}"));

    /// <summary>Lets it prepare its weights for some milliseconds, once at least; null if that cannot be had apart.</summary>
    public Timing? Prepare(int milliseconds) => Numbers($"prepare {milliseconds}") is { Length: 2 } seconds ? new Timing(seconds) : null;

    /// <summary>Its values at the sampled outputs.</summary>
    public double[] Sample() => Numbers("sample");

    /// <summary>GFLOP/s of fused multiply-adds in its process.</summary>
    public double Peak(int milliseconds) => Numbers($"peak {milliseconds}")[0];

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before us.
        }

        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            process.Kill();
        process.Dispose();
    }

    private double[] Numbers(string order) => [.. Ask(order).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
        static word => double.Parse(word, CultureInfo.InvariantCulture))];

    private string Ask(string order)
    {
        string? answer;
        try
        {
            process.StandardInput.WriteLine(order);
            answer = process.StandardOutput.ReadLine();
        }
        catch (IOException)
        {
            answer = null;
        }

        if (answer is null)
            throw new NotSupportedException($"its process ended at '{order}'");
        return answer.StartsWith(PeerHost.Cannot, StringComparison.Ordinal)
            ? throw new NotSupportedException(answer[PeerHost.Cannot.Length..])
            : answer;
    }
}
