namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Functions;
using Npgsql;

/// <summary>Looks rows up one after the other, over a connection of its own.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TKey">The type of keys.</typeparam>
/// <typeparam name="TRow">What a row becomes.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="options">What the lookup was built with.</param>
/// <param name="key">The key of a record.</param>
/// <param name="result">The result of a record and a row.</param>
internal sealed class LookupFunction<TIn, TKey, TRow, TOut>(
    LookupOptions<TKey, TRow> options, Func<TIn, TKey?> key, Func<TIn, TRow?, TOut> result)
    : RichFunction, IFlatMapFunction<TIn, TOut>
    where TKey : notnull
    where TRow : class
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private LookupResults<TIn, TKey, TRow, TOut> _results = null!;
    private LookupQuery<TKey, TRow>? _query;
    private NpgsqlConnection? _connection;
    private ManualResetEventSlim _closing = null!;

    public override void Open(OpenContext context)
    {
        _closing = new ManualResetEventSlim();
        _results = new LookupResults<TIn, TKey, TRow, TOut>(options, RuntimeContext, result, TimeProvider.System);
        Repeat([]);
    }

    public void FlatMap(TIn value, ICollector<TOut> output)
    {
        foreach (var each in _results.Of(value, key(value) is { } found ? RowsOf(found) : []))
            output.Collect(each);
    }

    public override void Close()
    {
        _closing?.Set();
        Disconnect();
    }

    private TRow[] RowsOf(TKey wanted) => _results.Find(wanted) ?? _results.Take(wanted, Repeat([wanted]));

    private Dictionary<TKey, List<TRow>> Repeat(TKey[] keys)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                _connection ??= options.Server.Open($"akka-flink {RuntimeContext.OperatorName}");
                _query ??= new LookupQuery<TKey, TRow>(options, _results.Where, _connection);
                return _query.Run(_connection, keys);
            }
            catch (Exception cause) when (cause is NpgsqlException or IOException)
            {
                Disconnect();
                if (retry >= options.MaxRetries || !Failures.MayPass(cause) || _closing.Wait((retry + 1) * Step))
                    throw Failures.Explain(_results.Where, options.Server, options.Table, cause);
            }
        }
    }

    private void Disconnect()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
