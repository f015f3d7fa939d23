namespace Akka.Coordination;

using Akka.Configuration;

/// <summary>The times of a lease.</summary>
public sealed class TimeoutSettings
{
    public TimeoutSettings(TimeSpan heartbeatInterval, TimeSpan heartbeatTimeout, TimeSpan operationTimeout)
    {
        HeartbeatInterval = heartbeatInterval;
        HeartbeatTimeout = heartbeatTimeout;
        OperationTimeout = operationTimeout;
    }

    public TimeSpan HeartbeatInterval { get; }

    public TimeSpan HeartbeatTimeout { get; }

    public TimeSpan OperationTimeout { get; }

    public static TimeoutSettings Create(Config config)
    {
        var heartbeatTimeout = config.GetTimeSpan("heartbeat-timeout", null);
        var heartbeatInterval = string.IsNullOrEmpty(config.GetString("heartbeat-interval"))
            ? TimeSpan.FromTicks(Math.Max(heartbeatTimeout.Ticks / 10, TimeSpan.FromSeconds(5).Ticks))
            : config.GetTimeSpan("heartbeat-interval", null);
        if (heartbeatInterval > heartbeatTimeout / 2)
        {
            throw new ArgumentException(
                $"'heartbeat-interval' is {heartbeatInterval} and must be at most half of 'heartbeat-timeout', which is " +
                $"{heartbeatTimeout}: a lease would be lost with one late renewal.",
                nameof(config));
        }

        return new TimeoutSettings(heartbeatInterval, heartbeatTimeout, config.GetTimeSpan("lease-operation-timeout", null));
    }

    public TimeoutSettings WithHeartbeatInterval(TimeSpan heartbeatInterval) => new(heartbeatInterval, HeartbeatTimeout, OperationTimeout);

    public TimeoutSettings WithHeartbeatTimeout(TimeSpan heartbeatTimeout) => new(HeartbeatInterval, heartbeatTimeout, OperationTimeout);

    public TimeoutSettings withOperationTimeout(TimeSpan operationTimeout) => new(HeartbeatInterval, HeartbeatTimeout, operationTimeout);

    public override string ToString() => $"TimeoutSettings({HeartbeatInterval}, {HeartbeatTimeout}, {OperationTimeout})";
}
