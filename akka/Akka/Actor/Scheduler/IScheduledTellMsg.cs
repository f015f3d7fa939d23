namespace Akka.Actor.Scheduler;

/// <summary>A message that a scheduler sends inside an envelope of its own; the cell takes it out.</summary>
public interface IScheduledTellMsg : IWrappedMessage, INoSerializationVerificationNeeded;
