namespace Akka.Flink.Runtime;

/// <summary>How tasks work.</summary>
internal sealed record TaskSettings
{
    /// <summary><c>execution.buffer-timeout.interval</c>: how long a busy task keeps records before it sends an unfilled batch.</summary>
    public TimeSpan BufferTimeout { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary><c>pipeline.auto-watermark-interval</c>: how often periodic watermark generators are asked; zero never.</summary>
    public TimeSpan AutoWatermarkInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary><c>pipeline.object-reuse</c>: whether values are handed on without copies.</summary>
    public bool ObjectReuse { get; init; }

    /// <summary><c>task.cancellation.timeout</c>: how long a task may take to stop before the job gives up on it.</summary>
    public TimeSpan CancellationTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary><c>heartbeat.interval</c>: how often the job master renews the tasks' leases.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><c>heartbeat.timeout</c>: how long a task goes on without hearing of its job master.</summary>
    public TimeSpan HeartbeatTimeout { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary><c>channel.timeout</c>: how long the two ends of a channel may disagree on what was sent.</summary>
    public TimeSpan ChannelTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>channel.max-batches</c>: how many batches a channel holds at most.</summary>
    public int ChannelBatches { get; init; } = 32;

    /// <summary><c>task.slice-bytes</c>: how much of a snapshot is written between two batches.</summary>
    public int SliceBytes { get; init; } = 64 * 1024;

    /// <summary>Reads what concerns tasks.</summary>
    /// <param name="reader">What is configured.</param>
    public static TaskSettings From(SettingsReader reader)
    {
        var settings = new TaskSettings
        {
            BufferTimeout = reader.Duration("execution.buffer-timeout.interval", TimeSpan.Zero),
            AutoWatermarkInterval = reader.Duration("pipeline.auto-watermark-interval", TimeSpan.Zero),
            ObjectReuse = reader.Switch("pipeline.object-reuse"),
            CancellationTimeout = reader.Duration("task.cancellation.timeout", TimeSpan.FromMilliseconds(1)),
            HeartbeatInterval = reader.Duration("heartbeat.interval", TimeSpan.FromMilliseconds(10)),
            HeartbeatTimeout = reader.Duration("heartbeat.timeout", TimeSpan.FromMilliseconds(20)),
            ChannelTimeout = reader.Duration("channel.timeout", TimeSpan.FromMilliseconds(100)),
            ChannelBatches = reader.Number("channel.max-batches", 1, 4096),
            SliceBytes = (int)reader.Bytes("task.slice-bytes", 4 << 10, 16 << 20),
        };
        if (settings.HeartbeatTimeout <= settings.HeartbeatInterval)
            reader.Contradict("heartbeat.timeout", "heartbeat.interval",
                "Let the timeout be longer than the interval, best by five times.");
        return settings;
    }
}
