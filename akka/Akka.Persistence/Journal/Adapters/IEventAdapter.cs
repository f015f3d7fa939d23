namespace Akka.Persistence.Journal;

/// <summary>Translates events in both directions.</summary>
public interface IEventAdapter : IWriteEventAdapter, IReadEventAdapter;
