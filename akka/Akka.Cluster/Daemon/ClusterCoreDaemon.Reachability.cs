namespace Akka.Cluster;

using Akka.Event;

/// <content>Who can be reached from here.</content>
internal sealed partial class ClusterCoreDaemon
{
    private void ReapUnreachable()
    {
        if (Latest.Members.Count <= 1)
            return;

        var reachability = Latest.Reachability;
        foreach (var member in Latest.Members)
        {
            var node = member.UniqueAddress;
            if (node == _self || !reachability.IsReachable(_self, node) || _cluster.FailureDetector.IsAvailable(node.Address))
                continue;

            reachability = reachability.Unreachable(_self, node);
            // A member that is exiting is expected to fall silent.
            if (member.Status == MemberStatus.Exiting)
                LogInfo("Marking exiting node as UNREACHABLE [{0}]. This is expected and it will be removed.", member);
            else
                _log.Warning("Marking node as UNREACHABLE [{0}].", member);
        }

        foreach (var node in Latest.Reachability.AllUnreachableFrom(_self))
        {
            if (!_cluster.FailureDetector.IsAvailable(node.Address))
                continue;

            reachability = reachability.Reachable(_self, node);
            LogInfo("Marking node as REACHABLE [{0}].", node);
        }

        if (!ReferenceEquals(reachability, Latest.Reachability))
            Update(Latest with { Reachability = reachability });
    }

    private void Quarantined(UniqueAddress node)
    {
        if (!Latest.HasMember(node))
            return;

        var reachability = Latest.Reachability.Terminated(_self, node);
        if (ReferenceEquals(reachability, Latest.Reachability))
            return;

        _log.Warning("Marking node as TERMINATED [{0}], due to quarantine.", node);
        Update(Latest with { Reachability = reachability });
    }
}
