using System.Diagnostics;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Benchmarks;

/// <summary>How many small cases a second a check judges, most of them by two exact rules; the second half of <c>judgements</c>.</summary>
internal static class CheckBenchmark
{
    private const ulong Seed = 1;
    private const int Checks = 6;   // of an operator

    /// <summary>One line per operator.</summary>
    public static void Run()
    {
        Console.WriteLine($"{"operator",-20}{"small cases",12}{"a second",12}{"a CPU second",15}");
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
        {
            Capabilities claims = Capabilities.Convolution with { Operators = [op] };
            int small = new CheckSchedule(claims, Seed).Cases(CheckSchedule.DefaultCount).Count(
                static scheduled => scheduled.Case.Geometry.MultiplyAdds <= CheckSchedule.CheapMultiplyAdds);
            var candidate = new InProcessCandidate<float>("scalar", new ScalarConvolution<float>(), claims);
            (double PerSecond, double PerCpuSecond)[] rates =
                [.. Enumerable.Range(0, Checks).Select(_ => CheckRate(candidate, small))];
            (double perSecond, double perCpuSecond) =
                rates[1..].OrderBy(static rate => rate.PerSecond).ElementAt((Checks - 1) / 2);   // the first warms up
            Console.WriteLine($"{op.Name(),-20}{small,12:N0}{perSecond,12:N0}{perCpuSecond,15:N0}");
        }

        Console.WriteLine(
            $"As a check asks its first cases, as many as take at most {CheckSchedule.CheapMultiplyAdds:N0} multiply-adds: "
            + "prepared on all cores, asked by one thread.");
    }

    /// <summary>From the first answer of a check to the last about its small cases, which come first.</summary>
    private static (double PerSecond, double PerCpuSecond) CheckRate(InProcessCandidate<float> candidate, int small)
    {
        using var stop = new CancellationTokenSource();
        int answered = 0;
        TimeSpan used = TimeSpan.Zero;
        long start = 0;
        (double, double) rate = default;
        CheckResult result = CheckRun<float>.Of(
            candidate,
            new CheckPlan(Seed, LayerMultiplyAdds: 0),
            _ =>
            {
                if (++answered == 1)
                    (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                if (answered < small)
                    return;
                double cpu = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
                rate = ((small - 1) / Stopwatch.GetElapsedTime(start).TotalSeconds, (small - 1) / cpu);
                stop.Cancel();
            },
            stop.Token);
        return result.Holds ? rate : throw new InvalidOperationException($"{result.Breaks[0].Rule} accuses the reference");
    }
}
