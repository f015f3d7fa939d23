namespace Akka.Flink.Runtime;

using Akka.Cluster.Sharding;

/// <summary>A slot is an entity, and the only one of its shard: both are named 'node/number'.</summary>
internal sealed class SlotExtractor : IMessageExtractor
{
    /// <inheritdoc/>
    public string? EntityId(object message) => (message as TaskEnvelope)?.Slot.ToString();

    /// <inheritdoc/>
    public object EntityMessage(object message) => message;

    /// <inheritdoc/>
    public string? ShardId(object message) => EntityId(message);

    /// <inheritdoc/>
    public string ShardId(string entityId, object? messageHint = null) => entityId;
}
