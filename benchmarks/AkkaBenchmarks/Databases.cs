namespace Akka.Flink.AkkaBenchmarks;

using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence.Sql;

/// <summary>Actor systems over SQLite files, as a node of the engine sets them up.</summary>
internal static class Databases
{
    /// <summary>A system with two journals under <c>akka.persistence.journal</c>, <c>sql</c> and <c>chunks</c>, each a database of its own.</summary>
    public static ActorSystem Open(string folder, string name)
    {
        var config = ConfigurationFactory.ParseString($$"""
            akka.persistence.journal {
              plugin = "akka.persistence.journal.sql"
              sql { provider-name = "SQLite.MS", connection-string = "Data Source={{Path.Combine(folder, name)}}-events.db" }
              chunks {
                class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
                plugin-id = "akka.persistence.journal.chunks"
                provider-name = "SQLite.MS"
                connection-string = "Data Source={{Path.Combine(folder, name)}}-chunks.db"
              }
            }
            """).WithFallback(SqlPersistence.DefaultConfiguration);
        return ActorSystem.Create(name, config);
    }
}
