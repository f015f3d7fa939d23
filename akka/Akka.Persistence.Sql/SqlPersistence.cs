namespace Akka.Persistence.Sql;

using Akka.Actor;
using Akka.Configuration;

/// <summary>The extension that gives an actor system the default configuration of the SQL journal and snapshot store.</summary>
public sealed class SqlPersistence : IExtension
{
    public static readonly Config DefaultConfiguration =
        ConfigurationFactory.FromResource<SqlPersistence>("Akka.Persistence.Sql.persistence.conf")
            .WithFallback(ConfigurationFactory.FromResource<SqlPersistence>("Akka.Persistence.Sql.snapshot.conf"));

    public static readonly Config DefaultJournalConfiguration = DefaultConfiguration.GetConfig("akka.persistence.journal.sql");

    public static readonly Config DefaultSnapshotConfiguration = DefaultConfiguration.GetConfig("akka.persistence.snapshot-store.sql");

    public SqlPersistence(ActorSystem system) => system.Settings.InjectTopLevelFallback(DefaultConfiguration);

    public static SqlPersistence Get(ActorSystem system) => system.WithExtension<SqlPersistence, SqlPersistenceProvider>();
}
