namespace Akka.Persistence.Journal;

using Akka.Actor;
using Akka.Event;
using Akka.Pattern;

/// <summary>
/// Holds back the latest replayed events to find those that a second writer wrote at the same time under the same persistence id.
/// </summary>
/// <remarks>
/// Two writers overlap when an actor is started elsewhere while its old instance still runs, as in a network partition. Once events of a
/// new writer appear, later ones of an older writer, and held-back ones that the new writer overwrote, are the fault.
/// </remarks>
internal sealed class ReplayFilterWindow(IActorRef persistentActor, ReplayFilterSettings settings, ActorSystem system)
{
    private const string TwoWriters =
        "Perhaps, the old writer kept journaling messages after the new writer created, "
        + "or duplicate PersistenceId for different entities?";

    private readonly Queue<IPersistentRepresentation> _window = new(settings.WindowSize + 1);
    private readonly LinkedList<string> _oldWriters = new();
    private string _writer = string.Empty;
    private long _sequenceNr;
    private ILoggingAdapter _log;

    private ILoggingAdapter Log => _log ??= Logging.GetLogger(system, this);

    public void Add(IPersistentRepresentation persistent)
    {
        if (settings.Debug && Log.IsDebugEnabled)
            Log.Debug("Replay: {0}", persistent);

        if (_window.Count == settings.WindowSize)
            Send(_window.Dequeue());

        if (string.Equals(persistent.WriterGuid, _writer))
            AddOfSameWriter(persistent);
        else if (_oldWriters.Count > 0 && _oldWriters.Contains(persistent.WriterGuid))
            Reject(persistent, OldWriter(persistent));
        else
            AddOfNewWriter(persistent);
    }

    /// <summary>Sends what is held back; the replay is complete.</summary>
    public void Flush()
    {
        while (_window.Count > 0)
            Send(_window.Dequeue());
    }

    private void AddOfSameWriter(IPersistentRepresentation persistent)
    {
        if (persistent.SequenceNr < _sequenceNr)
        {
            Reject(persistent, OutOfSequence(persistent));
            return;
        }

        _window.Enqueue(persistent);
        _sequenceNr = persistent.SequenceNr;
    }

    private void AddOfNewWriter(IPersistentRepresentation persistent)
    {
        if (!string.IsNullOrEmpty(_writer))
            _oldWriters.AddLast(_writer);
        if (_oldWriters.Count > settings.MaxOldWriters)
            _oldWriters.RemoveFirst();

        _writer = persistent.WriterGuid;
        _sequenceNr = persistent.SequenceNr;

        for (var held = _window.Count; held > 0; held--)
        {
            var old = _window.Dequeue();
            if (old.SequenceNr < _sequenceNr)
                _window.Enqueue(old);
            else
                Reject(old, Overwritten(old));
        }

        _window.Enqueue(persistent);
    }

    private void Reject(IPersistentRepresentation persistent, string issue)
    {
        if (settings.Mode == ReplayFilterMode.Fail)
        {
            Log.Error(issue);
            _window.Clear();
            throw new IllegalStateException(issue);
        }

        Log.Warning(issue);
        if (settings.Mode == ReplayFilterMode.Warn)
            _window.Enqueue(persistent);
    }

    private void Send(IPersistentRepresentation persistent) =>
        persistentActor.Tell(new ReplayedMessage(persistent), ActorRefs.NoSender);

    private string OutOfSequence(IPersistentRepresentation persistent) =>
        $"Invalid replayed event {Describe(persistent)}: the sequenceNr should be equal to or greater than already-processed event "
        + $"[sequenceNr={_sequenceNr}, writerGuid={_writer}] from the same writer, "
        + $"for the same persistenceId [{persistent.PersistenceId}]. "
        + "Perhaps, events were journaled out of sequence, or duplicate PersistenceId for different entities?";

    private string OldWriter(IPersistentRepresentation persistent) =>
        $"Invalid replayed event {Describe(persistent)}. There was already a newer writer whose last replayed event was "
        + $"[sequenceNr={_sequenceNr}, writerGuid={_writer}] for the same persistenceId [{persistent.PersistenceId}]. "
        + TwoWriters;

    private string Overwritten(IPersistentRepresentation persistent) =>
        $"Invalid replayed event {Describe(persistent)} in buffer: a newer writer wrote [sequenceNr={_sequenceNr}, writerGuid={_writer}] "
        + $"for the same persistenceId [{persistent.PersistenceId}]. "
        + TwoWriters;

    private static string Describe(IPersistentRepresentation persistent) =>
        $"[sequenceNr={persistent.SequenceNr}, writerGuid={persistent.WriterGuid}]";
}
