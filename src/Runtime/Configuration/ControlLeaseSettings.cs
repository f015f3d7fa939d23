namespace Akka.Flink.Runtime;

/// <summary>The times of leases in the control database. Akka reads the section; here it is checked that it can.</summary>
/// <param name="HeartbeatInterval"><c>lease.heartbeat-interval</c>: how often an owner renews its lease.</param>
/// <param name="HeartbeatTimeout"><c>lease.heartbeat-timeout</c>: how long a lease lasts that is not renewed.</param>
/// <param name="OperationTimeout"><c>lease.lease-operation-timeout</c>: how long the database may take.</param>
internal sealed record ControlLeaseSettings(TimeSpan HeartbeatInterval, TimeSpan HeartbeatTimeout, TimeSpan OperationTimeout)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads it.</summary>
    /// <param name="reader">What is configured.</param>
    public static ControlLeaseSettings From(SettingsReader reader)
    {
        var settings = new ControlLeaseSettings(
            reader.Duration("lease.heartbeat-interval", Least),
            reader.Duration("lease.heartbeat-timeout", Least),
            reader.Duration("lease.lease-operation-timeout", Least));
        if (settings.HeartbeatTimeout < 2 * settings.HeartbeatInterval)
        {
            reader.Contradict(
                "lease.heartbeat-timeout", "lease.heartbeat-interval", "Let the timeout be at least twice the interval, best five times.");
        }

        return settings;
    }
}
