namespace Akka.Dispatch;

/// <summary>A queue with a bound: a sender waits for room up to a time, then the message is a dead letter.</summary>
public interface IBoundedMessageQueueSemantics : ISemantics
{
    TimeSpan PushTimeOut { get; }
}
