namespace Akka.Persistence;

using Akka.Actor;

/// <summary>Every way in which persistence is configured or used wrongly.</summary>
internal static class PersistenceErrors
{
    public static ArgumentException NoDefaultJournal() => new(
        "Default journal plugin is not configured: 'akka.persistence.journal.plugin' is empty. "
        + "Set it to the configuration path of a journal, such as \"akka.persistence.journal.sql\".");

    public static ArgumentException UnknownPlugin(string configPath, string kind) => new(
        $"Persistence config is missing plugin config path for: {configPath}. "
        + $"Add the section '{configPath}' to the configuration, or correct 'akka.persistence.{kind}.plugin' or the actor's plugin id.");

    public static ArgumentException NoPluginClass(string configPath) => new(
        $"Plugin class name must be defined in config property [{configPath}.class]. Set it to \"Namespace.Type, Assembly\".");

    public static TypeLoadException PluginClassNotFound(string configPath, string className) => new(
        $"The plugin class [{className}] of [{configPath}.class] does not exist in this process. "
        + "Correct the name, or reference the assembly that has it.");

    public static ArgumentException UnknownPluginActor(IActorRef actor) => new(
        $"Unknown plugin actor {actor}: it was not started by the persistence extension. "
        + "Name its class in a plugin section of the configuration and obtain it by 'JournalFor' or 'SnapshotStoreFor'.");

    public static ArgumentNullException NoPersistenceId(ActorPath path) => new(
        "PersistenceId",
        $"PersistenceId is [null] for PersistentActor [{path}]. Return a name that is unique and stays the same over restarts.");

    public static InvalidOperationException PersistDuringReplay() => new(
        "Cannot persist during replay. Events can be persisted when receiving RecoveryCompleted or later.");

    public static InvalidOperationException DeferDuringReplay() => new(
        "Cannot defer during replay. Events can be deferred when receiving RecoveryCompleted or later.");

    public static RecoveryTimedOutException NoSnapshotInTime(string persistenceId, TimeSpan timeout) => new(
        $"Recovery of [{persistenceId}] timed out, didn't get snapshot within {timeout.TotalSeconds}s. "
        + "Check that the snapshot store is reachable, or raise 'recovery-event-timeout' of the journal plugin.");

    public static RecoveryTimedOutException NoEventInTime(string persistenceId, TimeSpan timeout, long lastSequenceNr) => new(
        $"Recovery of [{persistenceId}] timed out, didn't get event within {timeout.TotalSeconds}s, "
        + $"highest sequence number seen {lastSequenceNr}. "
        + "Check that the journal is reachable, or raise 'recovery-event-timeout' of the journal plugin.");
}
