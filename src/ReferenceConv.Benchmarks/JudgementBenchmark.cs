using System.CommandLine;
using System.Diagnostics;
using ReferenceConv.Operators;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

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
        CheckBenchmark.Run();
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
