namespace Akka.Persistence.Sql.Db.Sqlite;

using Microsoft.Data.Sqlite;

/// <summary>What the connection string says of an SQLite database.</summary>
/// <remarks>
/// The driver has no keywords for write-ahead logging and syncing, and refuses unknown ones. Write-ahead logging is therefore
/// always asked for. How commits are synced is a parameter of the file's URI (<c>file:journal.db?synchronous=normal</c>): SQLite
/// ignores URI parameters that it does not know, so the same connection string opens with every other user of the file.
/// </remarks>
internal sealed class SqliteOptions
{
    private const string UriScheme = "file:";
    private const string SynchronousParameter = "synchronous";

    private SqliteOptions(SqliteConnectionStringBuilder builder, string synchronous)
    {
        ConnectionString = builder.ToString();
        DataSource = builder.DataSource;
        BusyTimeoutMs = builder.DefaultTimeout == 0 ? int.MaxValue : (int)Math.Min(int.MaxValue, builder.DefaultTimeout * 1000L);
        Synchronous = synchronous;
        IsSingleConnection = builder.Mode == SqliteOpenMode.Memory || builder.Cache == SqliteCacheMode.Shared
            || builder.DataSource.Length == 0 || builder.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            || builder.DataSource.Contains("mode=memory", StringComparison.OrdinalIgnoreCase);
    }

    public string ConnectionString { get; }

    public string DataSource { get; }

    /// <summary>How long a statement waits for another connection's lock: <c>Default Timeout</c> of the connection string.</summary>
    public int BusyTimeoutMs { get; }

    /// <summary>FULL, NORMAL or OFF.</summary>
    public string Synchronous { get; }

    /// <summary>Whether all has to go through one connection: a second one would see another database, or lock whole tables.</summary>
    public bool IsSingleConnection { get; }

    public static SqliteOptions Parse(string connectionString, string section)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            // A pooled connection would keep the file open after the plugin has stopped.
            builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        }
        catch (ArgumentException cause)
        {
            throw SqlErrors.UnreadableConnectionString(section, cause);
        }

        return new SqliteOptions(builder, ReadSynchronous(builder.DataSource));
    }

    private static string ReadSynchronous(string source)
    {
        var query = source.IndexOf('?');
        if (!source.StartsWith(UriScheme, StringComparison.OrdinalIgnoreCase) || query < 0)
            return "FULL";

        foreach (var parameter in source[(query + 1)..].Split('&'))
        {
            var parts = parameter.Split('=', 2);
            if (parts[0] == SynchronousParameter)
                return ToPragma(parts.Length == 2 ? parts[1] : "");
        }

        return "FULL";
    }

    private static string ToPragma(string value) => value.ToUpperInvariant() switch
    {
        "FULL" or "NORMAL" or "OFF" => value.ToUpperInvariant(),
        _ => throw SqlErrors.UnknownSynchronous(value),
    };
}
