namespace Akka.Flink.AkkaBenchmarks;

using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence.Sql;

/// <summary>Actor systems over SQLite files, as a node of the engine sets them up.</summary>
internal static class Databases
{
    /// <summary>A system with two journals, <c>sql</c> and <c>chunks</c>, each a database of its own.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <param name="name">The system's name, and the beginning of the files'.</param>
    /// <param name="synchronous">When they wait for the disk: <c>normal</c>, at their checkpoints, or <c>full</c>, at each commit.</param>
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
                connection-string = "Data Source=file:{{path}}-chunks.db?synchronous={{synchronous}}"
              }
            }
            """).WithFallback(SqlPersistence.DefaultConfiguration);
        return ActorSystem.Create(name, config);
    }
}
