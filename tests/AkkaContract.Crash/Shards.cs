namespace Akka.Flink.AkkaContract.Crash;

using Akka.Cluster.Sharding;

/// <summary>Messages of the form <c>shard/entity message</c>.</summary>
internal sealed class Shards : IMessageExtractor
{
    public string EntityId(object message) => message is string text && text.Contains(' ') ? text[..text.IndexOf(' ')] : null!;

    public object EntityMessage(object message) => ((string)message)[(((string)message).IndexOf(' ') + 1)..];

    public string ShardId(object message) => EntityId(message) is { } id ? ShardId(id) : null!;

    public string ShardId(string entityId, object? messageHint = null) => entityId.Split('/')[0];
}
