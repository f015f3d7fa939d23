namespace Akka.Persistence.Journal;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>The base of journals: what the event adapters do to events on their way.</summary>
public abstract class WriteJournalBase : ActorBase
{
    private readonly EventAdapters _eventAdapters;

    protected WriteJournalBase()
    {
        _eventAdapters = Persistence.Instance.Apply(Context.System).AdaptersFor(Self);
    }

    /// <summary>The atomic writes among the envelopes, adapted, without their senders.</summary>
    protected IEnumerable<AtomicWrite> PreparePersistentBatch(IEnumerable<IPersistentEnvelope> resequenceables)
    {
        var prepared = resequenceables is IPersistentEnvelope[] array ? new List<AtomicWrite>(array.Length) : [];
        foreach (var envelope in resequenceables)
        {
            if (envelope is AtomicWrite write)
                prepared.Add(Prepare(write));
        }

        return prepared;
    }

    protected IEnumerable<IPersistentRepresentation> AdaptFromJournal(IPersistentRepresentation representation)
    {
        var adapter = AdapterOf(representation);
        if (IsIdentity(adapter))
            return [representation];

        var adapted = new List<IPersistentRepresentation>();
        foreach (var payload in adapter.FromJournal(representation.Payload, representation.Manifest).Events)
            adapted.Add(representation.WithPayload(payload));

        return adapted;
    }

    protected IPersistentRepresentation AdaptToJournal(IPersistentRepresentation representation)
    {
        var adapter = AdapterOf(representation);
        if (IsIdentity(adapter))
            return representation;

        var payload = representation.Payload;
        return representation.WithPayload(adapter.ToJournal(payload)).WithManifest(adapter.Manifest(payload));
    }

    /// <summary>Whether <see cref="AdaptFromJournal"/> would return the event itself.</summary>
    private protected bool IsReadAsItIs(IPersistentRepresentation representation) => IsIdentity(AdapterOf(representation));

    private static bool IsIdentity(IEventAdapter adapter) => ReferenceEquals(adapter, IdentityEventAdapter.Instance);

    private IEventAdapter AdapterOf(IPersistentRepresentation representation) => _eventAdapters.Get(representation.Payload.GetType());

    private AtomicWrite Prepare(AtomicWrite write)
    {
        if (write.Size == 1)
            return new AtomicWrite(Prepare(write[0]));

        var adapted = ImmutableArray.CreateBuilder<IPersistentRepresentation>(write.Size);
        for (var i = 0; i < write.Size; i++)
            adapted.Add(Prepare(write[i]));

        return new AtomicWrite(adapted.MoveToImmutable());
    }

    private IPersistentRepresentation Prepare(IPersistentRepresentation representation) => AdaptToJournal(representation.Update(
        representation.SequenceNr,
        representation.PersistenceId,
        representation.IsDeleted,
        ActorRefs.NoSender,
        representation.WriterGuid));
}
