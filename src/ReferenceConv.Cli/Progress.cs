using Spectre.Console;
using Spectre.Console.Rendering;

namespace ReferenceConv.Cli;

/// <summary>Long work that says how far it is and how long it still takes.</summary>
internal static class Progress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>On a terminal: a bar that goes away when the work is done.</summary>
    public static Task<T> WithBar<T>(
        IAnsiConsole console, string what, double total, Func<Action<double>, T> work, CancellationToken cancellation)
    {
        var pace = new Pace(total, TimeProvider.System);
        return console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new LeftColumn(pace), new SpinnerColumn())
            .StartAsync(context =>
            {
                ProgressTask bar = context.AddTask(what, maxValue: total);
                return Task.Run(() => work(Advance), cancellation).WaitAsync(cancellation);

                void Advance(double more)
                {
                    pace.Advance(more);
                    bar.Increment(more);
                }
            });
    }

    /// <summary>Elsewhere: a line now and then.</summary>
    public static Task<T> WithLines<T>(
        Action<string> line, string what, double total, Func<Action<double>, T> work, CancellationToken cancellation)
    {
        var pace = new Pace(total, TimeProvider.System);
        TimeSpan next = Pause;
        return Task.Run(() => work(Advance), cancellation).WaitAsync(cancellation);

        void Advance(double more)
        {
            pace.Advance(more);
            if (pace.Elapsed < next)
                return;
            next = pace.Elapsed + Pause;
            line($"{what}: {pace.Part:P0}{(pace.Left is { } left ? $", about {left.TotalSeconds:N0} s left" : "")}");
        }
    }

    private sealed class LeftColumn(Pace pace) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(pace.Left is { } left ? $"{left:hh\\:mm\\:ss}" : "--:--:--");
    }
}
