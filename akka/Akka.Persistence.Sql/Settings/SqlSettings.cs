namespace Akka.Persistence.Sql.Settings;

using System.Data;
using Akka.Configuration;

/// <summary>What the journal and the snapshot store read alike from their sections: which database, and how to use it.</summary>
internal sealed record SqlSettings(
    string PluginId,
    SqlProvider Provider,
    string ConnectionString,
    bool AutoInitialize,
    bool WarnOnAutoInitializeFailure,
    string DefaultSerializer,
    IsolationLevel ReadIsolationLevel,
    IsolationLevel WriteIsolationLevel)
{
    private static readonly string[] Mappings = ["default", "sqlite", "postgresql"];

    public static SqlSettings From(Config config)
    {
        var section = config.GetString("plugin-id");
        return new SqlSettings(
            section,
            ReadProvider(config, section),
            ReadConnectionString(config, section),
            config.GetBoolean("auto-initialize"),
            config.GetBoolean("warn-on-auto-init-fail"),
            config.GetString("serializer"),
            ReadIsolation(config, section, "read-isolation-level"),
            ReadIsolation(config, section, "write-isolation-level"));
    }

    /// <summary>The block of table and column names that <c>table-mapping</c> chooses, completed by the default one.</summary>
    public static Config TableMapping(Config config, string section)
    {
        var name = config.GetString("table-mapping");
        if (Array.IndexOf(Mappings, name) < 0)
            throw SqlErrors.UnknownTableMapping(section, name);

        var defaults = config.GetConfig("default");
        return name == "default" ? defaults : config.GetConfig(name).WithFallback(defaults);
    }

    private static SqlProvider ReadProvider(Config config, string section)
    {
        var name = config.GetString("provider-name") ?? "";
        if (name is "SQLite" or "SQLite.MS" || name.Equals("Microsoft.Data.Sqlite", StringComparison.OrdinalIgnoreCase))
            return SqlProvider.Sqlite;
        if (name.StartsWith("PostgreSQL", StringComparison.Ordinal) || name == "Npgsql")
            return SqlProvider.PostgreSql;
        throw SqlErrors.UnknownProvider(section, name);
    }

    private static string ReadConnectionString(Config config, string section)
    {
        var text = config.GetString("connection-string");
        return string.IsNullOrWhiteSpace(text) ? throw SqlErrors.NoConnectionString(section) : text;
    }

    private static IsolationLevel ReadIsolation(Config config, string section, string key) => config.GetString(key) switch
    {
        null or "unspecified" => IsolationLevel.Unspecified,
        "read-uncommitted" => IsolationLevel.ReadUncommitted,
        "read-committed" => IsolationLevel.ReadCommitted,
        "repeatable-read" => IsolationLevel.RepeatableRead,
        "snapshot" => IsolationLevel.Snapshot,
        "serializable" => IsolationLevel.Serializable,
        var other => throw SqlErrors.UnknownIsolationLevel(section, key, other),
    };
}
