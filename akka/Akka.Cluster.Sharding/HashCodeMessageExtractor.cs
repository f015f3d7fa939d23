namespace Akka.Cluster.Sharding;

using System.Globalization;

/// <summary>Spreads entities over a fixed number of shards by the hash of their id.</summary>
public abstract class HashCodeMessageExtractor : IMessageExtractor
{
    public readonly int MaxNumberOfShards;

    private const int MostCached = 1 << 16;

    private readonly string[] _names;

    protected HashCodeMessageExtractor(int maxNumberOfShards)
    {
        MaxNumberOfShards = maxNumberOfShards;
        _names = new string[Math.Clamp(maxNumberOfShards, 0, MostCached)];
    }

    public abstract string EntityId(object message);

    public virtual object EntityMessage(object message) => message;

    public virtual string ShardId(object message)
    {
        var entityId = EntityId(message);
        return entityId is null ? null : ShardId(entityId, message);
    }

    public virtual string ShardId(string entityId, object messageHint = null)
    {
        var number = (int)(Math.Abs((long)ShardHash.Of(entityId)) % MaxNumberOfShards);
        if (number >= _names.Length)
            return number.ToString(CultureInfo.InvariantCulture);

        return _names[number] ??= number.ToString(CultureInfo.InvariantCulture);
    }
}
