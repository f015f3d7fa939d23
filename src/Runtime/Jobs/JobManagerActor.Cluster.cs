namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster;
using Akka.Event;
using Akka.Remote;
using static ClusterProtocol;
using static LedgerEffects;

/// <content>Nodes: who is there, who is lost, and what they offer to which job.</content>
internal sealed partial class JobManagerActor
{
    private readonly ClusterSettings? _cluster;
    private readonly NodeRegistry _registry;
    private readonly Dictionary<JobId, ImmutableArray<NodeSlots>> _offers = [];   // what each master was told last
    private readonly HashSet<string> _refused = [];
    private bool _isHandingOver;

    private long NowMs => _services.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    protected override void PreStart()
    {
        base.PreStart();
        if (_cluster is null)
            return;

        Cluster.Get(Context.System).Subscribe(
            Self, ClusterEvent.InitialStateAsEvents, typeof(ClusterEvent.UnreachableMember), typeof(ClusterEvent.MemberRemoved),
            typeof(ClusterEvent.MemberDowned));
        Context.System.EventStream.Subscribe(Self, typeof(DisassociatedEvent));
    }

    /// <inheritdoc/>
    protected override void PostStop()
    {
        if (_cluster is not null)
        {
            Cluster.Get(Context.System).Unsubscribe(Self);
            Context.System.EventStream.Unsubscribe(Self);
        }

        base.PostStop();
    }

    private void HearCluster()
    {
        Command<RegisterNode>(OnRegister);
        Command<NodeLeaves>(OnLeaves);
        Command<ClusterEvent.UnreachableMember>(happened => Lose(NodeAddresses.Of(happened.Member.UniqueAddress), "It is unreachable."));
        Command<ClusterEvent.MemberDowned>(happened => Lose(NodeAddresses.Of(happened.Member.UniqueAddress), "It was downed."));
        Command<ClusterEvent.MemberRemoved>(OnRemoved);
        Command<DisassociatedEvent>(OnDisassociated);
        HearOrders();
    }

    private void OnRegister(RegisterNode register)
    {
        var description = register.Description;
        if (description.Version != _cluster!.Version)
        {
            var reason = ClusterErrors.OtherVersion(description.Node, description.Version, _cluster.Version).Message;
            if (_refused.Add(description.Node))
                _log.Warning("[{0}]", reason);
            Sender.Tell(new NodeRefused(reason));
            return;
        }

        if (IsOutOfReach(description.Node))
            return;

        if (_registry.Register(description, Sender, NowMs))
        {
            _log.Info("Node [{0}] offers [{1}] slots.", description.Node, description.Slots);
            Offer();
        }

        Sender.Tell(new NodeAccepted(_state.Leadership.Term));
    }

    // What it says may have been on its way when it was cut off: as long as it is out of reach, nobody can be deployed there.
    private bool IsOutOfReach(string node)
    {
        var state = Cluster.Get(Context.System).State;
        return state.Unreachable.Any(member => NodeAddresses.Of(member.UniqueAddress) == node)
            || !state.Members.Any(member => NodeAddresses.Of(member.UniqueAddress) == node);
    }

    private void OnLeaves(NodeLeaves leaves)
    {
        if (_registry.Leave(leaves.Node, NowMs))
        {
            _log.Info("Node [{0}] is about to leave.", leaves.Node);
            Offer();
        }

        if (leaves.Node == _services.Node)
            HandOver();
        if (_isHandingOver ? !_registry.IsAnyUsed : !_registry.IsUsed(leaves.Node))
            Sender.Tell(new NodeMayLeave(leaves.Node));
    }

    // This node leaves, and the next leader begins attempts of its own: the last ones here end with a checkpoint of their own.
    private void HandOver()
    {
        if (_isHandingOver)
            return;

        _isHandingOver = true;
        foreach (var run in _runs.Values)
            run.Master?.Tell(new JobInputs.HandOver());
    }

    private void OnRemoved(ClusterEvent.MemberRemoved removed)
    {
        var node = NodeAddresses.Of(removed.Member.UniqueAddress);
        Lose(node, "It is no member of the cluster any more.");
        _registry.Remove(node);
        _refused.Remove(node);
    }

    private void OnDisassociated(DisassociatedEvent ended)
    {
        foreach (var node in _registry.Nodes.Select(node => node.Description.Node).ToList())
        {
            if (NodeAddresses.Parse(node)?.Address == ended.RemoteAddress)
                Lose(node, "Its connection has ended.");
        }
    }

    private void Lose(string node, string reason)
    {
        if (!_registry.Lose(node))
            return;

        _log.Warning("Node [{0}] is lost: [{1}]", node, reason);
        foreach (var run in _runs.Values)
            run.Master?.Tell(new JobInputs.NodeLost(node, reason));
        Offer();
    }

    private void ReleaseSlots(JobId job)
    {
        _registry.Release(job);
        Offer();
    }

    // To each job what has changed for it.
    private void Offer()
    {
        foreach (var (job, run) in _runs)
        {
            if (run.Master is not { } master || run.Submission?.Program is null)
                continue;

            var offer = _registry.OfferTo(job);
            if (_offers.TryGetValue(job, out var last) && AreSame(last, offer))
                continue;

            _offers[job] = offer;
            master.Tell(new JobInputs.NodesChanged(offer, _registry.SinceMs) { Leaving = _registry.Leaving });
        }
    }

    private static bool AreSame(ImmutableArray<NodeSlots> one, ImmutableArray<NodeSlots> other) => one.Length == other.Length
        && one.Zip(other).All(each => each.First.Node == each.Second.Node && each.First.Slots.SequenceEqual(each.Second.Slots));

    private MasterStart? StartOf(JobSubmission submission)
    {
        if (_cluster is null || submission.Program is null)
            return null;

        _registry.Add(submission.JobId);
        var offer = _offers[submission.JobId] = _registry.OfferTo(submission.JobId);
        return new MasterStart(_cluster, _state.Ledger.Jobs[submission.JobId], offer, Math.Max(_registry.SinceMs, _leadsSinceMs));
    }
}
