namespace ReferenceConv.Fast.Threads;

/// <summary>Work that any number of threads may share.</summary>
internal interface ITeamJob
{
    /// <summary>Works until nothing is left.</summary>
    /// <param name="worker">Number of the thread, from 0, no two at once with the same.</param>
    void Work(int worker);
}
