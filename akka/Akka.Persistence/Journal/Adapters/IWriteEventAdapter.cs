namespace Akka.Persistence.Journal;

/// <summary>Translates an event on its way to the journal.</summary>
public interface IWriteEventAdapter
{
    string Manifest(object evt);

    object ToJournal(object evt);
}
