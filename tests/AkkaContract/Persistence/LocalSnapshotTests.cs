namespace Akka.Flink.AkkaContract.Tests.Persistence;

/// <summary>The contract, kept by the snapshot store in files.</summary>
public sealed class LocalSnapshotTests : PersistenceContract, IDisposable
{
    private readonly DirectoryInfo _directory;

    public LocalSnapshotTests()
        : this(Directory.CreateTempSubdirectory("akka-snapshots-"))
    {
    }

    private LocalSnapshotTests(DirectoryInfo directory)
        : base($$"""
            akka.persistence.journal.plugin = "akka.persistence.journal.inmem"
            akka.persistence.snapshot-store.plugin = "akka.persistence.snapshot-store.local"
            akka.persistence.snapshot-store.local.dir = "{{directory.FullName.Replace('\\', '/')}}"
            """)
    {
        _directory = directory;
    }

    [Fact]
    public void A_snapshot_is_a_file_named_by_id_sequence_number_and_ticks()
    {
        var ledger = StartNew("/x");

        Tell(ledger, self => self.SaveSnapshot("state"));
        var metadata = ExpectMsg<Akka.Persistence.SaveSnapshotSuccess>().Metadata;

        var file = Assert.Single(_directory.GetFiles());
        Assert.Equal($"snapshot-{Uri.EscapeDataString(metadata.PersistenceId)}-0-{metadata.Timestamp.Ticks}", file.Name);
    }

    void IDisposable.Dispose()
    {
        Dispose();
        _directory.Delete(recursive: true);
    }
}
