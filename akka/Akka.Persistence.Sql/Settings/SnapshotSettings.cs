namespace Akka.Persistence.Sql.Settings;

using Akka.Configuration;

/// <summary>The snapshot store's section of the configuration.</summary>
internal sealed record SnapshotSettings(SqlSettings Sql, SnapshotTable Table)
{
    public static SnapshotSettings From(Config snapshotConfig)
    {
        var config = snapshotConfig.WithFallback(SqlPersistence.DefaultSnapshotConfiguration);
        var sql = SqlSettings.From(config);
        return new SnapshotSettings(sql, SnapshotTable.From(SqlSettings.TableMapping(config, sql.PluginId)));
    }
}
