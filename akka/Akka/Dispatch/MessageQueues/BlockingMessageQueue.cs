namespace Akka.Dispatch.MessageQueues;

using Akka.Actor;

/// <summary>A queue under a lock, for orders that cannot do without.</summary>
public abstract class BlockingMessageQueue : IMessageQueue, IBlockingMessageQueueSemantics
{
    private readonly object _lock = new();

    public TimeSpan BlockTimeOut { get; set; } = TimeSpan.FromSeconds(1);

    public bool HasMessages => Count > 0;

    public int Count
    {
        get
        {
            Enter();
            try
            {
                return LockedCount;
            }
            finally
            {
                Monitor.Exit(_lock);
            }
        }
    }

    protected abstract int LockedCount { get; }

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        Enter();
        try
        {
            LockedEnqueue(envelope);
        }
        finally
        {
            Monitor.Exit(_lock);
        }
    }

    public bool TryDequeue(out Envelope envelope)
    {
        Enter();
        try
        {
            return LockedTryDequeue(out envelope);
        }
        finally
        {
            Monitor.Exit(_lock);
        }
    }

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope))
            deadletters.Enqueue(owner, envelope);
    }

    protected abstract void LockedEnqueue(Envelope envelope);

    protected abstract bool LockedTryDequeue(out Envelope envelope);

    private void Enter()
    {
        if (!Monitor.TryEnter(_lock, BlockTimeOut))
        {
            throw new TimeoutException(
                $"The lock of {GetType()} was not free within {BlockTimeOut}; the priority function may take too long.");
        }
    }
}
