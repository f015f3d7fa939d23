namespace Akka.Event;

/// <summary>A message that may become a dead letter without anyone being told.</summary>
public interface IDeadLetterSuppression;
