namespace Akka.Persistence.Sql.Settings;

using Akka.Configuration;

/// <summary>The journal's section of the configuration.</summary>
internal sealed record JournalSettings(
    SqlSettings Sql,
    JournalTable Table,
    int BufferSize,
    int BatchSize,
    int MaxRows,
    int ReplayBatchSize,
    int Parallelism,
    TagWriteMode TagWriteMode,
    string TagSeparator,
    bool DeleteCompatibility)
{
    /// <summary>Whether the journal table has a tags column that is written.</summary>
    public bool HasTagsColumn => TagWriteMode != TagWriteMode.TagTable;

    /// <summary>Whether there is a table of tags.</summary>
    public bool HasTagTable => TagWriteMode != TagWriteMode.Csv;

    public static JournalSettings From(Config journalConfig)
    {
        var config = journalConfig.WithFallback(SqlPersistence.DefaultJournalConfiguration);
        var sql = SqlSettings.From(config);
        return new JournalSettings(
            sql,
            JournalTable.From(SqlSettings.TableMapping(config, sql.PluginId)),
            Positive(config, sql, "buffer-size"),
            Positive(config, sql, "batch-size"),
            Positive(config, sql, "db-round-trip-max-batch-size"),
            Positive(config, sql, "replay-batch-size"),
            Positive(config, sql, "parallelism"),
            ReadTagWriteMode(config, sql),
            config.GetString("tag-separator"),
            config.GetBoolean("delete-compatibility-mode"));
    }

    private static int Positive(Config config, SqlSettings sql, string key)
    {
        var value = config.GetInt(key);
        return value > 0 ? value : throw SqlErrors.NotPositive(sql.PluginId, key, value);
    }

    private static TagWriteMode ReadTagWriteMode(Config config, SqlSettings sql)
    {
        var text = config.GetString("tag-write-mode");
        return Enum.TryParse<TagWriteMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode)
            ? mode
            : throw SqlErrors.UnknownTagWriteMode(sql.PluginId, text);
    }
}
