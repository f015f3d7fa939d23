namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>Collects keys while all connections are busy, and asks for them together when one is free.</summary>
/// <typeparam name="TKey">The type of keys.</typeparam>
/// <typeparam name="TRow">What a row becomes.</typeparam>
/// <param name="options">What the lookup was built with.</param>
/// <param name="where">The function and subtask, for messages.</param>
/// <param name="name">What the server calls the connections.</param>
/// <param name="questions">Counts what the server is asked.</param>
/// <remarks>So a key waits for nothing when little is asked, and a question holds many keys when much is.
/// <para><b>Threads.</b> Any.</para></remarks>
internal sealed class KeyQuestions<TKey, TRow>(LookupOptions<TKey, TRow> options, string where, string name, Counter questions)
    : IDisposable
    where TKey : notnull
    where TRow : class
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlDataSource _connections = options.Server.Pool($"akka-flink {name}", options.MaxConnections);
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _asking = new();
    private LookupQuery<TKey, TRow> _query = null!;
    private Question _next = new();
    private int _busy;

    /// <summary>Connects, and has the catalog checked. It waits for that.</summary>
    public void Open()
    {
        try
        {
            using var connection = _connections.OpenConnection();
            _query = new LookupQuery<TKey, TRow>(options, where, connection);
            _query.Run(connection, []);
        }
        catch (Exception cause) when (cause is NpgsqlException or IOException)
        {
            throw Failures.Explain(where, options.Server, options.Table, cause);
        }
    }

    /// <summary>Asks for a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The rows of it, among those of others.</returns>
    public Task<Dictionary<TKey, List<TRow>>> AskAsync(TKey key)
    {
        lock (_asking)
        {
            var question = _next;
            question.Keys.Add(key);
            if (_busy < options.MaxConnections || question.Keys.Count == LookupOptions<TKey, TRow>.MostKeys)
                Send();
            return question.Answer.Task;
        }
    }

    public void Dispose()
    {
        _ending.Cancel();
        _connections.Dispose();
    }

    // Under the lock. Where all connections are busy, the pool makes it wait.
    private void Send()
    {
        var question = _next;
        _next = new Question();
        _busy++;
        questions.Inc();
        _ = Task.Run(() => RunAsync(question));
    }

    private async Task RunAsync(Question question)
    {
        try
        {
            question.Answer.SetResult(await AnswerAsync([.. question.Keys]).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // whatever it is, whoever has asked has to hear of it
        catch (Exception cause)
#pragma warning restore CA1031
        {
            question.Answer.SetException(cause);
        }

        lock (_asking)
        {
            _busy--;
            if (_next.Keys.Count > 0 && _busy < options.MaxConnections)
                Send();
        }
    }

    private async Task<Dictionary<TKey, List<TRow>>> AnswerAsync(TKey[] keys)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                var connection = await _connections.OpenConnectionAsync(_ending.Token).ConfigureAwait(false);
                await using var own = connection.ConfigureAwait(false);
                return await _query.RunAsync(connection, keys, _ending.Token).ConfigureAwait(false);
            }
            catch (Exception cause) when (cause is NpgsqlException or IOException)
            {
                if (retry >= options.MaxRetries || !Failures.MayPass(cause))
                    throw Failures.Explain(where, options.Server, options.Table, cause);
                await Task.Delay((retry + 1) * Step, _ending.Token).ConfigureAwait(false);
            }
        }
    }

    private sealed class Question
    {
        public HashSet<TKey> Keys { get; } = [];

        public TaskCompletionSource<Dictionary<TKey, List<TRow>>> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
