namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>The journal of a <see cref="JournalChunkStore"/>.</summary>
/// <param name="Id">Its plugin id.</param>
/// <param name="Actor">Its actor.</param>
/// <param name="Where">What errors call it.</param>
/// <param name="KeepsFrames">Whether it may still use the bytes of an event that it has written, as journals in memory do.</param>
internal sealed record SegmentJournal(string Id, IActorRef Actor, string Where, bool KeepsFrames);
