namespace Akka.Persistence.Sql.Settings;

using Akka.Configuration;

/// <summary>The names of the journal's tables and columns, unquoted.</summary>
/// <param name="WriterUuid">Null where the table has no such column.</param>
internal sealed record JournalTable(
    string Schema,
    string Name,
    string Ordering,
    string Deleted,
    string PersistenceId,
    string SequenceNr,
    string Created,
    string Tags,
    string Message,
    string Identifier,
    string Manifest,
    string WriterUuid,
    MetadataTable Metadata,
    TagTable Tag)
{
    public static JournalTable From(Config mapping)
    {
        var journal = mapping.GetConfig("journal");
        return new JournalTable(
            mapping.GetString("schema-name"),
            journal.GetString("table-name"),
            journal.GetString("columns.ordering"),
            journal.GetString("columns.deleted"),
            journal.GetString("columns.persistence-id"),
            journal.GetString("columns.sequence-number"),
            journal.GetString("columns.created"),
            journal.GetString("columns.tags"),
            journal.GetString("columns.message"),
            journal.GetString("columns.identifier"),
            journal.GetString("columns.manifest"),
            journal.GetBoolean("use-writer-uuid-column") ? journal.GetString("columns.writer-uuid") : null,
            MetadataTable.From(mapping.GetConfig("metadata")),
            TagTable.From(mapping.GetConfig("tag")));
    }
}
