namespace Akka.Flink.AkkaContract.Tests.Persistence;

/// <summary>The contract, kept by the journal and the snapshot store in memory.</summary>
public sealed class InMemoryPersistenceTests() : PersistenceContract("""
    akka.persistence.journal.plugin = "akka.persistence.journal.inmem"
    akka.persistence.snapshot-store.plugin = "akka.persistence.snapshot-store.inmem"
    """);
