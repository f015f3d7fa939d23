namespace Akka.Actor;

/// <summary>Puts messages aside until the actor can handle them.</summary>
public interface IStash
{
    public int Capacity { get; }

    public int Count { get; }

    public bool IsEmpty { get; }

    public bool IsFull { get; }

    public bool NonEmpty { get; }

    public IEnumerable<Envelope> ClearStash();

    public void Prepend(IEnumerable<Envelope> envelopes);

    public void Stash();

    public void Unstash();

    public void UnstashAll();

    public void UnstashAll(Func<Envelope, bool> predicate);
}
