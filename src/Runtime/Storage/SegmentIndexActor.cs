namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;
using Akka.Persistence;
using static SegmentProtocol;

/// <summary>The list of the segments of a journal, which by itself cannot say what persistence ids it has.</summary>
/// <remarks>
/// <para>Event-sourced in a persistence id of its own, whose name no segment can have. A segment is on the list before it has a chunk
/// and until all of them are gone: after a crash the list may name a segment that is empty, but no segment is missing from it.</para>
/// <para>When there are many more events than segments, one event takes the place of all before it, which are then deleted. Should the
/// process die in between, the next recovery reads them in vain.</para>
/// <para>The list changes when a change is asked for, and the answer comes when it is durable; a write that fails stops the actor, and
/// the next one recovers what is durable.</para>
/// </remarks>
internal sealed class SegmentIndexActor : UntypedPersistentActor
{
    /// <summary>The persistence id.</summary>
    public const string Id = "segments.index";

    private const string NoSnapshots = "akka.persistence.no-snapshot-store";
    private const int MinEventsBeforeCompaction = 1000;
    private const int EventsForEachSegment = 4;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private long _eventsSinceCompaction;

    public SegmentIndexActor(string journal)
    {
        JournalPluginId = journal;
        SnapshotPluginId = NoSnapshots;
    }

    /// <inheritdoc/>
    public override string PersistenceId => Id;

    /// <inheritdoc/>
    public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

    public static Props Props(string journal) => Akka.Actor.Props.Create(() => new SegmentIndexActor(journal));

    /// <inheritdoc/>
    protected override void OnRecover(object message)
    {
        if (message is not ISegmentEvent happened)
            return;

        _eventsSinceCompaction++;
        Apply(happened);
    }

    /// <inheritdoc/>
    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case Enlist enlist:
                Change(new SegmentEnlisted(enlist.Segment), new Enlisted());
                break;
            case Strike strike:
                Change(new SegmentStruck(strike.Segment), new Struck());
                break;
            case Find find:
                Sender.Tell(new Found(_names.Contains(find.Segment.Value)));
                break;
            case ListAll:
                Sender.Tell(new Listed(All()));
                break;
            case DeleteMessagesFailure failure:
                _log.Warning(failure.Cause, "Old events of the list of segments could not be deleted; they are read in vain.");
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnRecoveryFailure(Exception reason, object? message = null) => Context.Parent.Tell(new IndexFailed(reason));

    /// <inheritdoc/>
    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        Context.Parent.Tell(new IndexFailed(cause));

    /// <inheritdoc/>
    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr)
    {
        Context.Parent.Tell(new IndexFailed(cause));
        Context.Stop(Self);
    }

    private void Change(ISegmentEvent change, object answer)
    {
        var requester = Sender;
        Apply(change);
        PersistAsync(change, _ => requester.Tell(answer));
        if (++_eventsSinceCompaction > MinEventsBeforeCompaction + EventsForEachSegment * (long)_names.Count)
            Compact();
    }

    private void Compact()
    {
        _eventsSinceCompaction = 0;
        PersistAsync(new SegmentsCompacted(All()), _ => DeleteMessages(LastSequenceNr - 1));
    }

    private void Apply(ISegmentEvent happened)
    {
        switch (happened)
        {
            case SegmentEnlisted enlisted:
                _names.Add(enlisted.Segment.Value);
                break;
            case SegmentStruck struck:
                _names.Remove(struck.Segment.Value);
                break;
            case SegmentsCompacted compacted:
                _names.Clear();
                foreach (var segment in compacted.Segments)
                    _names.Add(segment.Value);
                break;
            default:
                break;
        }
    }

    private SegmentId[] All()
    {
        var all = new SegmentId[_names.Count];
        var index = 0;
        foreach (var name in _names)
            all[index++] = new SegmentId(name);
        return all;
    }
}
