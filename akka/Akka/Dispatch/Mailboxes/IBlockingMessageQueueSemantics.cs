namespace Akka.Dispatch;

/// <summary>A queue whose operations take a lock, and give up after a time.</summary>
public interface IBlockingMessageQueueSemantics : IMultipleConsumerSemantics
{
    TimeSpan BlockTimeOut { get; set; }
}
