namespace Akka.Persistence.Sql.Settings;

using Akka.Configuration;

/// <summary>The names of the table that keeps the highest deleted sequence number in delete-compatibility-mode.</summary>
internal sealed record MetadataTable(string Name, string PersistenceId, string SequenceNr)
{
    public static MetadataTable From(Config config) => new(
        config.GetString("table-name"),
        config.GetString("columns.persistence-id"),
        config.GetString("columns.sequence-number"));
}
