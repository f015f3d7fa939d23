namespace Akka.Persistence.Journal;

using System.Linq;

/// <summary>Several events.</summary>
public class EventSequence<T> : IEventSequence, IEquatable<IEventSequence>
{
    public EventSequence(IEnumerable<object> events)
    {
        Events = events.ToList();
    }

    public IEnumerable<object> Events { get; }

    public bool Equals(IEventSequence other) => other is not null && Events.SequenceEqual(other.Events);

    public override bool Equals(object obj) => obj is IEventSequence other && Equals(other);
}
