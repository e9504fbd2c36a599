namespace ReferenceConv.Verification.Checking;

/// <summary>Works things out on all cores a little ahead of whoever uses them: while some are in use the next ones are made, and no more are kept.</summary>
internal static class Ahead
{
    private const int Together = 16;

    /// <summary>The results in the order of what they are made from.</summary>
    public static IEnumerable<TResult> Of<TSource, TResult>(IEnumerable<TSource> sources, Func<TSource, TResult> make)
    {
        using IEnumerator<TSource[]> chunks = sources.Chunk(Together).GetEnumerator();
        Task<TResult[]>? next = Start();
        while (next is not null)
        {
            TResult[] made = next.GetAwaiter().GetResult();
            next = Start();
            foreach (TResult result in made)
                yield return result;
        }

        Task<TResult[]>? Start()
        {
            if (!chunks.MoveNext())
                return null;
            TSource[] chunk = chunks.Current;
            return Task.Run(() =>
            {
                var results = new TResult[chunk.Length];
                Parallel.For(0, chunk.Length, index => results[index] = make(chunk[index]));
                return results;
            });
        }
    }
}
