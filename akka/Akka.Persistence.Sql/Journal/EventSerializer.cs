namespace Akka.Persistence.Sql.Journal;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Persistence.Journal;
using Akka.Persistence.Sql.Settings;
using Akka.Serialization;
using Akka.Util;

/// <summary>Turns atomic writes into rows, and rows into events. Writing is for the journal's actor, reading for any thread.</summary>
internal sealed class EventSerializer(Akka.Serialization.Serialization serialization, JournalSettings settings)
{
    public WriteRequest Serialize(IEnumerable<AtomicWrite> writes) =>
        Akka.Serialization.Serialization.WithTransport(
            serialization.System, (this, writes), static state => state.Item1.ToRequest(state.writes));

    public IPersistentRepresentation Deserialize(
        string persistenceId, long sequenceNr, long created, int? identifier, string manifest, string writerUuid, byte[] message)
    {
        var payload = identifier is { } id ? serialization.Deserialize(message, id, manifest) : DeserializeByType(message, manifest);
        return new Persistent(
            payload, sequenceNr, persistenceId, manifest, isDeleted: false, ActorRefs.NoSender, writerUuid, created);
    }

    private WriteRequest ToRequest(IEnumerable<AtomicWrite> writes)
    {
        var list = writes as IReadOnlyCollection<AtomicWrite> ?? writes.ToArray();
        var rows = new EventRow[CountEvents(list)];
        var now = DateTime.UtcNow.Ticks;
        Exception[] rejections = null;
        var count = 0;
        var bytes = 0L;
        var index = 0;

        foreach (var write in list)
        {
            var before = count;
            try
            {
                count = AddRows(write, rows, count, now);
                for (var i = before; i < count; i++)
                    bytes += rows[i].Message.Length;
            }
            catch (Exception cause)
            {
                rejections ??= new Exception[list.Count];
                rejections[index] = cause;
                count = before;
            }

            index++;
        }

        return new WriteRequest(rows, count, bytes, rejections is null ? null : ImmutableList.Create(rejections));
    }

    private static int CountEvents(IReadOnlyCollection<AtomicWrite> writes)
    {
        var count = 0;
        foreach (var write in writes)
            count += write.Size;
        return count;
    }

    private int AddRows(AtomicWrite write, EventRow[] rows, int count, long now)
    {
        if (write.Payload is not IImmutableList<IPersistentRepresentation> { Count: > 0 } events)
            throw SqlErrors.EmptyWrite(write);

        for (var i = 0; i < events.Count; i++)
            rows[count++] = ToRow(events[i], now);
        return count;
    }

    private EventRow ToRow(IPersistentRepresentation representation, long now)
    {
        var payload = representation.Payload;
        string tags = settings.HasTagsColumn ? "" : null;
        string[] tagList = null;
        if (payload is Tagged tagged)
        {
            payload = tagged.Payload;
            if (tagged.Tags.Count > 0)
            {
                tagList = settings.HasTagTable ? tagged.Tags.ToArray() : null;
                tags = settings.HasTagsColumn ? JoinTags(tagged.Tags) : null;
            }
        }

        var type = payload.GetType();
        var serializer = serialization.FindSerializerForType(type, settings.Sql.DefaultSerializer);
        return new EventRow(
            representation.PersistenceId,
            representation.SequenceNr,
            representation.Timestamp == 0 ? now : representation.Timestamp,
            serializer.Identifier,
            Manifests.Of(serializer, payload, type),
            serializer.ToBinary(payload),
            tags,
            tagList);
    }

    private string JoinTags(IImmutableSet<string> tags) =>
        settings.TagSeparator + string.Join(settings.TagSeparator, tags) + settings.TagSeparator;

    private object DeserializeByType(byte[] message, string manifest)
    {
        var type = Type.GetType(manifest, throwOnError: true);
        return serialization.FindSerializerForType(type, settings.Sql.DefaultSerializer).FromBinary(message, type);
    }
}
