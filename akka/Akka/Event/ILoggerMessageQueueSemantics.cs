namespace Akka.Event;

using Akka.Dispatch;

/// <summary>The mailbox of a logger.</summary>
public interface ILoggerMessageQueueSemantics : ISemantics;
