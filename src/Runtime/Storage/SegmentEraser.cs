namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Persistence;
using static SegmentProtocol;

/// <summary>Deletes one segment: first its chunks, then its name from the list, so that a crash in between leaves work and no
/// litter.</summary>
/// <remarks>
/// The row of the highest sequence number stays in the journal for ever, with its bytes, so a small event is written behind the chunks
/// before they go. They go a few at a time, because a deletion holds up what others write.
/// </remarks>
internal sealed class SegmentEraser : UntypedPersistentActor
{
    private const string NoSnapshots = "akka.persistence.no-snapshot-store";
    private const int ChunksAtATime = 64;

    private readonly EraseSegment _request;
    private readonly string _where;
    private long _deletedTo;

    public SegmentEraser(EraseSegment request, string journal, string where)
    {
        _request = request;
        _where = where;
        JournalPluginId = journal;
        SnapshotPluginId = NoSnapshots;
    }

    /// <inheritdoc/>
    public override string PersistenceId => _request.Segment.Value;

    /// <inheritdoc/>
    public override Recovery Recovery => Recovery.None;

    public static Props Props(EraseSegment request, string journal, string where) =>
        Akka.Actor.Props.Create(() => new SegmentEraser(request, journal, where));

    /// <inheritdoc/>
    protected override void OnRecover(object message)
    {
        if (message is RecoveryCompleted)
            Context.Parent.Tell(new Find(_request.Segment));
    }

    /// <inheritdoc/>
    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case Found { IsListed: false } or Struck:
                _request.Reply.TrySetResult();
                Context.Stop(Self);
                break;
            case Found when LastSequenceNr == 0:
                Context.Parent.Tell(new Strike(_request.Segment));
                break;
            case Found:
                Persist(new SegmentTombstone(), _ => DeleteNext());
                break;
            case DeleteMessagesSuccess when _deletedTo < LastSequenceNr:
                DeleteNext();
                break;
            case DeleteMessagesSuccess:
                Context.Parent.Tell(new Strike(_request.Segment));
                break;
            case DeleteMessagesFailure failure:
                Fail(failure.Cause);
                break;
            case IndexFailed failed:
                Fail(failed.Cause);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnRecoveryFailure(Exception reason, object? message = null) => Fail(reason);

    /// <inheritdoc/>
    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Fail(cause);

    /// <inheritdoc/>
    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr) => Fail(cause);

    /// <inheritdoc/>
    protected override void PostStop()
    {
        _request.Reply.TrySetException(StorageErrors.StoreStopped(_where));
        base.PostStop();
    }

    private void DeleteNext()
    {
        _deletedTo = Math.Min(_deletedTo + ChunksAtATime, LastSequenceNr);
        DeleteMessages(_deletedTo);
    }

    private void Fail(Exception cause)
    {
        _request.Reply.TrySetException(StorageErrors.DeleteFailed(_request.Segment, _where, cause));
        Context.Stop(Self);
    }
}
