namespace ReferenceConv.Verification.Checking;

/// <summary>
/// Works things out on all cores a little ahead of whoever uses them: while one is in use the next ones are made, and no more are kept.
/// </summary>
internal static class Ahead
{
    private const int Kept = 16;

    /// <summary>The results in the order of what they are made from.</summary>
    public static IEnumerable<TResult> Of<TSource, TResult>(IEnumerable<TSource> sources, Func<TSource, TResult> make)
    {
        var ahead = new Queue<Task<TResult>>();
        foreach (TSource source in sources)
        {
            if (ahead.Count == Kept)
                yield return ahead.Dequeue().GetAwaiter().GetResult();
            ahead.Enqueue(Task.Factory.StartNew(
                () => make(source), CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default));
        }

        while (ahead.TryDequeue(out Task<TResult>? next))
            yield return next.GetAwaiter().GetResult();
    }
}
