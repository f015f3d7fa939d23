namespace Akka.Persistence.Journal;

using System.Linq;

/// <summary>One event.</summary>
public struct SingleEventSequence : IEventSequence, IEquatable<IEventSequence>
{
    private readonly object[] _events;

    public SingleEventSequence(object e)
    {
        _events = [e];
    }

    public IEnumerable<object> Events => _events;

    public bool Equals(IEventSequence other) => other is not null && Events.SequenceEqual(other.Events);

    public override bool Equals(object obj) => obj is IEventSequence other && Equals(other);
}
