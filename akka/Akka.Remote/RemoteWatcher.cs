namespace Akka.Remote;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>Watches actors of other systems on behalf of the actors of this one.</summary>
/// <remarks>
/// Each watched actor is watched once, by this actor, however many watch it here. A node with watched actors gets heartbeats; when a
/// failure detector gives it up, it is quarantined and all actors that watch something there are told that the address is terminated.
/// When the answers come from another incarnation than before, the watches are sent anew: what lived in the old one is then reported
/// dead by the new one.
/// </remarks>
public partial class RemoteWatcher : UntypedActor, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    protected readonly ILoggingAdapter Log = Context.GetLogger();
    protected readonly Dictionary<IInternalActorRef, HashSet<IInternalActorRef>> Watching = [];
    protected readonly Dictionary<Address, HashSet<IInternalActorRef>> WatcheeByNodes = [];

    private readonly IFailureDetectorRegistry<Address> _failureDetector;
    private readonly IRemoteActorRefProvider _provider;
    private readonly TimeSpan _expectedResponseAfter;
    private readonly HeartbeatRsp _response;
    private readonly Dictionary<Address, int> _addressUids = [];
    private readonly ICancelable _heartbeats;
    private readonly ICancelable _reaper;

    public RemoteWatcher(
        IFailureDetectorRegistry<Address> failureDetector,
        TimeSpan heartbeatInterval,
        TimeSpan unreachableReaperInterval,
        TimeSpan heartbeatExpectedResponseAfter)
    {
        _failureDetector = failureDetector;
        _expectedResponseAfter = heartbeatExpectedResponseAfter;
        _provider = Context.System is ExtendedActorSystem { Provider: IRemoteActorRefProvider remote }
            ? remote
            : throw new Configuration.ConfigurationException(
                $"[{Self.Path}] needs a provider that reaches other systems. Set 'akka.actor.provider' to 'remote' or 'cluster'.");
        _response = new HeartbeatRsp(AddressUidExtension.Uid(Context.System));
        var scheduler = Context.System.Scheduler;
        _heartbeats = scheduler.ScheduleTellRepeatedlyCancelable(
            heartbeatInterval, heartbeatInterval, Self, HeartbeatTick.Instance, Self);
        _reaper = scheduler.ScheduleTellRepeatedlyCancelable(
            unreachableReaperInterval, unreachableReaperInterval, Self, ReapUnreachableTick.Instance, Self);
    }

    protected ICollection<Address> WatchingNodes => WatcheeByNodes.Keys;

    protected HashSet<Address> Unreachable { get; } = [];

    public static Props Props(
        IFailureDetectorRegistry<Address> failureDetector,
        TimeSpan heartbeatInterval,
        TimeSpan unreachableReaperInterval,
        TimeSpan heartbeatExpectedResponseAfter) =>
        Akka.Actor.Props.Create(() => new RemoteWatcher(
            failureDetector, heartbeatInterval, unreachableReaperInterval, heartbeatExpectedResponseAfter)).WithDeploy(Deploy.Local);

    protected override void PostStop()
    {
        base.PostStop();
        _heartbeats.Cancel();
        _reaper.Cancel();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case HeartbeatTick:
                SendHeartbeats();
                break;
            case Heartbeat:
                Sender.Tell(_response);
                break;
            case HeartbeatRsp response:
                Receive(response);
                break;
            case ReapUnreachableTick:
                ReapUnreachable();
                break;
            case ExpectedFirstHeartbeat expected:
                TriggerFirstHeartbeat(expected.From);
                break;
            case WatchRemote watch:
                AddWatching(watch.Watchee, watch.Watcher);
                break;
            case UnwatchRemote unwatch:
                RemoveWatch(unwatch.Watchee, unwatch.Watcher);
                break;
            case Terminated terminated:
                ProcessTerminated((IInternalActorRef)terminated.ActorRef, terminated.ExistenceConfirmed, terminated.AddressTerminated);
                break;
            case Stats:
                Sender.Tell(CurrentStats());
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected virtual void Quarantine(Address address, int? addressUid) => _provider.Quarantine(address, addressUid);

    protected virtual void PublishAddressTerminated(Address address) =>
        AddressTerminatedTopic.Get(Context.System).Publish(new AddressTerminated(address));

    protected void AddWatching(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (watcher.Equals(Self))
            return;

        Log.Debug("Watching: [{0} -> {1}]", watcher, watchee);
        if (!Watching.TryGetValue(watchee, out var watchers))
            Watching.Add(watchee, watchers = []);
        watchers.Add(watcher);
        WatchNode(watchee);

        // Sends a watch over there, unless that was done for another watcher.
        Context.Watch(watchee);
    }

    protected virtual void WatchNode(IInternalActorRef watchee)
    {
        var address = watchee.Path.Address;
        if (!WatcheeByNodes.ContainsKey(address) && Unreachable.Remove(address))
        {
            // The node was given up with everything watched there; this is a new beginning.
            _failureDetector.Remove(address);
        }

        if (!WatcheeByNodes.TryGetValue(address, out var watchees))
            WatcheeByNodes.Add(address, watchees = []);
        watchees.Add(watchee);
    }

    protected void RemoveWatch(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (watcher.Equals(Self))
            return;

        Log.Debug("Unwatching: [{0} -> {1}]", watcher, watchee);
        if (!Watching.TryGetValue(watchee, out var watchers))
            return;

        watchers.Remove(watcher);
        if (watchers.Count > 0)
            return;

        Context.Unwatch(watchee);
        RemoveWatchee(watchee);
    }

    protected void RemoveWatchee(IInternalActorRef watchee)
    {
        var address = watchee.Path.Address;
        Watching.Remove(watchee);
        if (!WatcheeByNodes.TryGetValue(address, out var watchees))
            return;

        watchees.Remove(watchee);
        if (watchees.Count > 0)
            return;

        Log.Debug("Unwatched last watchee of node: [{0}]", address);
        UnwatchNode(address);
    }

    protected void UnwatchNode(Address watcheeAddress)
    {
        WatcheeByNodes.Remove(watcheeAddress);
        _addressUids.Remove(watcheeAddress);
        _failureDetector.Remove(watcheeAddress);
    }

    private void SendHeartbeats()
    {
        foreach (var address in WatchingNodes)
        {
            if (Unreachable.Contains(address))
                continue;

            if (!_failureDetector.IsMonitoring(address))
            {
                // Without an answer the detector would never begin; this begins it.
                Context.System.Scheduler.ScheduleTellOnce(_expectedResponseAfter, Self, new ExpectedFirstHeartbeat(address), Self);
            }

            Context.ActorSelection(new RootActorPath(address) / Self.Path.Elements).Tell(Heartbeat.Instance);
        }
    }

    private void Receive(HeartbeatRsp response)
    {
        var from = Sender.Path.Address;
        if (!WatcheeByNodes.ContainsKey(from) || Unreachable.Contains(from))
            return;

        if (!_addressUids.TryGetValue(from, out var known) || known != response.AddressUid)
            WatchAgain(from);
        _addressUids[from] = response.AddressUid;
        _failureDetector.Heartbeat(from);
    }

    private void WatchAgain(Address address)
    {
        foreach (var watchee in WatcheeByNodes[address])
            watchee.SendSystemMessage(new Watch(watchee, (IInternalActorRef)Self));
    }

    private void TriggerFirstHeartbeat(Address address)
    {
        if (WatcheeByNodes.ContainsKey(address) && !_failureDetector.IsMonitoring(address))
        {
            Log.Debug("Trigger extra expected heartbeat from [{0}]", address);
            _failureDetector.Heartbeat(address);
        }
    }

    private void ReapUnreachable()
    {
        foreach (var address in WatchingNodes.ToArray())
        {
            if (Unreachable.Contains(address) || _failureDetector.IsAvailable(address))
                continue;

            Log.Warning("Detected unreachable: [{0}]", address);
            Quarantine(address, _addressUids.TryGetValue(address, out var uid) ? uid : null);
            PublishAddressTerminated(address);
            Unreachable.Add(address);
        }
    }

    private void ProcessTerminated(IInternalActorRef watchee, bool existenceConfirmed, bool addressTerminated)
    {
        Log.Debug("Watchee terminated: [{0}]", watchee.Path);

        // When the whole node is gone, the watchers hear of that by themselves.
        if (!addressTerminated && Watching.TryGetValue(watchee, out var watchers))
        {
            foreach (var watcher in watchers)
                watcher.SendSystemMessage(new DeathWatchNotification(watchee, existenceConfirmed, addressTerminated));
        }

        RemoveWatchee(watchee);
    }

    private Stats CurrentStats()
    {
        var pairs = Watching.SelectMany(entry => entry.Value.Select(watcher => ((IActorRef)entry.Key, (IActorRef)watcher)));
        return new Stats(
            Watching.Sum(entry => entry.Value.Count), WatchingNodes.Count, [.. pairs], [.. WatchingNodes]);
    }
}
