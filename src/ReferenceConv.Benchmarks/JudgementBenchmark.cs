using System.CommandLine;
using System.Diagnostics;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Benchmarks;

/// <summary>
/// <c>judgements</c>: how many small cases a second are judged, the candidate's own time included: by all rules about numbers, and as a
/// check asks them, most by two exact rules.
/// </summary>
internal static class JudgementBenchmark
{
    private const ulong Seed = 1;
    private const int Cases = 300;
    private const long MostMultiplyAdds = 10_000;
    private const int Turns = 7;
    private const double SecondsPerTurn = 0.5;
    private const int ChecksInTurn = 6;

    public static Command Create()
    {
        var command = new Command(
            "judgements",
            "Cases judged a second, by all rules about numbers and as a check asks them; scalar candidate, float, small cases.");
        command.SetAction(static _ => Run());
        return command;
    }

    private static void Run()
    {
        var candidate = new InProcessCandidate<float>("scalar", new ScalarConvolution<float>());
        JudgedByAllRules(candidate);
        Console.WriteLine();
        JudgedByCheck();
    }

    private static void JudgedByAllRules(InProcessCandidate<float> candidate)
    {
        Console.WriteLine($"{"operator",-20}{"1 thread",12}{"2 threads",12}{"ratio",9}{"a CPU second",15}");
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
        {
            OperatorCase[] cases =
            [
                .. Enumerable.Range(0, int.MaxValue)
                    .Select(static index => ConvolutionCase.Random(Seed, index))
                    .Where(static drawn => drawn.Geometry.MultiplyAdds <= MostMultiplyAdds)
                    .Take(Cases)
                    .Select(drawn => OperatorCase.Of(drawn, op)!),
            ];
            double[] cpu = new double[Turns + 1];
            double[][] rates = [new double[Turns + 1], new double[Turns + 1]];
            for (int turn = 0; turn <= Turns; turn++)
                for (int threads = 1; threads <= 2; threads++)
                    (rates[threads - 1][turn], cpu[turn]) = Rate(candidate, cases, threads);

            double[] medians = [.. rates.Append(cpu).Select(static rate => rate.Skip(1).Order().ElementAt(Turns / 2))];   // the first turn warms up
            Console.WriteLine($"{op.Name(),-20}{medians[0],12:N0}{medians[1],12:N0}{medians[1] / medians[0],8:F2}x{medians[2],15:N0}");
        }

        Console.WriteLine($"Judgements a second, median of {Turns} turns of {SecondsPerTurn} s; one judgement = {RuleBook<float>.Data.Length} rules drawn, asked and graded.");
        Console.WriteLine("A CPU second: on two threads, by the time the process computes; on a busy machine the figure to trust.");
    }

    private static void JudgedByCheck()
    {
        Console.WriteLine($"{"operator",-20}{"small cases",12}{"a second",12}{"a CPU second",15}");
        foreach (ConvolutionOperator op in ConvolutionOperators.Trilinear)
        {
            Capabilities claims = Capabilities.Convolution with { Operators = [op] };
            int small = new CheckSchedule(claims, Seed).Cases(CheckSchedule.DefaultCount).Count(
                static scheduled => scheduled.Case.Geometry.MultiplyAdds <= CheckSchedule.CheapMultiplyAdds);
            var candidate = new InProcessCandidate<float>("scalar", new ScalarConvolution<float>(), claims);
            (double PerSecond, double PerCpuSecond)[] rates =
                [.. Enumerable.Range(0, ChecksInTurn).Select(_ => CheckRate(candidate, small))];
            (double perSecond, double perCpuSecond) =
                rates[1..].OrderBy(static rate => rate.PerSecond).ElementAt((ChecksInTurn - 1) / 2);   // the first warms up
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

    private static (double PerSecond, double PerCpuSecond) Rate(InProcessCandidate<float> candidate, OperatorCase[] cases, int threads)
    {
        int next = 0;
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        void Work()
        {
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < SecondsPerTurn)
                Judge(candidate, cases[Interlocked.Increment(ref next) % cases.Length]);
        }

        Thread[] workers = [.. Enumerable.Range(1, threads - 1).Select(_ => new Thread(Work))];
        foreach (Thread worker in workers)
            worker.Start();
        Work();
        foreach (Thread worker in workers)
            worker.Join();
        return (next / Stopwatch.GetElapsedTime(start).TotalSeconds, next / (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    private static void Judge(InProcessCandidate<float> candidate, OperatorCase instance)
    {
        foreach (DataRule<float> rule in RuleBook<float>.Data)
            if (rule.Check(candidate, instance) is { Standing: Standing.Broken } broken)
                throw new InvalidOperationException($"{rule.Name} accuses the reference: {broken.Fault}");
    }
}
