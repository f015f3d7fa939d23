namespace Akka.Persistence.Sql.Settings;

/// <summary>Where the tags of an event are written; the names are the values of <c>tag-write-mode</c>.</summary>
internal enum TagWriteMode
{
    Csv,
    TagTable,
    Both,
}
