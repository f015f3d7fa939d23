namespace Akka.Persistence;

/// <summary>Names a persistent actor and the plugins that it uses.</summary>
public interface IPersistentIdentity
{
    string PersistenceId { get; }

    string JournalPluginId { get; }

    string SnapshotPluginId { get; }
}
