namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Persistence;
using static SegmentProtocol;

/// <summary>Reads a page of chunks, in the journal's own words: a persistent actor would have to read a segment from its
/// beginning.</summary>
internal sealed class SegmentReplay : UntypedActor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ReadPage _request;
    private readonly IActorRef _journal;
    private readonly string _where;
    private readonly List<ReadOnlyMemory<byte>> _chunks;

    public SegmentReplay(ReadPage request, IActorRef journal, string where)
    {
        _request = request;
        _journal = journal;
        _where = where;
        _chunks = new List<ReadOnlyMemory<byte>>((int)(request.Page.Last - request.Page.First + 1));
    }

    public static Props Props(ReadPage request, IActorRef journal, string where) =>
        Akka.Actor.Props.Create(() => new SegmentReplay(request, journal, where));

    /// <inheritdoc/>
    protected override void PreStart()
    {
        var page = _request.Page;
        Context.SetReceiveTimeout(Patience);
        _journal.Tell(new ReplayMessages(page.First, page.Last, page.Last - page.First + 1, page.Segment.Value, Self), Self);
    }

    /// <inheritdoc/>
    protected override void PostStop() => _request.Reply.TrySetException(StorageErrors.StoreStopped(_where));

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ReplayedMessage replayed:
                Take(replayed.Persistent);
                break;
            case RecoverySuccess:
                Complete();
                break;
            case ReplayMessagesFailure failure:
                Fail(StorageErrors.Unreadable(_request.Page, _where, failure.Cause));
                break;
            case ReceiveTimeout:
                Fail(StorageErrors.ReadTimedOut(_request.Page, _where, Patience));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Take(IPersistentRepresentation read)
    {
        var expected = _request.Page.First + _chunks.Count;
        if (read.SequenceNr != expected || read.Payload is not SegmentChunk chunk)
            Fail(StorageErrors.Missing(_request.Page, expected, _where));
        else if (chunk.Damage is not null)
            Fail(StorageErrors.Damaged(_request.Page, expected, _where, chunk.Damage));
        else if (chunk.Number != expected)
            Fail(StorageErrors.Damaged(_request.Page, expected, _where, ChunkFrame.WrongNumber(chunk.Number)));
        else
            _chunks.Add(chunk.Bytes);
    }

    private void Complete()
    {
        var next = _request.Page.First + _chunks.Count;
        if (next <= _request.Page.Last)
        {
            Fail(StorageErrors.Missing(_request.Page, next, _where));
            return;
        }

        _request.Reply.TrySetResult(_chunks);
        Context.Stop(Self);
    }

    private void Fail(StorageException failure)
    {
        _request.Reply.TrySetException(failure);
        Context.Stop(Self);
    }
}
