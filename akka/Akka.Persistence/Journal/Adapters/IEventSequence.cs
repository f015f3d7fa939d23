namespace Akka.Persistence.Journal;

/// <summary>What a stored event becomes when it is read: no event, one or several.</summary>
public interface IEventSequence
{
    IEnumerable<object> Events { get; }
}
