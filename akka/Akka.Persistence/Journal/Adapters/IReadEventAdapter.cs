namespace Akka.Persistence.Journal;

/// <summary>Translates an event on its way from the journal.</summary>
public interface IReadEventAdapter
{
    IEventSequence FromJournal(object evt, string manifest);
}
