namespace Akka.Flink.Runtime;

using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence;
using static SegmentProtocol;

/// <summary>Keeps chunks in an Akka.Persistence journal of its own: a segment is a persistence id, a chunk is an event.</summary>
/// <remarks>
/// <para><b>State.</b> The journal may be any plugin; the list of segments is kept in it as well, because a plugin has no list of its
/// persistence ids. One store at a time may use a journal.</para>
/// <para><b>Threads.</b> Any. Progress is told by actors' threads, or within <see cref="ISegmentWriter.IsWritable"/>. The store ends with
/// its actor system; what is still being written fails.</para>
/// </remarks>
internal sealed class JournalChunkStore : IChunkStore
{
    /// <summary>How many chunks are read at a time; while they are processed, as many more are being read.</summary>
    public const int PageChunks = 8;

    private readonly NodeBudget _budget;
    private readonly IActorRef _supervisor;

    /// <summary>Uses a journal of an actor system whose configuration includes <see cref="DefaultConfig"/>.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="budget">What all writers of the node share.</param>
    /// <param name="journalId">The plugin id of the journal.</param>
    /// <param name="place">Where its database is, for errors; null where that is not known.</param>
    public JournalChunkStore(
        ActorSystem system, NodeBudget budget, string journalId = EmbeddedStorage.StateJournal, string? place = null)
    {
        _budget = budget;
        var persistence = Persistence.Instance.Apply(system);
        var journal = persistence.JournalFor(journalId);
        var where = $"the journal '{journalId}'{(place is null ? "" : $" ({place})")}";
        _supervisor = system.ActorOf(
            SegmentSupervisor.Props(new SegmentJournal(journalId, journal, where, KeepsFrames(system, persistence, journalId))),
            $"chunk-store-{journalId}");
    }

    /// <summary>The serializer of chunks, and what the journals of chunks have in common.</summary>
    public static Config DefaultConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka.actor {
          serializers.akka-flink-segments = "Akka.Flink.Runtime.SegmentSerializer, Akka.Flink.Runtime"
          serialization-bindings { "Akka.Flink.Runtime.ISegmentEvent, Akka.Flink.Runtime" = akka-flink-segments }
        }
        """);

    /// <inheritdoc/>
    public ISegmentWriter Open(SegmentId segment, Action<SegmentProgress> persisted) =>
        new JournalSegmentWriter(segment, _budget, persisted, _supervisor);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        SegmentRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SegmentNames.Check(range);
        if (range.Last < range.First)
            yield break;

        var next = ReadPage(range, range.First);
        for (var first = range.First; first <= range.Last; first += PageChunks)
        {
            var page = await next.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (first + PageChunks <= range.Last)
                next = ReadPage(range, first + PageChunks);
            for (var i = 0; i < page.Count; i++)
                yield return page[i];
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(SegmentId segment, CancellationToken cancellationToken)
    {
        SegmentNames.Check(segment);
        var result = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _supervisor.Tell(new EraseSegment(segment, result), ActorRefs.NoSender);
        return result.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SegmentId>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<IReadOnlyList<SegmentId>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _supervisor.Tell(new ListSegments(prefix, result), ActorRefs.NoSender);
        return result.Task.WaitAsync(cancellationToken);
    }

    // Of this one it is known that it does not: an event is a row by the time that it is said to be written. Whether those who are told of
    // writes do, nobody knows.
    private static bool KeepsFrames(ActorSystem system, PersistenceExtension persistence, string journalId)
    {
        var type = system.Settings.Config.GetString($"{journalId}.class", "").Split(',')[0].Trim();
        return type != "Akka.Persistence.Sql.Journal.SqlWriteJournal" || persistence.Settings.Internal.PublishPluginCommands;
    }

    private Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadPage(SegmentRange range, long first)
    {
        var page = range with { First = first, Last = Math.Min(first + PageChunks - 1, range.Last) };
        var result = new TaskCompletionSource<IReadOnlyList<ReadOnlyMemory<byte>>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _supervisor.Tell(new ReadPage(page, result), ActorRefs.NoSender);
        return result.Task;
    }
}
