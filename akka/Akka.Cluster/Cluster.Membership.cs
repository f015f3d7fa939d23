namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.InternalClusterAction;

/// <content>Joining and leaving; subscribing to what happens.</content>
public partial class Cluster
{
    public void Join(Address address) => _daemons.Tell(new JoinTo(WithLocalAddress(address)));

    public void JoinSeedNodes(IEnumerable<Address> seedNodes) =>
        _daemons.Tell(new JoinSeedNodes([.. seedNodes.Select(WithLocalAddress)]));

    /// <summary>As <see cref="Join"/>; completes when this node is up.</summary>
    public Task JoinAsync(Address address, CancellationToken token = default) =>
        UntilUp(() => Join(address), $"address: {address}", token);

    /// <summary>As <see cref="JoinSeedNodes"/>; completes when this node is up.</summary>
    public Task JoinSeedNodesAsync(IEnumerable<Address> seedNodes, CancellationToken token = default)
    {
        var nodes = seedNodes.ToImmutableList();
        return UntilUp(() => JoinSeedNodes(nodes), $"seed nodes: {string.Join(", ", nodes)}", token);
    }

    public void Leave(Address address)
    {
        if (WithLocalAddress(address) == SelfAddress)
            _ = LeaveAsync();
        else
            _daemons.Tell(new Leave(address));
    }

    /// <summary>Makes this node leave; completes when it is removed.</summary>
    public Task LeaveAsync()
    {
        if (!IsTerminated)
            _daemons.Tell(new Leave(SelfAddress));
        return _removed.Task;
    }

    public Task LeaveAsync(CancellationToken cancellationToken) => LeaveAsync().WaitAsync(cancellationToken);

    public void Down(Address address) => _daemons.Tell(new Down(WithLocalAddress(address)));

    /// <summary>Runs the callback once this node is up, now if it is.</summary>
    public void RegisterOnMemberUp(Action callback) => RunAfter(_up.Task, callback);

    /// <summary>Runs the callback once this node is removed, now if its part in the cluster has ended.</summary>
    public void RegisterOnMemberRemoved(Action callback)
    {
        if (IsTerminated)
            callback();
        else
            RunAfter(_removed.Task, callback);
    }

    public void Subscribe(IActorRef subscriber, params Type[] to) =>
        Subscribe(subscriber, ClusterEvent.SubscriptionInitialStateMode.InitialStateAsSnapshot, to);

    public void Subscribe(IActorRef subscriber, ClusterEvent.SubscriptionInitialStateMode initialStateMode, params Type[] to)
    {
        if (to.Length == 0)
            throw new ArgumentException("At least one type of events is required, such as typeof(ClusterEvent.IMemberEvent).", nameof(to));

        foreach (var type in to)
        {
            if (!typeof(ClusterEvent.IClusterDomainEvent).IsAssignableFrom(type))
            {
                throw new ArgumentException(
                    $"Subscribe to 'IClusterDomainEvent' or to a type derived from it; was [{type}].", nameof(to));
            }
        }

        _daemons.Tell(new Subscribe(subscriber, initialStateMode, [.. to]));
    }

    public void Unsubscribe(IActorRef subscriber) => Unsubscribe(subscriber, null);

    public void Unsubscribe(IActorRef subscriber, Type to) => _daemons.Tell(new Unsubscribe(subscriber, to));

    public void SendCurrentClusterState(IActorRef receiver) => _daemons.Tell(new SendCurrentClusterState(receiver));

    private Address WithLocalAddress(Address address) =>
        address.HasLocalScope && address.System == SelfAddress.System ? SelfAddress : address;

    private async Task UntilUp(Action join, string target, CancellationToken token)
    {
        if (IsTerminated)
            throw new ClusterJoinFailedException("Cluster has already been terminated. Start a new actor system to join.");

        join();
        var ended = await Task.WhenAny(_up.Task, _removed.Task, Task.Delay(Timeout.InfiniteTimeSpan, token)).ConfigureAwait(false);
        if (ended != _up.Task)
            throw new ClusterJoinFailedException($"Node has not managed to join the cluster using provided {target}");
    }

    private void RunAfter(Task moment, Action callback) => moment.ContinueWith(
        _ =>
        {
            try
            {
                callback();
            }
            catch (Exception cause)
            {
                _log.Error(cause, "A callback for the status of this member failed: {0}", cause.Message);
            }
        },
        TaskScheduler.Default);
}
