namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using Microsoft.Data.Sqlite;
using SQLitePCL;

/// <summary>Looks into an SQLite file from the side, as any other program would.</summary>
public sealed class SqliteProbe : IDisposable
{
    private readonly SqliteConnection _connection;

    static SqliteProbe() => Batteries_V2.Init();

    public SqliteProbe(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Each row as one text, the columns separated by a bar, null as an empty text.</summary>
    public string[] Rows(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        return ProbeRows.Read(reader);
    }

    public void Dispose() => _connection.Dispose();
}
