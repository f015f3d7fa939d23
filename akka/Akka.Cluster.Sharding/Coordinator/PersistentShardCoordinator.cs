namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using Akka.Persistence;
using static Akka.Cluster.Sharding.CoordinatorEvents;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <summary>Knows the regions of one type and the home of each shard. One in the cluster; its state is the sum of its events.</summary>
/// <remarks>
/// A home is given to a region, and told to others, only when that is safe in the journal: so the coordinator that takes over knows of
/// every shard that may be running. A home is taken away when the shard has confirmed that it has stopped, or its region is gone for
/// longer than the removal margin of the downing provider.
/// </remarks>
internal sealed partial class PersistentShardCoordinator : PersistentActor
{
    private readonly Cluster _cluster = Cluster.Get(Context.System);
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly HashSet<IActorRef> _aliveRegions = [];
    private readonly HashSet<IActorRef> _regionsShuttingDown = [];
    private readonly HashSet<IActorRef> _regionsEnding = [];
    private readonly Dictionary<string, HashSet<IActorRef>> _moving = [];
    private readonly HashSet<IActorRef> _workers = [];
    private readonly Dictionary<string, ICancelable> _unconfirmedShards = [];
    private readonly string _typeName;
    private readonly ClusterShardingSettings _settings;
    private readonly TuningParameters _tuning;
    private readonly IShardAllocationStrategy _strategy;
    private readonly TimeSpan _removalMargin;
    private readonly int _minMembers;
    private CoordinatorState _state = CoordinatorState.Empty;
    private ICancelable _rebalancing;

    public PersistentShardCoordinator(string typeName, ClusterShardingSettings settings, IShardAllocationStrategy strategy)
    {
        _typeName = typeName;
        _settings = settings;
        _tuning = settings.TuningParameters;
        _strategy = strategy;
        _removalMargin = _cluster.DowningProvider.DownRemovalMargin;
        _minMembers = settings.Role is null
            ? _cluster.Settings.MinNrOfMembers
            : _cluster.Settings.MinNrOfMembersOfRole.GetValueOrDefault(settings.Role, 1);
        JournalPluginId = settings.JournalPluginId;
        SnapshotPluginId = settings.SnapshotPluginId;
    }

    public override string PersistenceId => Self.Path.ToStringWithoutAddress();

    public static Props Props(string typeName, ClusterShardingSettings settings, IShardAllocationStrategy strategy) =>
        Akka.Actor.Props.Create(() => new PersistentShardCoordinator(typeName, settings, strategy)).WithDeploy(Deploy.Local);

    protected override void PreStart()
    {
        base.PreStart();
        switch (_strategy)
        {
            case IStartableAllocationStrategy startable:
                startable.Start();
                break;
            case IActorSystemDependentAllocationStrategy startable:
                startable.Start(Context.System);
                break;
        }

        _rebalancing = Context.System.Scheduler.ScheduleTellRepeatedlyCancelable(
            _tuning.RebalanceInterval, _tuning.RebalanceInterval, Self, new RebalanceTick(), Self);
    }

    protected override void PostStop()
    {
        base.PostStop();
        _rebalancing.Cancel();
        foreach (var repeating in _unconfirmedShards.Values)
            repeating.Cancel();
    }

    protected override bool ReceiveRecover(object message)
    {
        switch (message)
        {
            case ICoordinatorEvent change:
                _state = _state.Updated(change);
                return true;
            case SnapshotOffer { Snapshot: CoordinatorState state }:
                _state = state;
                return true;
            case RecoveryCompleted:
                BeginAfterRecovery();
                return true;
            default:
                return false;
        }
    }

    protected override bool ReceiveCommand(object message) => message switch
    {
        IClusterShardingSerializable control => IsHandled(control),
        Terminated terminated => Handle(terminated.ActorRef, ReceiveTerminated),
        Terminate => Handle(Self, Context.Stop),
        _ => IsHandledOfOwn(message) || IsHandledOfSnapshots(message),
    };

    private static bool Handle<T>(T argument, Action<T> handler)
    {
        handler(argument);
        return true;
    }

    private bool IsHandled(IClusterShardingSerializable message) => message switch
    {
        GetShardHome request => Handle(request.Shard, shard => ReceiveGetShardHome(shard, Sender)),
        ShardStarted started => Handle(started.Shard, ReceiveShardStarted),
        Register request => Handle(request.Region, ReceiveRegister),
        RegisterProxy request => Handle(request.Proxy, ReceiveRegisterProxy),
        GracefulShutdownReq request => Handle(request.Region, ReceiveGracefulShutdown),
        RegionStopped stopped => Handle(stopped.Region, EndRegion),
        GetCurrentRegions => Handle(Sender, AnswerRegions),
        GetClusterShardingStats query => Handle(query.Timeout, AnswerStats),
        // The answer to the coordinator's own question for a shard whose region has gone.
        ShardHome => true,
        _ => false,
    };

    private bool IsHandledOfOwn(object message)
    {
        switch (message)
        {
            case Allocated allocated:
                ReceiveAllocated(allocated);
                return true;
            case RebalanceTick:
                AskForRebalance();
                return true;
            case Chosen chosen:
                Move(chosen.Shards);
                return true;
            case RebalanceWorker.Finished finished:
                ReceiveMoved(finished);
                return true;
            case RepeatHost repeat:
                ReceiveRepeatHost(repeat);
                return true;
            case EndRegionAfterMargin ending:
                EndRegion(ending.Region);
                return true;
            default:
                return false;
        }
    }

    private bool IsHandledOfSnapshots(object message)
    {
        switch (message)
        {
            case SaveSnapshotSuccess saved:
                DeleteBefore(saved.Metadata.SequenceNr);
                return true;
            case SaveSnapshotFailure failure:
                _log.Warning(failure.Cause, "{0}: Snapshot of the coordinator was not saved: {1}", _typeName, failure.Cause.Message);
                return true;
            case DeleteMessagesSuccess deleted:
                DeleteSnapshots(new SnapshotSelectionCriteria(deleted.ToSequenceNr - 1));
                return true;
            case DeleteMessagesFailure failure:
                _log.Warning(failure.Cause, "{0}: Events before a snapshot were not deleted: {1}", _typeName, failure.Cause.Message);
                return true;
            case DeleteSnapshotsFailure failure:
                _log.Warning(failure.Cause, "{0}: Old snapshots were not deleted: {1}", _typeName, failure.Cause.Message);
                return true;
            default:
                return message is DeleteSnapshotsSuccess;
        }
    }

    /// <summary>Some events more than the snapshot makes needless are kept, should it be damaged.</summary>
    private void DeleteBefore(long snapshotSequenceNr)
    {
        var upTo = snapshotSequenceNr - _tuning.KeepNrOfBatches * (long)_tuning.SnapshotAfter;
        if (upTo > 0)
            DeleteMessages(upTo);
    }

    private void Update<TEvent>(TEvent change, Action then)
        where TEvent : ICoordinatorEvent => Persist(change, stored =>
        {
            _state = _state.Updated(stored);
            then();
            if (LastSequenceNr % _tuning.SnapshotAfter == 0)
                SaveSnapshot(_state);
        });

    private sealed record RebalanceTick;

    private sealed record Chosen(IImmutableSet<string> Shards);

    /// <summary>What the strategy says; no region when it failed.</summary>
    private sealed record Allocated(string Shard, IActorRef Region, IActorRef Requester, Exception Cause);

    private sealed record RepeatHost(string Shard, IActorRef Region);

    private sealed record EndRegionAfterMargin(IActorRef Region);
}
