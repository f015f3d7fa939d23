namespace Akka.Flink.Chaos.Tests.Ledger;

using Akka.Flink.Chaos.Tests.Audit;
using Akka.Flink.Shared.Databases;
using Npgsql;

/// <summary>The table that bookings go to, on a server of its own.</summary>
internal sealed class BookingTable : IDisposable
{
    public const string Name = "bookings";

    private readonly PostgresServer _server = PostgresServer.With("max_prepared_transactions=64", "max_wal_size=256MB");

    public BookingTable()
    {
        Database = _server.NewDatabase();
        PostgresServer.Execute(
            Database, $"CREATE TABLE {Name} (account bigint, number bigint, transfer bigint, amount bigint, balance bigint)");
    }

    /// <summary>How to connect to it.</summary>
    public string Database { get; }

    /// <summary>Kills the server: SIGKILL.</summary>
    public void Kill() => _server.Crash();

    /// <summary>Starts it again.</summary>
    public void Restart() => _server.Start();

    /// <summary>How many rows are committed.</summary>
    public long Count()
    {
        using var source = NpgsqlDataSource.Create(Database);
        using var command = source.CreateCommand($"SELECT count(*) FROM {Name}");
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>How many transactions are prepared and neither committed nor rolled back.</summary>
    public long CountPrepared()
    {
        using var source = NpgsqlDataSource.Create(Database);
        using var command = source.CreateCommand("SELECT count(*) FROM pg_prepared_xacts");
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Reads all rows, those of an account one after another.</summary>
    /// <param name="take">Takes a row and where it was found.</param>
    public void Read(Action<BookingRow, string> take)
    {
        using var source = NpgsqlDataSource.Create(Database);
        using var command = source.CreateCommand($"SELECT account, number, transfer, amount, balance FROM {Name} ORDER BY account, number");
        command.CommandTimeout = 0;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new BookingRow(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4));
            take(row, Name);
        }
    }

    public void Dispose() => _server.Dispose();
}
