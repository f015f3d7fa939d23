namespace Akka.Flink.Runtime;

using Akka.Actor;
using static SegmentProtocol;

/// <summary>The actor of a <see cref="JournalChunkStore"/>: starts what writes, reads and deletes segments, and the list of them.</summary>
/// <remarks>A child that fails is stopped, and whoever waits for it is told by its end; nothing here is retried, because attempts are. The
/// list is started again when it is needed next.</remarks>
internal sealed class SegmentSupervisor : UntypedActor
{
    private readonly SegmentJournal _journal;
    private readonly Queue<ListSegments> _lists = new();
    private readonly Dictionary<SegmentId, EraseSegment> _erasing = [];
    private IActorRef? _index;
    private Exception? _indexFailure;

    public SegmentSupervisor(SegmentJournal journal) => _journal = journal;

    public static Props Props(SegmentJournal journal) => Akka.Actor.Props.Create(() => new SegmentSupervisor(journal));

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(static _ => Directive.Stop);   // a child started anew would know nothing of what it was asked

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case AppendChunk append:
                append.Writer.Actor ??= Context.ActorOf(SegmentActor.Props(append.Writer, _journal));
                append.Writer.Actor.Tell(append);
                break;
            case CloseSegment close:
                close.Writer.Actor?.Tell(close);
                break;
            case ReadPage read:
                Context.ActorOf(SegmentReplay.Props(read, _journal.Actor, _journal.Where));
                break;
            case EraseSegment erase:
                Erase(erase);
                break;
            case Erased erased:
                _erasing.Remove(erased.Segment);
                break;
            case ListSegments list:
                _lists.Enqueue(list);
                Index().Tell(new ListAll());
                break;
            case Enlist or Strike or Find:
                Index().Forward(message);
                break;
            default:
                OnIndex(message);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void PostStop() => FailLists(StorageErrors.StoreStopped(_journal.Where));

    private void OnIndex(object message)
    {
        switch (message)
        {
            case Listed listed when _lists.TryDequeue(out var list):
                list.Reply.TrySetResult(Select(listed.Segments, list.Prefix));
                break;
            case IndexFailed failed:
                _indexFailure = failed.Cause;
                break;
            case Terminated ended when ended.ActorRef.Equals(_index):
                OnIndexStopped();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // Two at once would write under one persistence id; who asks for what is being done waits for that.
    private void Erase(EraseSegment erase)
    {
        if (_erasing.TryGetValue(erase.Segment, out var running))
        {
            _ = FollowAsync(running.Reply.Task, erase.Reply);
            return;
        }

        _erasing.Add(erase.Segment, erase);
        Context.WatchWith(Context.ActorOf(SegmentEraser.Props(erase, _journal.Id, _journal.Where)), new Erased(erase.Segment));
    }

    private void OnIndexStopped()
    {
        var cause = _indexFailure ?? StorageErrors.StoreStopped(_journal.Where);
        _index = null;
        _indexFailure = null;
        foreach (var child in Context.GetChildren())
            child.Tell(new IndexFailed(cause));
        FailLists(StorageErrors.IndexFailed(_journal.Where, cause));
    }

    private IActorRef Index() => _index ??= Context.Watch(Context.ActorOf(SegmentIndexActor.Props(_journal.Id)));

    private void FailLists(Exception failure)
    {
        while (_lists.TryDequeue(out var list))
            list.Reply.TrySetException(failure);
    }

    private static List<SegmentId> Select(IReadOnlyList<SegmentId> all, string prefix)
    {
        var selected = new List<SegmentId>();
        foreach (var segment in all)
        {
            if (segment.Value.StartsWith(prefix, StringComparison.Ordinal))
                selected.Add(segment);
        }

        return selected;
    }

    private static async Task FollowAsync(Task first, TaskCompletionSource second)
    {
        try
        {
            await first.ConfigureAwait(false);
            second.TrySetResult();
        }
        catch (Exception cause)
        {
            second.TrySetException(cause);
        }
    }

    private sealed record Erased(SegmentId Segment);
}
