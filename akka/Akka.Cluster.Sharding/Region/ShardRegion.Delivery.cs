namespace Akka.Cluster.Sharding;

using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <content>Messages to entities.</content>
internal sealed partial class ShardRegion
{
    private bool IsDelivered(object message)
    {
        var shard = _extractor.ShardId(message);
        if (shard is null)
            return false;

        if (!_routes.TryGetValue(shard, out var route))
            _routes.Add(shard, route = new ShardRoute(shard));
        if (route.Target is { } target)
            target.Tell(message, Sender);
        else
            Keep(route, message);
        return true;
    }

    private void Keep(ShardRoute route, object message)
    {
        if (_waitingCount >= _settings.TuningParameters.BufferSize)
        {
            DropForFullBuffer(route.Shard, message);
            return;
        }

        if (route.Waiting.Count == 0 && route.Home is null)
            _coordinator?.Tell(new GetShardHome(route.Shard));
        route.Waiting.Enqueue((message, Sender));
        _waitingCount++;
    }

    private void DropForFullBuffer(string shard, object message)
    {
        if (_hasWarnedOfFullBuffer)
            _log.Debug("{0}: Buffer is full, dropping message for shard [{1}]", _typeName, shard);
        else
            _log.Warning("{0}: Buffer of [{1}] messages is full, dropping message for shard [{2}]", _typeName, _waitingCount, shard);
        _hasWarnedOfFullBuffer = true;
        Context.System.DeadLetters.Tell(message, Sender);
    }

    private void SetTarget(ShardRoute route, IActorRef target)
    {
        route.Target = target;
        _waitingCount -= route.Waiting.Count;
        while (route.Waiting.TryDequeue(out var kept))
            target.Tell(kept.Message, kept.Sender);
        CompleteShutdownIfDone();
    }

    private void DropWaiting(ShardRoute route)
    {
        if (route.Waiting.Count == 0)
            return;

        _log.Warning("{0}: Dropping [{1}] messages for shard [{2}], which moves: sent on, they could be overtaken.",
            _typeName, route.Waiting.Count, route.Shard);
        _waitingCount -= route.Waiting.Count;
        while (route.Waiting.TryDequeue(out var kept))
            Context.System.DeadLetters.Tell(kept.Message, kept.Sender);
    }

    private void ReceiveHome(string shard, IActorRef home)
    {
        if (!_routes.TryGetValue(shard, out var route))
            _routes.Add(shard, route = new ShardRoute(shard));
        if (Self.Equals(route.Home) && !Self.Equals(home))
            throw ShardingErrors.HomeChanged(shard, Self, home);

        route.Home = home;
        if (!Self.Equals(home))
        {
            if (_otherRegions.Add(home))
                Context.Watch(home);
            SetTarget(route, home);
        }
        else if (route.Target is null)
        {
            StartShard(route);
        }
    }

    private void StartShard(ShardRoute route)
    {
        if (route.Running is not null)
        {
            // One that stops is gone in a moment: see ReceiveShardTerminated.
            if (!route.IsStopping)
                SetTarget(route, route.Running);
            return;
        }

        _log.Debug("{0}: Starting shard [{1}]", _typeName, route.Shard);
        route.Running = Context.Watch(Context.ActorOf(
            Shard.Props(_typeName, route.Shard, _entityProps, _settings, _extractor, _handOffStopMessage)
                .WithDispatcher(Context.Props.Dispatcher),
            Uri.EscapeDataString(route.Shard)));
        _running.Add(route.Running, route);
        SetTarget(route, route.Running);
    }

    private void Forget(string shard)
    {
        if (!_routes.TryGetValue(shard, out var route))
            return;

        route.Home = null;
        route.Target = null;
    }

    private void StopShard(HandOff handOff)
    {
        _log.Debug("{0}: Handing off shard [{1}]", _typeName, handOff.Shard);
        if (_routes.TryGetValue(handOff.Shard, out var route))
            DropWaiting(route);
        if (route?.Running is not { } shard)
        {
            Sender.Tell(new ShardStopped(handOff.Shard));
            return;
        }

        route.IsStopping = true;
        shard.Forward(handOff);
    }

    private void ReceiveTerminated(IActorRef actor)
    {
        if (actor.Equals(_coordinator))
        {
            LoseCoordinator();
        }
        else if (_running.Remove(actor, out var route))
        {
            ReceiveShardTerminated(route);
        }
        else if (_otherRegions.Remove(actor))
        {
            foreach (var lost in _routes.Values.Where(candidate => actor.Equals(candidate.Home)))
            {
                lost.Home = null;
                lost.Target = null;
            }
        }
    }

    private void ReceiveShardTerminated(ShardRoute route)
    {
        route.Running = null;
        route.IsStopping = false;
        route.Target = null;
        // It is to run here still, or already again.
        if (Self.Equals(route.Home))
            StartShard(route);
        CompleteShutdownIfDone();
    }
}
