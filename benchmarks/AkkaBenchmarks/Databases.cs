namespace Akka.Flink.AkkaBenchmarks;

using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence.Sql;

/// <summary>Actor systems over SQLite files, as a node of the engine sets them up.</summary>
internal static class Databases
{
    /// <summary>A system with two journals under <c>akka.persistence.journal</c>, <c>sql</c> and <c>chunks</c>, each a database of its own.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <param name="name">The system's name, and the beginning of the files'.</param>
    /// <param name="synchronous">When the database with the single events waits for the disk: <c>normal</c> or <c>full</c>.</param>
    public static ActorSystem Open(string folder, string name, string synchronous)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var config = ConfigurationFactory.ParseString($$"""
            akka.log-dead-letters = off   # a benchmark ends in the middle of things
            akka.persistence.journal {
              plugin = "akka.persistence.journal.sql"
              sql {
                provider-name = "SQLite.MS"
                connection-string = "Data Source=file:{{path}}-events.db?synchronous={{synchronous}}"
              }
              chunks {
                class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
                plugin-id = "akka.persistence.journal.chunks"
                provider-name = "SQLite.MS"
                connection-string = "Data Source=file:{{path}}-chunks.db?synchronous=normal"
              }
            }
            """).WithFallback(SqlPersistence.DefaultConfiguration);
        return ActorSystem.Create(name, config);
    }
}
