namespace Akka.Flink.Connectors.PostgreSql;

using System.Globalization;
using Akka.Flink.Sinks;
using Npgsql;

/// <summary>Ends the connections of writers that this one takes over from: of a process that is cut off and does not know it yet, or of one
/// that is gone without the server having noticed. What they have open would go on holding locks, and what they prepare would be
/// committed by nobody.</summary>
/// <remarks>A writer is known to the server by the name of its connection: <c>akka-flink:SINK:JOB:ATTEMPT:SUBTASK</c>, the first two as
/// hashes. A connection comes first and looks second, so that of two that start at the same time at least one sees the other.</remarks>
internal sealed class Rivals
{
    private const string Beginning = "akka-flink:";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _where;
    private readonly string _sink;
    private readonly string _job;
    private readonly long _attempt;
    private readonly int _subtask;

    /// <summary>Those of a sink.</summary>
    /// <param name="context">Where this writer runs.</param>
    /// <param name="sink">What names the sink: all that have it are rivals.</param>
    public Rivals(ISinkContext context, string sink)
    {
        _where = SinkPlaces.Of(context);
        _sink = $"{Beginning}{SinkPlaces.Hash(sink, 8)}:";
        _job = SinkPlaces.Hash(context.JobId, 4);
        (_attempt, _subtask) = (context.Attempt, context.SubtaskIndex);
    }

    /// <summary>What the server calls this writer's connection.</summary>
    public string ApplicationName => string.Create(CultureInfo.InvariantCulture, $"{_sink}{_job}:{_attempt}:{_subtask}");

    /// <summary>Ends them, and waits until they are gone.</summary>
    /// <param name="connection">This writer's connection.</param>
    /// <param name="ending">Ends the wait.</param>
    public void End(NpgsqlConnection connection, CancellationToken ending)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (Find(connection) is { Count: > 0 } found)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw PostgreSqlErrors.RivalStays(_where, found[0], Patience);
            foreach (var processId in found)
                connection.Execute("SELECT pg_terminate_backend($1)", processId);
            ending.WaitHandle.WaitOne(Step);
            ending.ThrowIfCancellationRequested();
        }
    }

    private List<int> Find(NpgsqlConnection connection)
    {
        const string sql =
            "SELECT pid, application_name FROM pg_stat_activity " +
            "WHERE datname = current_database() AND pid <> pg_backend_pid() AND starts_with(application_name, $1)";
        var found = new List<int>();
        foreach (var (processId, name) in connection.Rows(sql, row => (row.GetInt32(0), row.GetString(1)), _sink))
        {
            if (IsOlder(name[_sink.Length..].Split(':')))
                found.Add(processId);
        }

        return found;
    }

    private bool IsOlder(string[] parts)
    {
        if (parts.Length != 3 || parts[0] != _job)
            return true;   // of another job, which this one has taken over from

        var attempt = long.Parse(parts[1], CultureInfo.InvariantCulture);
        if (attempt > _attempt)
            throw PostgreSqlErrors.Superseded(_where, _attempt, attempt);
        return attempt < _attempt || int.Parse(parts[2], CultureInfo.InvariantCulture) == _subtask;
    }
}
