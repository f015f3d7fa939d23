namespace Akka.Persistence.Sql;

using Akka.Actor;

/// <summary>Creates the <see cref="SqlPersistence"/> extension of an actor system.</summary>
internal sealed class SqlPersistenceProvider : ExtensionIdProvider<SqlPersistence>
{
    public override SqlPersistence CreateExtension(ExtendedActorSystem system) => new(system);
}
