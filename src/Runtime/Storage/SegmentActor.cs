namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.State.Snapshots;
using Akka.Persistence;
using static SegmentProtocol;

/// <summary>Writes one segment: a persistence id with this one writer. Its chunks are events whose sequence numbers are theirs.</summary>
/// <remarks>
/// <para>It lives from the first chunk to the last. First it makes sure that the name was never used, then it has itself put on the list
/// of segments, and only then it writes: so there is no chunk that the janitor cannot find. What comes meanwhile waits; the writer sends
/// no more than it may have on its way.</para>
/// <para>Events are persisted asynchronously, so they go to the journal in batches as large as the journal is slow.</para>
/// </remarks>
internal sealed class SegmentActor : UntypedPersistentActor
{
    private const string NoSnapshots = "akka.persistence.no-snapshot-store";

    private readonly JournalSegmentWriter _writer;
    private readonly string _where;
    private readonly bool _journalKeepsFrames;
    private readonly Action<SegmentChunk> _persisted;
    private readonly Queue<SegmentChunk> _waiting = new();
    private bool _isEnlisted;
    private bool _isClosing;
    private bool _isDone;

    public SegmentActor(JournalSegmentWriter writer, SegmentJournal journal)
    {
        _writer = writer;
        _where = journal.Where;
        _journalKeepsFrames = journal.KeepsFrames;
        _persisted = OnPersisted;
        JournalPluginId = journal.Id;
        SnapshotPluginId = NoSnapshots;
    }

    /// <inheritdoc/>
    public override string PersistenceId => _writer.Segment.Value;

    /// <inheritdoc/>
    public override Recovery Recovery => Recovery.None;

    public static Props Props(JournalSegmentWriter writer, SegmentJournal journal) =>
        Akka.Actor.Props.Create(() => new SegmentActor(writer, journal));

    /// <inheritdoc/>
    protected override void OnRecover(object message)
    {
        if (message is not RecoveryCompleted)
            return;

        if (LastSequenceNr > 0)
            Fail(StorageErrors.SegmentExists(_writer.Segment, _where));
        else
            Context.Parent.Tell(new Enlist(_writer.Segment));
    }

    /// <inheritdoc/>
    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case AppendChunk append:
                Take(SegmentChunk.Of(append.Number, append.Frame, append.Length, _journalKeepsFrames));
                break;
            case Enlisted:
                _isEnlisted = true;
                while (_waiting.TryDequeue(out var chunk))
                    PersistAsync(chunk, _persisted);
                EndWhenClosed();
                break;
            case IndexFailed failed when !_isEnlisted:
                Fail(StorageErrors.IndexFailed(_where, failed.Cause));
                break;
            case CloseSegment:
                _isClosing = true;
                EndWhenClosed();
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnRecoveryFailure(Exception reason, object? message = null) =>
        _writer.Fail(StorageErrors.WriteFailed(_writer.Segment, 1, _where, reason));

    /// <inheritdoc/>
    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        _writer.Fail(StorageErrors.WriteFailed(_writer.Segment, sequenceNr, _where, cause));

    /// <inheritdoc/>
    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr) =>
        Fail(StorageErrors.WriteFailed(_writer.Segment, sequenceNr, _where, cause));

    /// <inheritdoc/>
    protected override void PostStop()
    {
        if (!_isDone)
            _writer.Fail(StorageErrors.Stopped(_writer.Segment, _where));
        base.PostStop();
    }

    private void Take(SegmentChunk chunk)
    {
        if (_isEnlisted)
            PersistAsync(chunk, _persisted);
        else
            _waiting.Enqueue(chunk);
    }

    private void OnPersisted(SegmentChunk chunk)
    {
        if (!_writer.HasFailed)
            _writer.Persisted(chunk.Number, chunk.Length);
        if (chunk.IsRented)
            ChunkPool.Return(chunk.Frame);
    }

    private void EndWhenClosed()
    {
        if (!_isClosing || !_isEnlisted)
            return;

        DeferAsync(_writer, _ =>
        {
            _isDone = true;
            Context.Stop(Self);
        });
    }

    private void Fail(StorageException failure)
    {
        _writer.Fail(failure);
        Context.Stop(Self);
    }
}
