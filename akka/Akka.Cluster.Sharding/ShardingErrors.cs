namespace Akka.Cluster.Sharding;

using Akka.Configuration;
using Akka.Pattern;

/// <summary>How sharding fails.</summary>
internal static class ShardingErrors
{
    public static ConfigurationException Unsupported(string key, object value, string remedy) => new(
        $"'akka.cluster.sharding.{key}' is [{value}], which this slice of Akka does not support. {remedy}, or use the official packages.");

    public static ArgumentException NotStarted(string typeName, string method) => new(
        $"The shard type [{typeName}] has not been started on this node. Call {method} first.", nameof(typeName));

    public static IllegalStateException HomeChanged(string shard, object here, object there) => new(
        $"Shard [{shard}] runs in [{here}], but its coordinator has given it to [{there}]. The region is restarted. " +
        "Check that all nodes of this cluster use the same journal, and no other cluster does.");

    public static IllegalStateException Contradiction(object @event, string reason) => new(
        $"The coordinator's event [{@event}] contradicts those before it: {reason}. " +
        "Check that only one cluster uses this journal, and that no partition went on without a downing provider.");
}
