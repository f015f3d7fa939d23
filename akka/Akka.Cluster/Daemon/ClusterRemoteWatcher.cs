namespace Akka.Cluster;

using Akka.Actor;
using Akka.Remote;
using static Akka.Cluster.ClusterEvent;

/// <summary>A remote watcher that leaves members to the cluster: what lives there is dead when the member is removed, not before.</summary>
/// <remarks>The cluster subscribes it once both are there.</remarks>
internal sealed class ClusterRemoteWatcher : RemoteWatcher
{
    private readonly HashSet<Address> _members = [];

    public ClusterRemoteWatcher(
        IFailureDetectorRegistry<Address> failureDetector,
        TimeSpan heartbeatInterval,
        TimeSpan unreachableReaperInterval,
        TimeSpan heartbeatExpectedResponseAfter)
        : base(failureDetector, heartbeatInterval, unreachableReaperInterval, heartbeatExpectedResponseAfter)
    {
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case CurrentClusterState state:
                foreach (var member in state.Members)
                    TakeOver(member.Address);
                break;
            case MemberRemoved removed:
                GiveUp(removed);
                break;
            case IMemberEvent change:
                TakeOver(change.Member.Address);
                break;
            default:
                base.OnReceive(message);
                break;
        }
    }

    protected override void WatchNode(IInternalActorRef watchee)
    {
        if (!_members.Contains(watchee.Path.Address))
            base.WatchNode(watchee);
    }

    private void TakeOver(Address address)
    {
        if (address == Cluster.Get(Context.System).SelfAddress)
            return;   // a node does not watch itself, and does not shut itself out when it is downed
        if (_members.Add(address) && WatchingNodes.Contains(address))
            UnwatchNode(address);
    }

    private void GiveUp(MemberRemoved removed)
    {
        var address = removed.Member.Address;
        if (!_members.Remove(address))
            return;

        if (removed.PreviousStatus == MemberStatus.Down)
            Quarantine(address, removed.Member.UniqueAddress.Uid);
        PublishAddressTerminated(address);
    }
}
