using System.Diagnostics;
using System.Globalization;
using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Peers.Hosting;

/// <summary>
/// A process that runs one peer and does what lines on its standard input say, one line of answer for each:
/// <code>
/// hello         hello
/// layer INDEX   ready [SCRATCH-BYTES]
/// time MS       BEST MEDIAN, seconds of one run
/// prepare MS    BEST MEDIAN, seconds of one preparation of the weights, or nothing
/// sample        the values of the sampled outputs
/// peak MS       GFLOP/s of fused multiply-adds
/// quit          (no answer; the end of the input says the same)
/// </code>
/// What cannot be done is answered by <c>cannot REASON</c>. While it waits for a line none of its threads computes.
/// </summary>
internal sealed class PeerHost
{
    /// <summary>How an answer begins that tells why there is none.</summary>
    public const string Cannot = "cannot ";

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(40);

    private readonly Peer peer;
    private readonly int threads;
    private readonly int width;
    private NetworkLayer layer = NetworkLayers.All[0];

    private PeerHost(Peer peer, int threads, int width) => (this.peer, this.threads, this.width) = (peer, threads, width);

    /// <summary>Answers until told to quit.</summary>
    public static void Run(PeerKind kind, int threads, int? width, TextReader input, TextWriter output)
    {
        PeerHost? host = null;
        string? failure = null;
        try
        {
            host = new PeerHost(kind.Create(threads, width), threads, width ?? FmaPeak.WidestVector);
        }
        catch (Exception exception)
        {
            failure = exception.Message;
        }

        while (input.ReadLine() is string line && line != "quit")
        {
            string answer;
            try
            {
                answer = host?.Answer(line) ?? Cannot + failure;
            }
            catch (Exception exception)   // whatever a library dislikes ends one layer, not the table
            {
                answer = Cannot + exception.Message;
            }

            output.WriteLine(answer.ReplaceLineEndings(" "));
            output.Flush();
        }

        host?.peer.Dispose();
    }

    private string Answer(string line)
    {
        string[] words = line.Split(' ');
        switch (words[0])
        {
            case "hello":
                return line;
            case "layer":
                Load(NetworkLayers.All[int.Parse(words[1], CultureInfo.InvariantCulture)]);
                return $"ready {peer.ScratchBytes}";
            case "time":
                return Timed(peer.Run, Milliseconds(words[1]));
            case "prepare":
                return peer.Prepare is Action prepare ? Timed(prepare, Milliseconds(words[1])) : "";
            case "sample":
                return string.Join(
                    ' ', SampledOutputs.IndicesOf(layer).Select(index => peer.Output(index).ToString("R", CultureInfo.InvariantCulture)));
            case "peak":
                return FmaPeak.Measure(threads, width, Milliseconds(words[1])).ToString("R", CultureInfo.InvariantCulture);
            default:
                throw new ArgumentException($"no such order: {line}");
        }
    }

    private void Load(NetworkLayer next)
    {
        layer = next;
        peer.Load(layer, LayerData.Input(layer), LayerData.Weights(layer));
        Block(peer.Run, WarmUp);
        Rest();
    }

    private string Timed(Action action, TimeSpan time)
    {
        Timing timing = Block(action, time);
        Rest();
        return string.Create(CultureInfo.InvariantCulture, $"{timing.Best:R} {timing.Median:R}");
    }

    private static Timing Block(Action action, TimeSpan time)
    {
        var seconds = new List<double>();
        long start = Stopwatch.GetTimestamp();
        do
        {
            long run = Stopwatch.GetTimestamp();
            action();
            seconds.Add(Statistics.SecondsSince(run));
        }
        while (Stopwatch.GetElapsedTime(start) < time);
        return new Timing(seconds.Min(), Statistics.Median(seconds));
    }

    /// <summary>Waits until the threads of the library have stopped looking for work, lest they take the next peer's core.</summary>
    private void Rest()
    {
        if (threads == 1)
            return;
        var step = TimeSpan.FromMilliseconds(1);
        for (int steps = 0; steps < 50; steps++)
        {
            TimeSpan used = Environment.CpuUsage.TotalTime;
            Thread.Sleep(step);
            if (Environment.CpuUsage.TotalTime - used < step / 4)
                return;
        }
    }

    private static TimeSpan Milliseconds(string word) => TimeSpan.FromMilliseconds(int.Parse(word, CultureInfo.InvariantCulture));
}
