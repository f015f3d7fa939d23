namespace Akka.Persistence.Sql.Db.PostgreSql;

using Akka.Persistence.Sql.Settings;
using Npgsql;

/// <summary>Opens connections to a PostgreSQL database.</summary>
internal static class PostgreSqlSource
{
    public static NpgsqlDataSource Create(SqlSettings settings)
    {
        try
        {
            return NpgsqlDataSource.Create(settings.ConnectionString);
        }
        catch (ArgumentException cause)
        {
            throw SqlErrors.UnreadableConnectionString(settings.PluginId, cause);
        }
    }
}
