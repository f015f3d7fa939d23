namespace Akka.Persistence.Sql.Settings;

using Akka.Configuration;

/// <summary>The names of the table with one row for each tag of an event.</summary>
internal sealed record TagTable(string Name, string OrderingId, string Tag, string PersistenceId, string SequenceNr)
{
    public static TagTable From(Config config) => new(
        config.GetString("table-name"),
        config.GetString("columns.ordering-id"),
        config.GetString("columns.tag-value"),
        config.GetString("columns.persistence-id"),
        config.GetString("columns.sequence-nr"));
}
