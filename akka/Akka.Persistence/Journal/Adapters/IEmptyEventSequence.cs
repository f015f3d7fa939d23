namespace Akka.Persistence.Journal;

/// <summary>A sequence without events.</summary>
public interface IEmptyEventSequence : IEventSequence;
