namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Functions;

/// <summary>What both kinds of lookup functions share: the cache, what is counted, and how rows become results.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TKey">The type of keys.</typeparam>
/// <typeparam name="TRow">What a row becomes.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="options">What the lookup was built with.</param>
/// <param name="context">Where the function runs.</param>
/// <param name="result">The result of a record and a row.</param>
/// <param name="clock">Says when rows expire.</param>
internal sealed class LookupResults<TIn, TKey, TRow, TOut>(
    LookupOptions<TKey, TRow> options, IRuntimeContext context, Func<TIn, TRow?, TOut> result, TimeProvider clock)
    where TKey : notnull
    where TRow : class
{
    private readonly LookupCache<TKey, TRow> _cache = new(options.MaxEntries, options.ExpireAfterWrite, options.CachesMissing, clock);
    private readonly Lock _caching = new();   // an asynchronous answer comes on another thread
    private readonly Counter _hits = context.Counter("cacheHits");
    private readonly Counter _misses = context.Counter("cacheMisses");

    /// <summary>The function and subtask, for messages.</summary>
    public string Where { get; } =
        $"Lookup '{context.OperatorName}' ({context.OperatorUid}), subtask {context.SubtaskIndex} of {context.Parallelism}";

    /// <summary>Looks into the cache. On the task's thread.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The rows; null when they are not there.</returns>
    public TRow[]? Find(TKey key)
    {
        lock (_caching)
        {
            if (_cache.TryGet(key, out var rows))
            {
                _hits.Inc();
                return rows;
            }
        }

        _misses.Inc();
        return null;
    }

    /// <summary>Takes what the server says of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="found">What it says of several.</param>
    /// <returns>The rows of the key.</returns>
    public TRow[] Take(TKey key, Dictionary<TKey, List<TRow>> found)
    {
        TRow[] rows = found.TryGetValue(key, out var those) ? [.. those] : [];
        lock (_caching)
            _cache.Put(key, rows);
        return rows;
    }

    /// <summary>The results of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="rows">The rows of its key.</param>
    public TOut[] Of(TIn record, TRow[] rows)
    {
        if (rows.Length == 0)
            return options.SkipsUnmatched ? [] : [result(record, null)];

        var results = new TOut[rows.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = result(record, rows[i]);
        return results;
    }
}
