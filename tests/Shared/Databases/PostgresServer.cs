namespace Akka.Flink.Shared.Databases;

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.NetworkInformation;
using Akka.Flink.Shared.Networks;
using Npgsql;

/// <summary>A PostgreSQL server of its own on a free port, with its data in a temporary folder; stopped and deleted at the end.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;
    private readonly int _port;
    private readonly string[] _settings;
    private Process? _process;
    private readonly Lazy<string> _sharedDatabase;
    private int _databases;

    public PostgresServer()
        : this([])
    {
    }

    private PostgresServer(string[] settings)
    {
        _settings = [.. settings.SelectMany(setting => new[] { "-c", setting })];
        _data = _folder.File("data");
        _sharedDatabase = new Lazy<string>(NewDatabase);
        if (PostgresBinaries.MissingReason is null)
        {
            _port = FreePort.Next();
            PostgresBinaries.GiveFolder(_folder.Path);
            Run(PostgresBinaries.Start("initdb", ["-D", _data, "-U", "akka", "-A", "trust", "-E", "UTF8", "--no-sync"]));
            Start();
        }
    }

    /// <summary>A database for tests that leave each other's rows alone.</summary>
    public string SharedDatabase => _sharedDatabase.Value;

    /// <summary>A server with settings of its own, such as <c>max_prepared_transactions=64</c>.</summary>
    public static PostgresServer With(params string[] settings) => new(settings);

    /// <summary>Creates an empty database and returns how to connect to it.</summary>
    public string NewDatabase()
    {
        var name = $"akka{Interlocked.Increment(ref _databases)}";
        Execute(ConnectionString("postgres"), $"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    public void Start()
    {
        var said = new ConcurrentQueue<string?>();
        _process = PostgresBinaries.Start(
            "postgres",
            ["-D", _data, "-p", $"{_port}", "-k", _folder.Path, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", .. _settings],
            said);
        var started = Stopwatch.StartNew();
        while (!Answers())
        {
            Assert.False(_process.WaitForExit(20), $"postgres ended at once: {string.Join(Environment.NewLine, said)}");
            Assert.True(started.Elapsed < Patience, $"postgres did not answer on port {_port} within {Patience}.");
        }
    }

    /// <summary>Ends all connections and the server, as a fast shutdown does.</summary>
    public void Stop()
    {
        if (_process is not { HasExited: false } process)
            return;

        Run(Process.Start("kill", ["-INT", $"{process.Id}"]));
        if (!process.WaitForExit(Patience))
            process.Kill();
    }

    /// <summary>Kills the server and every process of it, as a power failure does; the files stay as they are.</summary>
    public void Crash()
    {
        var process = _process!;
        Run(Process.Start("kill", ["-STOP", $"{process.Id}"]));   // it must not tell the others
        var children = File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Run(Process.Start("kill", ["-KILL", $"{process.Id}", .. children]));
        Assert.True(process.WaitForExit(Patience), $"postgres did not end within {Patience} of kill -9.");
        var waited = Stopwatch.StartNew();
        while (children.Any(HoldsMemory))   // a server does not start while another process has its shared memory
        {
            Assert.True(waited.Elapsed < Patience, $"Processes of postgres did not end within {Patience} of kill -9.");
            Thread.Yield();
        }
    }

    /// <summary>Stops the server and every process of it as they are, until the result is disposed of.</summary>
    public IDisposable Pause() => new Paused(_process!.Id);

    /// <summary>Waits until nobody in this process, or elsewhere, holds on to a connection that has broken.</summary>
    public async Task AwaitDisconnected()
    {
        var waited = Stopwatch.StartNew();
        while (IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Any(IsOpen))
        {
            Assert.True(waited.Elapsed < Patience, $"There were still connections to port {_port} after {Patience}.");
            await Task.Delay(20);
        }

        bool IsOpen(TcpConnectionInformation connection) =>
            connection.RemoteEndPoint.Port == _port && connection.State is (TcpState.Established or TcpState.CloseWait);
    }

    public static void Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Keeps everybody from writing to a table, or from reading it too, until the result is disposed of.</summary>
    public static async Task<IAsyncDisposable> Lock(string connectionString, string table, string mode = "EXCLUSIVE")
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"BEGIN; LOCK TABLE {table} IN {mode} MODE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public static string[] Rows(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        return ProbeRows.Read(reader);
    }

    public void Dispose()
    {
        Stop();
        _process?.Dispose();
        NpgsqlConnection.ClearAllPools();
        _folder.Dispose();
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Database={database};Username=akka;Pooling=False";

    private static bool HoldsMemory(string processId)
    {
        try
        {
            return !File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;   // it is gone
        }
    }

    private bool Answers()
    {
        try
        {
            Execute(ConnectionString("postgres"), "SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static void Run(Process process)
    {
        using (process)
        {
            Assert.True(process.WaitForExit(Patience), $"{process.StartInfo.FileName} did not end within {Patience}.");
            Assert.Equal(0, process.ExitCode);
        }
    }

    private sealed class Paused : IDisposable
    {
        private readonly int _processId;

        public Paused(int processId)
        {
            _processId = processId;
            Signal("STOP");
        }

        public void Dispose() => Signal("CONT");

        // The first, so that it begins no others meanwhile, and is the last to hear of them.
        private void Signal(string name)
        {
            Run(Process.Start("kill", [$"-{name}", $"{_processId}"]));
            var children = File.ReadAllText($"/proc/{_processId}/task/{_processId}/children");
            foreach (var child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                using var kill = Process.Start("kill", [$"-{name}", child]);
                Assert.True(kill.WaitForExit(Patience), $"kill did not end within {Patience}.");
                // It may have ended in the meantime.
                Assert.True(kill.ExitCode == 0 || !HoldsMemory(child), $"Process {child} of the server took no {name}.");
            }
        }
    }
}
