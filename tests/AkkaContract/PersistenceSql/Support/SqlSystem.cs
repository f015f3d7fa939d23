namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence.Sql;

/// <summary>An actor system whose journal and snapshot store are a database, and questions to its persistent actors.</summary>
public sealed class SqlSystem : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public SqlSystem(string configuration)
    {
        Actors = ActorSystem.Create("sql", ConfigurationFactory.ParseString(configuration).WithFallback(Common));
        SqlPersistence.Get(Actors);
    }

    private static Config Common => ConfigurationFactory.ParseString($$"""
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          persistence.journal.plugin = "akka.persistence.journal.sql"
          persistence.snapshot-store.plugin = "akka.persistence.snapshot-store.sql"
          actor {
            serializers {
              text = "{{typeof(TextEventSerializer).AssemblyQualifiedName}}"
              manifestless = "{{typeof(ManifestlessSerializer).AssemblyQualifiedName}}"
            }
            serialization-bindings {
              "{{typeof(TextEvent).AssemblyQualifiedName}}" = text
              "{{typeof(ManifestlessEvent).AssemblyQualifiedName}}" = manifestless
            }
          }
        }
        """);

    public ActorSystem Actors { get; }

    /// <summary>The configuration of a database for both plugins; <paramref name="extra"/> goes into the section of the journal.</summary>
    public static string Configuration(string provider, string connectionString, string mapping = "default", string extra = "") => $$"""
        akka.persistence {
          journal.sql {
            provider-name = "{{provider}}"
            connection-string = "{{connectionString}}"
            table-mapping = {{mapping}}
            {{extra}}
          }
          snapshot-store.sql {
            provider-name = "{{provider}}"
            connection-string = "{{connectionString}}"
            table-mapping = {{mapping}}
          }
        }
        """;

    public static SqlSystem OnSqlite(string file, string mapping = "default", string extra = "", string connection = "") =>
        new(Configuration("SQLite.MS", $"Data Source={file};{connection}", mapping, extra));

    public IActorRef Start(string persistenceId, bool keepEvents = true) =>
        Actors.ActorOf(Props.Create(() => new Journaled(persistenceId, keepEvents)));

    public async Task<long> Add(IActorRef actor, params object[] events)
    {
        var last = 0L;
        foreach (var added in events)
            last = (await actor.Ask<Journaled.Added>(new Journaled.Add(added), Patience)).SequenceNr;
        return last;
    }

    public Task<Journaled.Seen> Look(IActorRef actor) => actor.Ask<Journaled.Seen>(new Journaled.Look(), Patience);

    /// <summary>Starts the actor, asks what it has recovered, and stops it.</summary>
    public async Task<Journaled.Seen> Recover(string persistenceId)
    {
        var actor = Start(persistenceId);
        var seen = await Look(actor);
        await actor.GracefulStop(Patience);
        return seen;
    }

    public async ValueTask DisposeAsync() => await Actors.Terminate().WaitAsync(Patience);
}
