namespace Akka.Flink.Runtime;

using Akka.Actor;
using static SegmentProtocol;

/// <summary>Writes a segment of a <see cref="JournalChunkStore"/>: what the task holds of a <see cref="SegmentActor"/>.</summary>
/// <param name="segment">The segment.</param>
/// <param name="budget">What all writers of the node share.</param>
/// <param name="persisted">Told of progress and of the failure.</param>
/// <param name="store">The store's actor.</param>
internal sealed class JournalSegmentWriter(
    SegmentId segment, NodeBudget budget, Action<SegmentProgress> persisted, IActorRef store) : SegmentWriter(segment, budget, persisted)
{
    /// <summary>The segment's actor, from its first chunk on. Only the store's actor may look.</summary>
    public IActorRef? Actor { get; set; }

    /// <inheritdoc/>
    protected override void Send(long number, byte[] frame, int length) =>
        store.Tell(new AppendChunk(this, number, frame, length), ActorRefs.NoSender);

    /// <inheritdoc/>
    protected override void SendClose() => store.Tell(new CloseSegment(this), ActorRefs.NoSender);
}
