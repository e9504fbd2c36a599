using System.Runtime.ExceptionServices;

namespace ReferenceConv.Fast.Threads;

/// <summary>
/// Threads that work together: whoever calls <see cref="Run"/> works too, members join in and all leave together. After a run members
/// keep awake for a moment, because a convolution is often followed by the next, and then sleep.
/// </summary>
internal sealed class Team
{
    /// <summary>About 50 µs: as long as a small convolution, and what waking a thread costs.</summary>
    private const int SpinsBeforeSleep = 1000;

    private readonly Lock turn = new();
    private readonly object bell = new();
    private ITeamJob? job;
    private Exception? failure;
    private int members;
    private int sleeping;
    private int round;
    private int places;
    private int working;

    private Team()
    {
    }

    /// <summary>The team of the process. A member is started when a run first needs it.</summary>
    public static Team OfTheProcess { get; } = new();

    /// <summary>
    /// Calls <see cref="ITeamJob.Work"/> with the number 0 on this thread, and with numbers from 1 to threads − 1 on members that have
    /// time. While another job has the team this thread works alone; a job may not depend on how many work.
    /// </summary>
    public void Run(ITeamJob newJob, int threads)
    {
        if (threads == 1 || !turn.TryEnter())
        {
            newJob.Work(0);
            return;
        }

        try
        {
            Call(newJob, threads - 1);
            Work(0);
            Interlocked.Add(ref working, -Interlocked.Exchange(ref places, 0));   // whoever has not come by now need not
            var wait = default(SpinWait);
            while (Volatile.Read(ref working) > 0)
                wait.SpinOnce(sleep1Threshold: -1);
            if (failure is not null)
                ExceptionDispatchInfo.Throw(failure);
        }
        finally
        {
            (job, failure) = (null, null);
            turn.Exit();
        }
    }

    private void Call(ITeamJob newJob, int helpers)
    {
        for (; members < helpers; members++)
            new Thread(Member) { IsBackground = true, Name = $"convolution {members + 1}" }.Start();

        job = newJob;
        Volatile.Write(ref working, helpers);
        Volatile.Write(ref places, helpers);
        lock (bell)
        {
            round++;
            for (int awake = members - sleeping; awake < helpers; awake++)
                Monitor.Pulse(bell);
        }
    }

    private void Member()
    {
        int seen = 0;
        while (true)
        {
            for (int spins = 0; spins < SpinsBeforeSleep && Volatile.Read(ref round) == seen; spins++)
                Thread.SpinWait(8);
            lock (bell)
            {
                sleeping++;
                while (round == seen)
                    Monitor.Wait(bell);
                sleeping--;
                seen = round;
            }

            if (Claim() is var place and > 0)
            {
                Work(place);
                Interlocked.Decrement(ref working);
            }
        }
    }

    /// <summary>Nobody may leave before all have: the first failure is thrown when the last has come back.</summary>
    private void Work(int place)
    {
        try
        {
            job!.Work(place);
        }
        catch (Exception thrown)
        {
            Interlocked.CompareExchange(ref failure, thrown, null);
        }
    }

    /// <summary>A number that nobody else has in this run; 0 if all are taken.</summary>
    private int Claim()
    {
        int left = Volatile.Read(ref places);
        while (left > 0)
        {
            int found = Interlocked.CompareExchange(ref places, left - 1, left);
            if (found == left)
                return left;
            left = found;
        }

        return 0;
    }
}
