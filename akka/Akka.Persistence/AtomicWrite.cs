namespace Akka.Persistence;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Persistence.Serialization;

/// <summary>Events of one persistent actor that a journal writes all or none.</summary>
/// <remarks>
/// Almost every write has one event, so that event is held as it is; the list that <see cref="Payload"/> promises is made when someone
/// asks for it.
/// </remarks>
public sealed class AtomicWrite : IPersistentEnvelope, IMessage
{
    private readonly IPersistentRepresentation _first;
    private IImmutableList<IPersistentRepresentation> _payload;

    public AtomicWrite(IPersistentRepresentation @event)
    {
        _first = @event;
    }

    public AtomicWrite(IImmutableList<IPersistentRepresentation> payload)
    {
        if (payload is null || payload.Count == 0)
            throw new ArgumentException("Payload of AtomicWrite must not be empty.", nameof(payload));

        _payload = payload;
        _first = payload[0];
        for (var i = 1; i < payload.Count; i++)
            VerifySameActor(payload[i]);
    }

    /// <summary>An <see cref="IImmutableList{T}"/> of <see cref="IPersistentRepresentation"/>.</summary>
    public object Payload => _payload ??= ImmutableArray.Create(_first);

    public string PersistenceId => _first.PersistenceId;

    public IActorRef Sender => _first.Sender;

    public int Size => _payload?.Count ?? 1;

    public long LowestSequenceNr => _first.SequenceNr;

    public long HighestSequenceNr => this[Size - 1].SequenceNr;

    internal IPersistentRepresentation this[int index] => index == 0 ? _first : _payload[index];

    public bool Equals(AtomicWrite other)
    {
        if (other is null || Size != other.Size)
            return false;

        for (var i = 0; i < Size; i++)
        {
            if (!Equals(this[i], other[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object obj) => obj is AtomicWrite other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_first, Size);

    public override string ToString() =>
        $"AtomicWrite<pid: {PersistenceId}, lowSeqNr: {LowestSequenceNr}, highSeqNr: {HighestSequenceNr}, size: {Size}, sender: {Sender}>";

    private void VerifySameActor(IPersistentRepresentation other)
    {
        if (other.PersistenceId == _first.PersistenceId)
            return;

        throw new ArgumentException(
            "AtomicWrite must contain messages for the same persistenceId, "
            + $"yet [{_first.PersistenceId}] and [{other.PersistenceId}] were found. Write the events of each persistent actor by itself.");
    }
}
