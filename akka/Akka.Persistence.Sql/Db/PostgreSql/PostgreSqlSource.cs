namespace Akka.Persistence.Sql.Db.PostgreSql;

using Akka.Persistence.Sql.Settings;
using Npgsql;

/// <summary>Opens connections to a PostgreSQL database.</summary>
internal static class PostgreSqlSource
{
    /// <summary>Its connections are real ones: whoever opens them keeps them, and a pool below would only hide when they break.</summary>
    public static NpgsqlDataSource Create(SqlSettings settings)
    {
        var connection = Parse(settings);
        connection.Pooling = false;
        return NpgsqlDataSource.Create(connection);
    }

    /// <summary>How many connections the connection string allows; one asked for beyond would wait for another to be given back.</summary>
    public static int PoolSize(SqlSettings settings)
    {
        var connection = Parse(settings);
        return connection.Pooling ? connection.MaxPoolSize : int.MaxValue;
    }

    private static NpgsqlConnectionStringBuilder Parse(SqlSettings settings)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        }
        catch (ArgumentException cause)
        {
            throw SqlErrors.UnreadableConnectionString(settings.PluginId, cause);
        }
    }
}
