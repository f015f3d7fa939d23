namespace Akka.Flink.EndToEnd.Tests.Support;

using System.Diagnostics;
using System.Globalization;
using Akka.Flink.Shared.Databases;
using Npgsql;

/// <summary>A job that writes numbers to PostgreSQL, killed at the moments that matter.</summary>
internal sealed class NumbersToPostgres
{
    private const int Keys = 97;
    private const int MostAttempts = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder;
    private readonly PostgresServer _server;
    private readonly string _database;

    public NumbersToPostgres(string folder, PostgresServer server)
    {
        (_folder, _server, _database) = (folder, server, server.NewDatabase());
        PostgresServer.Execute(_database, "CREATE TABLE once (id bigint); CREATE TABLE latest (key int PRIMARY KEY, id bigint)");
    }

    public required int Count { get; init; }

    public required int Rate { get; init; }

    /// <summary>How many transactions were prepared, and of no checkpoint, when a process died.</summary>
    public long PreparedBeforeTheCheckpoint { get; private set; }

    /// <summary>How many transactions of a complete checkpoint were not committed when a process died.</summary>
    public long PendingBehindTheCheckpoint { get; private set; }

    public long Rows => Ask("SELECT count(*) FROM once");

    public long DistinctRows => Ask("SELECT count(DISTINCT id) FROM once");

    public long Prepared => Ask("SELECT count(*) FROM pg_prepared_xacts");

    public IEnumerable<string> Latest => PostgresServer.Rows(_database, "SELECT key, id FROM latest ORDER BY key");

    /// <summary>What there must be for each key: its last number.</summary>
    public static IEnumerable<string> ExpectedLatest(int count) =>
        Enumerable.Range(0, Keys).Select(key => $"{key}|{key + ((count - 1 - key) / Keys * Keys)}");

    /// <summary>Kills while the journal is held that would make the checkpoint complete.</summary>
    public async Task KillBeforeTheCheckpointAsync(int parallelism)
    {
        using var process = Start(parallelism);
        await UntilAsync(() => File.Exists(ControlJournal.PathIn(_folder)) && IsWriting(), process);
        using var journal = Hold();
        await UntilAsync(() => Prepared > 0, process);
        await KillAsync(process);
        PreparedBeforeTheCheckpoint = Prepared;
    }

    /// <summary>Kills when the checkpoint is in the journal, with the server stopped, so that nothing can be committed. Once more when
    /// what was seen prepared was that of the checkpoint before, which was just being committed.</summary>
    public async Task KillBetweenCheckpointAndCommitAsync(int parallelism)
    {
        for (var attempt = 0; attempt < MostAttempts && PendingBehindTheCheckpoint == 0; attempt++)
            await KillBehindTheCheckpointAsync(parallelism);
    }

    /// <summary>Kills when rows have become visible.</summary>
    public async Task KillBehindACommitAsync(int parallelism)
    {
        var before = Rows;
        using var process = Start(parallelism);
        await UntilAsync(() => Rows > before + (Rate / 4), process);
        await KillAsync(process);
    }

    /// <summary>Kills the server, and starts it again, while the job runs; then the job.</summary>
    public async Task KillTheServerAsync(int parallelism)
    {
        using var process = Start(parallelism);
        await UntilAsync(IsWriting, process);
        _server.Crash();
        _server.Start();
        var before = Rows;
        await UntilAsync(() => Rows > before, process);
        await KillAsync(process);
    }

    public async Task<EngineResult> RunToTheEndAsync(int parallelism)
    {
        using var process = Start(parallelism);
        return await process.WaitForEndAsync(Patience);
    }

    private async Task KillBehindTheCheckpointAsync(int parallelism)
    {
        using var process = Start(parallelism);
        await UntilAsync(IsWriting, process);
        var journal = Hold();
        await UntilAsync(() => Prepared > 0, process);
        var before = journal.LastCheckpoint;
        using (_server.Pause())
        {
            journal.Dispose();
            using var reader = new ControlJournal(_folder);
            await UntilAsync(() => reader.LastCheckpoint > before, process);
            await KillAsync(process);
        }

        PendingBehindTheCheckpoint = Prepared;
    }

    private static async Task KillAsync(EngineProcess process)
    {
        process.Kill();
        Assert.True(await process.EndsWithinAsync(Patience), "The process did not end.");
    }

    private static async Task UntilAsync(Func<bool> condition, EngineProcess process)
    {
        var began = Stopwatch.GetTimestamp();
        while (!Holds(condition))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience || await process.EndsWithinAsync(TimeSpan.FromMilliseconds(5)))
            {
                process.Kill();
                Assert.Fail($"It did not come to that: {(await process.WaitForEndAsync(Patience)).Error}");
            }
        }
    }

    private static bool Holds(Func<bool> condition)
    {
        try
        {
            return condition();
        }
        catch (NpgsqlException)
        {
            return false;   // the server is coming back
        }
    }

    private EngineProcess Start(int parallelism) => Engine.Start(
        _folder,
        "run", Engine.Programs, "--class", "PostgreSqlWritingJob", "-D", "pipeline.job-id=numbers",
        "-D", $"parallelism.default={parallelism}", "-D", "execution.checkpointing.interval=500ms",
        "-D", "restart-strategy.type=fixed-delay", "-D", "restart-strategy.fixed-delay.attempts=1000",
        "-D", "restart-strategy.fixed-delay.delay=200ms",
        "--", "--database", _database, "--count", Count.ToString(CultureInfo.InvariantCulture),
        "--rate", Rate.ToString(CultureInfo.InvariantCulture));

    private bool IsWriting() =>
        Ask("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'akka-flink:%' AND state = 'idle in transaction'") > 0;

    private long Ask(string sql) => long.Parse(PostgresServer.Rows(_database, sql)[0], CultureInfo.InvariantCulture);

    private ControlJournal Hold()
    {
        var journal = new ControlJournal(_folder);
        journal.Hold();
        return journal;
    }
}
