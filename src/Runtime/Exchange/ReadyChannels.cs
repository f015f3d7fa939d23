namespace Akka.Flink.Runtime;

/// <summary>The channels of a task that have something to process and may, in turn.</summary>
/// <remarks><para><b>Threads.</b> The task's.</para></remarks>
internal sealed class ReadyChannels
{
    private readonly Queue<ChannelReceiver> _queue = new();

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _queue.Count == 0;

    /// <summary>Queues a channel, unless it has nothing, must wait, or is queued already.</summary>
    /// <param name="channel">The channel.</param>
    public void Add(ChannelReceiver channel)
    {
        if (channel.IsQueued || channel.IsBlocked || !channel.HasMessages)
            return;

        channel.IsQueued = true;
        _queue.Enqueue(channel);
    }

    /// <summary>Takes the next channel out.</summary>
    /// <returns>The channel; null when there is none.</returns>
    public ChannelReceiver? Next()
    {
        while (_queue.TryDequeue(out var channel))
        {
            channel.IsQueued = false;
            if (!channel.IsBlocked)
                return channel;
        }

        return null;
    }

    /// <summary>Lets a channel go on that had to wait.</summary>
    /// <param name="channel">The channel.</param>
    public void Unblock(ChannelReceiver channel)
    {
        channel.IsBlocked = false;
        Add(channel);
    }
}
