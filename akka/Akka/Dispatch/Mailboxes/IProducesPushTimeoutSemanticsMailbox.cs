namespace Akka.Dispatch;

/// <summary>Says of a type of mailbox how long its queues make a sender wait.</summary>
public interface IProducesPushTimeoutSemanticsMailbox
{
    TimeSpan PushTimeout { get; }
}
