using System.Diagnostics;
using Spectre.Console;

namespace ReferenceConv.Cli;

/// <summary>Long work that says how far it is and how long it still takes.</summary>
internal static class Progress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>On a terminal: a bar that goes away when the work is done.</summary>
    public static Task<T> WithBar<T>(IAnsiConsole console, string what, double total, Func<Action<double>, T> work, CancellationToken cancellation) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(context =>
            {
                ProgressTask bar = context.AddTask(what, maxValue: total);
                return Task.Run(() => work(bar.Increment), cancellation).WaitAsync(cancellation);
            });

    /// <summary>Elsewhere: a line now and then.</summary>
    public static Task<T> WithLines<T>(Action<string> line, string what, double total, Func<Action<double>, T> work, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        double done = 0;
        TimeSpan next = Pause;
        return Task.Run(() => work(Advance), cancellation).WaitAsync(cancellation);

        void Advance(double more)
        {
            done += more;
            if (watch.Elapsed < next)
                return;
            next = watch.Elapsed + Pause;
            line($"{what}: {done / total:P0}, about {Math.Max(0, watch.Elapsed.TotalSeconds * (total - done) / done):N0} s left");
        }
    }
}
