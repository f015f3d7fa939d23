namespace Akka.Persistence.Snapshot;

using System.Globalization;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Akka.Persistence.Serialization;

/// <summary>
/// Keeps each snapshot as a file, <c>snapshot-[persistence id]-[sequence number]-[ticks]</c>, in one directory of this machine.
/// </summary>
/// <remarks>
/// A save writes a temporary file and then renames it, so a file that can be seen is complete. File access runs on its own dispatcher.
/// </remarks>
public class LocalSnapshotStore : SnapshotStore
{
    private const string FilePrefix = "snapshot-";

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly PersistenceSnapshotSerializer _serializer = new((ExtendedActorSystem)Context.System);
    private readonly MessageDispatcher _streamDispatcher;
    private readonly DirectoryInfo _directory;
    private readonly int _maxLoadAttempts;

    public LocalSnapshotStore()
    {
        var config = Persistence.Instance.Apply(Context.System).ConfigFor(Self);
        _maxLoadAttempts = config.GetInt("max-load-attempts", 3);
        _streamDispatcher = Context.System.Dispatchers.Lookup(config.GetString("stream-dispatcher"));
        _directory = new DirectoryInfo(config.GetString("dir", "snapshots"));
    }

    protected override void PreStart()
    {
        _directory.Create();
        base.PreStart();
    }

    protected override Task<SelectedSnapshot> LoadAsync(string persistenceId, SnapshotSelectionCriteria criteria) =>
        RunOnStreamDispatcher(() => Load(FindMatching(persistenceId, criteria)));

    protected override Task SaveAsync(SnapshotMetadata metadata, object snapshot) => RunOnStreamDispatcher(() =>
    {
        Save(metadata, snapshot);
        return true;
    });

    protected override Task DeleteAsync(SnapshotMetadata metadata) => RunOnStreamDispatcher(() =>
    {
        var anyTime = metadata.Timestamp == DateTime.MinValue;
        foreach (var found in FindMatching(metadata.PersistenceId, new SnapshotSelectionCriteria(metadata.SequenceNr)))
        {
            if (found.SequenceNr == metadata.SequenceNr && (anyTime || found.Timestamp == metadata.Timestamp))
                GetSnapshotFileForWrite(found).Delete();
        }

        return true;
    });

    protected override Task DeleteAsync(string persistenceId, SnapshotSelectionCriteria criteria) => RunOnStreamDispatcher(() =>
    {
        foreach (var found in FindMatching(persistenceId, criteria))
            GetSnapshotFileForWrite(found).Delete();

        return true;
    });

    protected virtual void Save(SnapshotMetadata metadata, object snapshot)
    {
        var temporary = WithOutputStream(metadata, stream => Serialize(stream, new Serialization.Snapshot(snapshot)));
        temporary.MoveTo(GetSnapshotFileForWrite(metadata).FullName, overwrite: true);
    }

    protected void Serialize(Stream stream, Serialization.Snapshot snapshot) => stream.Write(_serializer.ToBinary(snapshot));

    protected FileInfo WithOutputStream(SnapshotMetadata metadata, Action<Stream> p)
    {
        var file = GetSnapshotFileForWrite(metadata, ".tmp");
        using var stream = file.Create();
        p(stream);
        stream.Flush(flushToDisk: true);
        return file;
    }

    protected FileInfo GetSnapshotFileForWrite(SnapshotMetadata metadata, string extension = "")
    {
        var id = Uri.EscapeDataString(metadata.PersistenceId);
        return new FileInfo(Path.Combine(
            _directory.FullName,
            FormattableString.Invariant($"{FilePrefix}{id}-{metadata.SequenceNr}-{metadata.Timestamp.Ticks}{extension}")));
    }

    private SelectedSnapshot Load(List<SnapshotMetadata> newestFirst)
    {
        for (var attempt = 1; attempt <= newestFirst.Count; attempt++)
        {
            var metadata = newestFirst[attempt - 1];
            try
            {
                var bytes = File.ReadAllBytes(GetSnapshotFileForWrite(metadata).FullName);
                var snapshot = (Serialization.Snapshot)_serializer.FromBinary(bytes, typeof(Serialization.Snapshot));
                return new SelectedSnapshot(metadata, snapshot.Data);
            }
            catch (Exception cause)
            {
                _log.Error(cause, "Error loading snapshot [{0}], remaining attempts: [{1}]", metadata, _maxLoadAttempts - attempt);
                if (attempt >= _maxLoadAttempts)
                    throw;
            }
        }

        return null;
    }

    private List<SnapshotMetadata> FindMatching(string persistenceId, SnapshotSelectionCriteria criteria)
    {
        var found = new List<SnapshotMetadata>();
        foreach (var file in _directory.EnumerateFiles(FilePrefix + Uri.EscapeDataString(persistenceId) + "-*"))
        {
            if (MetadataOf(file.Name) is { } metadata && metadata.PersistenceId == persistenceId && criteria.IsMatch(metadata))
                found.Add(metadata);
        }

        found.Sort((left, right) => SnapshotMetadata.Comparer.Compare(right, left));
        return found;
    }

    private static SnapshotMetadata MetadataOf(string fileName)
    {
        var ticksAt = fileName.LastIndexOf('-');
        var sequenceNrAt = ticksAt > 0 ? fileName.LastIndexOf('-', ticksAt - 1) : -1;
        if (sequenceNrAt < FilePrefix.Length
            || !long.TryParse(fileName.AsSpan(ticksAt + 1), NumberStyles.None, null, out var ticks)
            || !long.TryParse(fileName.AsSpan(sequenceNrAt + 1, ticksAt - sequenceNrAt - 1), NumberStyles.None, null, out var sequenceNr))
            return null;

        var id = Uri.UnescapeDataString(fileName[FilePrefix.Length..sequenceNrAt]);
        return new SnapshotMetadata(id, sequenceNr, new DateTime(ticks, DateTimeKind.Utc));
    }

    private Task<T> RunOnStreamDispatcher<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _streamDispatcher.Schedule(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception cause)
            {
                done.SetException(cause);
            }
        });
        return done.Task;
    }
}
