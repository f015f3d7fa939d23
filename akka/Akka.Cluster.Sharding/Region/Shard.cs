namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <summary>A shard in its home: starts each entity with its first message, and stops all of them when it is handed off.</summary>
internal sealed class Shard : ActorBase, IWithTimers
{
    /// <summary>What the regions have more than the shard, to learn that it has stopped.</summary>
    private static readonly TimeSpan HandOffReserve = TimeSpan.FromSeconds(5);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<string, Entity> _entities = [];
    private readonly Dictionary<IActorRef, Entity> _byRef = [];
    private readonly string _typeName;
    private readonly string _shard;
    private readonly Func<string, Props> _entityProps;
    private readonly ClusterShardingSettings _settings;
    private readonly IMessageExtractor _extractor;
    private readonly object _handOffStopMessage;
    private IActorRef _handOffTo;

    public Shard(
        string typeName,
        string shard,
        Func<string, Props> entityProps,
        ClusterShardingSettings settings,
        IMessageExtractor extractor,
        object handOffStopMessage)
    {
        _typeName = typeName;
        _shard = shard;
        _entityProps = entityProps;
        _settings = settings;
        _extractor = extractor;
        _handOffStopMessage = handOffStopMessage;
    }

    public ITimerScheduler Timers { get; set; }

    public static Props Props(
        string typeName,
        string shard,
        Func<string, Props> entityProps,
        ClusterShardingSettings settings,
        IMessageExtractor extractor,
        object handOffStopMessage) => Akka.Actor.Props
            .Create(() => new Shard(typeName, shard, entityProps, settings, extractor, handOffStopMessage))
            .WithDeploy(Deploy.Local);

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated terminated:
                ReceiveTerminated(terminated.ActorRef);
                return true;
            case HandOff:
                BeginHandOff(Sender);
                return true;
            case StopByForce:
                StopByForceAll();
                return true;
            case Passivate passivate:
                BeginToPassivate(passivate.StopMessage);
                return true;
            case GetShardStats:
                Sender.Tell(new ShardStats(_shard, _entities.Count));
                return true;
            case GetCurrentShardState:
                Sender.Tell(new ShardState(_shard, _entities.Keys.ToImmutableHashSet()));
                return true;
            default:
                return IsDelivered(message);
        }
    }

    private bool IsDelivered(object message)
    {
        var id = _extractor.EntityId(message);
        if (string.IsNullOrEmpty(id))
        {
            _log.Warning("{0}: Message of type [{1}] in shard [{2}] is for no entity, dropping it", _typeName, message.GetType(), _shard);
            return false;
        }

        if (_handOffTo is not null)
            return false;

        if (!_entities.TryGetValue(id, out var entity))
            entity = Start(id);
        if (entity.Waiting is null)
            entity.Ref.Tell(_extractor.EntityMessage(message), Sender);
        else
            Keep(entity, message);
        return true;
    }

    private Entity Start(string id)
    {
        var actor = Context.Watch(Context.ActorOf(_entityProps(id), Uri.EscapeDataString(id)));
        var entity = new Entity(id, actor);
        _entities.Add(id, entity);
        _byRef.Add(actor, entity);
        return entity;
    }

    private void Keep(Entity entity, object message)
    {
        if (entity.Waiting.Count < _settings.TuningParameters.BufferSize)
        {
            entity.Waiting.Enqueue((message, Sender));
            return;
        }

        _log.Warning("{0}: Buffer of entity [{1}], which is stopping, is full, dropping a message", _typeName, entity.Id);
        Context.System.DeadLetters.Tell(message, Sender);
    }

    private void BeginToPassivate(object stopMessage)
    {
        if (!_byRef.TryGetValue(Sender, out var entity) || entity.Waiting is not null || _handOffTo is not null)
            return;

        entity.Waiting = new Queue<(object, IActorRef)>();
        entity.Ref.Tell(stopMessage);
    }

    private void ReceiveTerminated(IActorRef actor)
    {
        if (!_byRef.Remove(actor, out var entity))
            return;

        _entities.Remove(entity.Id);
        if (entity.Waiting is { Count: > 0 })
            DeliverWaiting(entity);
        if (_handOffTo is not null)
            CompleteHandOffIfDone();
    }

    private void DeliverWaiting(Entity entity)
    {
        // A shard that is handed off starts no entity again.
        var next = _handOffTo is null ? Start(entity.Id).Ref : Context.System.DeadLetters;
        foreach (var (message, sender) in entity.Waiting)
            next.Tell(_extractor.EntityMessage(message), sender);
    }

    private void BeginHandOff(IActorRef replyTo)
    {
        // A repeated request comes from a worker that has taken the place of one that gave up.
        var isFirst = _handOffTo is null;
        _handOffTo = replyTo;
        if (isFirst)
        {
            foreach (var entity in _entities.Values)
                entity.Ref.Tell(_handOffStopMessage);
            var timeout = _settings.TuningParameters.HandOffTimeout - HandOffReserve;
            Timers.StartSingleTimer(
                nameof(StopByForce), new StopByForce(), timeout > TimeSpan.FromSeconds(1) ? timeout : TimeSpan.FromSeconds(1));
        }

        CompleteHandOffIfDone();
    }

    private void CompleteHandOffIfDone()
    {
        if (_entities.Count > 0)
            return;

        _handOffTo.Tell(new ShardStopped(_shard));
        Context.Stop(Self);
    }

    private void StopByForceAll()
    {
        _log.Warning("{0}: [{1}] entities of shard [{2}] have not stopped for message [{3}], stopping them by force",
            _typeName, _entities.Count, _shard, _handOffStopMessage.GetType());
        foreach (var entity in _entities.Values)
            Context.Stop(entity.Ref);
    }

    private sealed record StopByForce : INoSerializationVerificationNeeded;

    private sealed class Entity(string id, IActorRef reference)
    {
        public string Id { get; } = id;

        public IActorRef Ref { get; } = reference;

        /// <summary>What came since it was told to stop; null while it was not.</summary>
        public Queue<(object Message, IActorRef Sender)> Waiting { get; set; }
    }
}
