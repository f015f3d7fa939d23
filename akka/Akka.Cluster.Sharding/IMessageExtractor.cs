namespace Akka.Cluster.Sharding;

/// <summary>Finds in a message its entity and shard. The same answers are needed on all nodes.</summary>
public interface IMessageExtractor
{
    /// <summary>The entity that a message is for, or <c>null</c> when it is for none.</summary>
    string EntityId(object message);

    /// <summary>What the entity gets of the message.</summary>
    object EntityMessage(object message);

    /// <summary>The shard of the entity that a message is for, or <c>null</c> when it is for none.</summary>
    string ShardId(object message);

    /// <summary>The shard of an entity.</summary>
    string ShardId(string entityId, object messageHint = null);
}
