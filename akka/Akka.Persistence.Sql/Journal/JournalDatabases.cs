namespace Akka.Persistence.Sql.Journal;

using Akka.Event;
using Akka.Persistence.Sql.Settings;

/// <summary>Chooses the database that the settings name.</summary>
internal static class JournalDatabases
{
    public static IJournalDatabase Create(JournalSettings settings, ILoggingAdapter log) => settings.Sql.Provider switch
    {
        SqlProvider.PostgreSql => new PostgreSqlJournalDatabase(settings, log),
        _ => new SqliteJournalDatabase(settings, log),
    };
}
