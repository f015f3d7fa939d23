namespace Akka.Cluster.Tools.Singleton;

using System.Collections.Immutable;
using Akka.Actor;
using static Akka.Cluster.ClusterEvent;
using static Akka.Cluster.Tools.Singleton.HandOverProtocol;

/// <content>On the way to be the oldest.</content>
public sealed partial class ClusterSingletonManager
{
    private bool IsHandledWhileYounger(object message, YoungerData data)
    {
        switch (message)
        {
            case OldestChanged change:
                _isBufferAsked = false;
                ReceiveChangeWhileYounger(change.Oldest, data.PreviousOldest);
                return true;
            case MemberRemoved removed when !IsSelf(removed.Member):
                RemoveAfterMargin(removed.Member);
                return true;
            case DelayedMemberRemoved removed:
                _removed.Add(removed.Member.UniqueAddress);
                StayWith(new YoungerData(data.PreviousOldest.Remove(removed.Member.UniqueAddress)));
                return true;
            case HandOverToMe:
                // Who asks takes this node for the one that had the address before; its singleton is gone.
                if (_cluster.SelfMember.Status != MemberStatus.Down)
                    Sender.Tell(new HandOverDone());
                return true;
            default:
                return false;
        }
    }

    private void ReceiveChangeWhileYounger(UniqueAddress oldest, ImmutableList<UniqueAddress> previousOldest)
    {
        if (oldest != _cluster.SelfUniqueAddress)
        {
            LogInfo("Younger observed OldestChanged: [{0}]", oldest?.Address);
            var isNew = oldest is not null && !previousOldest.Contains(oldest);
            StayWith(new YoungerData(isNew ? previousOldest.Insert(0, oldest) : previousOldest));
            AskForChange();
            return;
        }

        LogInfo("Younger observed OldestChanged: [{0} -> myself]", previousOldest.IsEmpty ? null : previousOldest[0].Address);
        if (previousOldest.All(_removed.Contains))
        {
            TryToBecomeOldest();
            return;
        }

        Peer(previousOldest[0].Address).Tell(new HandOverToMe(), Self);
        BeginToBecomeOldest(previousOldest);
    }

    private void BeginToBecomeOldest(ImmutableList<UniqueAddress> previousOldest)
    {
        Change(ClusterSingletonState.BecomingOldest, new BecomingOldestData(previousOldest));
        SetTimer(HandOverRetryTimer, new HandOverRetry(1), _settings.HandOverRetryInterval);
    }

    private bool IsHandledWhileBecomingOldest(object message, BecomingOldestData data)
    {
        switch (message)
        {
            case HandOverInProgress:
                // The one that was the oldest is alive and at it; it will not forget.
                CancelTimer(HandOverRetryTimer);
                return true;
            case HandOverDone:
                if (!data.PreviousOldest.IsEmpty && Sender.Path.Address == data.PreviousOldest[0].Address)
                    TryToBecomeOldest();
                else
                    LogInfo("Ignoring HandOverDone from [{0}], which was not the oldest", Sender.Path.Address);
                return true;
            case MemberRemoved removed when !IsSelf(removed.Member):
                RemoveAfterMargin(removed.Member);
                return true;
            case DelayedMemberRemoved removed:
                ReceiveRemovedWhileBecomingOldest(removed.Member.UniqueAddress, data.PreviousOldest);
                return true;
            case TakeOverFromMe:
                ReceiveTakeOver(data.PreviousOldest);
                return true;
            case HandOverRetry retry:
                RetryHandOver(retry.Count, data.PreviousOldest);
                return true;
            default:
                return false;
        }
    }

    private void ReceiveRemovedWhileBecomingOldest(UniqueAddress removed, ImmutableList<UniqueAddress> previousOldest)
    {
        _removed.Add(removed);
        if (previousOldest.Contains(removed) && previousOldest.All(_removed.Contains))
            TryToBecomeOldest();
        else
            StayWith(new BecomingOldestData(previousOldest.Remove(removed)));
    }

    private void ReceiveTakeOver(ImmutableList<UniqueAddress> previousOldest)
    {
        var address = Sender.Path.Address;
        var sender = _cluster.State.Members.FirstOrDefault(member => member.Address == address)?.UniqueAddress;
        if (sender is null || (!previousOldest.IsEmpty && previousOldest[0] != sender))
        {
            LogInfo("Ignoring TakeOverFromMe from [{0}], which was not the oldest", address);
            return;
        }

        Peer(address).Tell(new HandOverToMe(), Self);
        if (previousOldest.IsEmpty)
            StayWith(new BecomingOldestData([sender]));
    }

    private void RetryHandOver(int count, ImmutableList<UniqueAddress> previousOldest)
    {
        if (count <= _maxHandOverRetries && !previousOldest.IsEmpty)
        {
            LogInfo("Retry [{0}], sending HandOverToMe to [{1}]", count, previousOldest[0].Address);
            Peer(previousOldest[0].Address).Tell(new HandOverToMe(), Self);
            SetTimer(HandOverRetryTimer, new HandOverRetry(count + 1), _settings.HandOverRetryInterval);
        }
        else if (previousOldest.All(_removed.Contains))
        {
            TryToBecomeOldest();
        }
        else if (_cluster.IsTerminated)
        {
            Stop("the cluster node has terminated");
        }
        else
        {
            throw SingletonErrors.NoHandOver(Self.Path, previousOldest[0].Address, count);
        }
    }
}
