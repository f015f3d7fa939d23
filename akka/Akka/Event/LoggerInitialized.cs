namespace Akka.Event;

using Akka.Actor;

/// <summary>A logger is ready.</summary>
public class LoggerInitialized : INoSerializationVerificationNeeded, IDeadLetterSuppression;
