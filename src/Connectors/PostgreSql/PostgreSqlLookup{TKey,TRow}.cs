namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Functions;

/// <summary>Adds to records what a PostgreSQL table has under their keys.</summary>
/// <typeparam name="TKey">The type of keys.</typeparam>
/// <typeparam name="TRow">What a row becomes.</typeparam>
/// <remarks>
/// <para>Made by <see cref="PostgreSqlLookup.Builder{TKey, TRow}"/>; immutable, so one may serve several streams.</para>
/// <para><b>Output.</b> One result for each row of the key; one with null as the row where there is none, unless such records are
/// skipped.</para>
/// <para><b>State.</b> None. The cache is not part of checkpoints: after a restore rows are looked up again, and may have changed.</para>
/// <para><b>Flink.</b> A lookup join with a partial cache.</para>
/// </remarks>
public sealed class PostgreSqlLookup<TKey, TRow>
    where TKey : notnull
    where TRow : class
{
    private readonly LookupOptions<TKey, TRow> _options;

    internal PostgreSqlLookup(LookupOptions<TKey, TRow> options) => _options = options;

    /// <summary>A function for <c>FlatMap</c> that waits for each row that is not in its cache.</summary>
    /// <typeparam name="TIn">The type of records.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="key">The key of a record; null for none, which finds no row.</param>
    /// <param name="result">The result of a record and a row.</param>
    /// <returns>The function; each subtask has a connection and a cache of its own.</returns>
    /// <remarks><para><b>Threads.</b> The task's, which waits for the server: prefer <see cref="AsyncJoin"/> where most keys are not in the
    /// cache.</para></remarks>
    public IFlatMapFunction<TIn, TOut> Join<TIn, TOut>(Func<TIn, TKey?> key, Func<TIn, TRow?, TOut> result)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(result);
        return new LookupFunction<TIn, TKey, TRow, TOut>(_options, key, result);
    }

    /// <summary>A function for <see cref="AsyncDataStream"/>: many records wait for their rows at a time, and keys that come while the
    /// server is asked go to it together, with the next question.</summary>
    /// <typeparam name="TIn">The type of records.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="key">The key of a record; null for none, which finds no row.</param>
    /// <param name="result">The result of a record and a row.</param>
    /// <returns>The function; each subtask has connections and a cache of its own.</returns>
    /// <remarks><para><b>Threads.</b> The key is taken on the task's; results are made on the thread pool.</para></remarks>
    public IAsyncFunction<TIn, TOut> AsyncJoin<TIn, TOut>(Func<TIn, TKey?> key, Func<TIn, TRow?, TOut> result)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(result);
        return new AsyncLookupFunction<TIn, TKey, TRow, TOut>(_options, key, result);
    }
}
